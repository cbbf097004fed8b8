package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One side of a posting, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param deleted whether its transaction was voided; the entry stays in the list
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record LedgerEntry(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable LocalDate date,
    @Nullable BigDecimal credit,
    @Nullable BigDecimal debit,
    @Nullable LedgerAccount ledgerAccount,
    @Nullable Transaction transaction,
    @Nullable Contact contact,
    @Nullable Boolean deleted,
    @Nullable TaxRate taxRate,
    @Nullable String description,
    @Nullable JournalCode journalCode,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public LedgerEntry {
    id = Absent.text(id);
    extra = Absent.map(extra);
  }
}
