package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file kept with a record.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param contentSrc where it lies; whoever has the address may read it, without a token, until it
 *     expires
 * @param contentSrcMedium a smaller picture of it
 * @param contentSrcSmall the smallest
 * @param expiresAt when these addresses stop working
 * @param fileSize in bytes
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Attachment(
    Ref<Attachment> url,
    @Nullable String contentSrc,
    @Nullable String contentSrcMedium,
    @Nullable String contentSrcSmall,
    @Nullable Instant expiresAt,
    @Nullable String contentType,
    @Nullable String fileName,
    @Nullable Integer fileSize,
    @Nullable String description,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Attachment {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The attachment with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Attachment> ref(String idOrUrl) {
    return Ref.of("attachments", idOrUrl);
  }
}
