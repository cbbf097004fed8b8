package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.model.SalesCreditNote;
import dev.ledgerkit.sage.query.SalesCreditNoteQuery;

/**
 * Sales credit notes: they are voided, not deleted. Their amounts are positive.
 *
 * <p>Reading one never marks it as sent. A create sends both addresses, and a rate with shipping.
 * What settles an invoice with one is a contact allocation.
 *
 * @since 0.1
 */
public interface SalesCreditNotes
    extends EditableResource<SalesCreditNote, SalesCreditNoteQuery, SalesCreditNoteDraft>,
        FeedsDeletions<SalesCreditNote>,
        Releases<SalesCreditNote> {

  /**
   * The credit note as a PDF, as the customer would get it.
   *
   * @throws dev.ledgerkit.core.ProviderUnavailableException if something else was answered
   */
  byte[] pdf(String id);

  /**
   * Voids a credit note; it stays on record as void.
   *
   * <p>Note: allocations come first; Sage refuses to void what was allocated.
   *
   * @param reason 1 to 200 characters
   * @throws dev.ledgerkit.core.ConfigurationException if the reason is blank or too long; nothing
   *     is sent
   */
  SalesCreditNote voidCreditNote(String id, String reason);

  /** Voids a draft, which needs no reason. */
  SalesCreditNote voidDraft(String id);
}
