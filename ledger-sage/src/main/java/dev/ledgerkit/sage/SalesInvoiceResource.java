package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;

/** Sales invoices. */
final class SalesInvoiceResource
    extends SalesDocumentResource<SalesInvoice, SalesInvoiceQuery, SalesInvoiceDraft>
    implements SalesInvoices {
  SalesInvoiceResource(SageCalls calls, ZeroTaxRate zeroTaxRate) {
    super(
        calls,
        zeroTaxRate,
        ResourceSpec.keyed("/sales_invoices", "sales_invoice", SalesInvoice.class));
  }

  @Override
  public SalesInvoice voidInvoice(String id, String reason) {
    return voided(id, reason);
  }
}
