package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a credit note to set against an invoice, or a change of one. Both must have been
 * sent.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param grossValue required to create; positive
 * @param invoice required to create
 * @param creditNote required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record CreditNoteReconciliationDraft(
    @Nullable BigDecimal grossValue,
    @Nullable LocalDate datedOn,
    @Nullable String currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable Ref<Invoice> invoice,
    @Nullable Ref<CreditNote> creditNote)
    implements Draft {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public CreditNoteReconciliationDraft {
    grossValue = Amounts.positive("gross_value", grossValue);
  }

  /** A builder with nothing set. */
  public static CreditNoteReconciliationDraftBuilder builder() {
    return CreditNoteReconciliationDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("gross_value", grossValue)
        .needs("invoice", invoice)
        .needs("credit_note", creditNote)
        .missing();
  }
}
