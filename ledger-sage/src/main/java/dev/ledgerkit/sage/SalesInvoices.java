package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;

/**
 * Sales invoices: they are voided, not deleted.
 *
 * <p>Reading one never marks it as sent. A create sends both addresses, and a rate with shipping.
 *
 * @since 0.1
 */
public interface SalesInvoices
    extends EditableResource<SalesInvoice, SalesInvoiceQuery, SalesInvoiceDraft>,
        FeedsDeletions<SalesInvoice>,
        Releases<SalesInvoice> {

  /**
   * The invoice as a PDF, as the customer would get it.
   *
   * @throws dev.ledgerkit.core.ProviderUnavailableException if something else was answered
   */
  byte[] pdf(String id);

  /**
   * Voids an invoice; it stays on record as void.
   *
   * <p>Note: payments come first; Sage refuses to void what was paid.
   *
   * @param reason 1 to 200 characters
   * @throws dev.ledgerkit.core.ConfigurationException if the reason is blank or too long; nothing
   *     is sent
   */
  SalesInvoice voidInvoice(String id, String reason);

  /** Voids a draft, which needs no reason. */
  SalesInvoice voidDraft(String id);
}
