package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How much of a credit note was set against an invoice.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param grossValue positive, though the note is negative on the wire
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record CreditNoteReconciliation(
    Ref<CreditNoteReconciliation> url,
    @Nullable BigDecimal grossValue,
    @Nullable LocalDate datedOn,
    @Nullable String currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable Ref<Invoice> invoice,
    @Nullable Ref<CreditNote> creditNote,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public CreditNoteReconciliation {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The reconciliation with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<CreditNoteReconciliation> ref(String idOrUrl) {
    return Ref.of("credit_note_reconciliations", idOrUrl);
  }
}
