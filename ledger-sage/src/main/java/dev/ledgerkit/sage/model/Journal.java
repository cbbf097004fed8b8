package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A journal, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param journalLines debits and credits, which are equal
 * @param migrated whether it came from another application
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Journal(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Reference transaction,
    @Nullable Reference transactionType,
    @Nullable Instant deletedAt,
    @Nullable LocalDate date,
    @Nullable String reference,
    @Nullable String description,
    @Nullable BigDecimal total,
    @Nullable JournalCode journalCode,
    List<JournalLine> journalLines,
    @Nullable Boolean migrated,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Journal {
    id = Absent.text(id);
    journalLines = Absent.list(journalLines);
    extra = Absent.map(extra);
  }
}
