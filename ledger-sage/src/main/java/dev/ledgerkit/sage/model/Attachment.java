package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file kept with a record; {@code toString} leaves its content out.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param file in base64
 * @param fileSize in bytes
 * @param filePath where Sage keeps it; to read it use {@code file(id)} of the resource
 * @param attachmentContextType what kind of record that is, for example {@code SALES_INVOICE}
 * @param attachmentContext the record it belongs to
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Attachment(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant deletedAt,
    @Nullable String file,
    @Nullable String mimeType,
    @Nullable String description,
    @Nullable String fileExtension,
    @Nullable Reference transaction,
    @Nullable Integer fileSize,
    @Nullable String fileName,
    @JsonProperty("$file_path") @Nullable String filePath,
    @Nullable Reference attachmentContextType,
    @Nullable Reference attachmentContext,
    @Nullable Boolean isPublic,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Attachment {
    id = Absent.text(id);
    extra = Absent.map(extra);
  }

  /** The id and the name only; the file may be large. */
  @Override
  public String toString() {
    return "Attachment[" + id + ", " + fileName + "]";
  }
}
