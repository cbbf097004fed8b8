package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.model.SalesCreditNote;
import dev.ledgerkit.sage.query.SalesCreditNoteQuery;

/** Sales credit notes. */
final class SalesCreditNoteResource
    extends SalesDocumentResource<SalesCreditNote, SalesCreditNoteQuery, SalesCreditNoteDraft>
    implements SalesCreditNotes {
  SalesCreditNoteResource(SageCalls calls, ZeroTaxRate zeroTaxRate) {
    super(
        calls,
        zeroTaxRate,
        ResourceSpec.keyed("/sales_credit_notes", "sales_credit_note", SalesCreditNote.class));
  }

  @Override
  public SalesCreditNote voidCreditNote(String id, String reason) {
    return voided(id, reason);
  }
}
