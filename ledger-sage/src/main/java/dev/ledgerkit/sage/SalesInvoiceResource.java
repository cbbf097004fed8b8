package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;

/** Sales invoices, with what only they can do. */
final class SalesInvoiceResource
    extends Resource<SalesInvoice, SalesInvoiceQuery, SalesInvoiceDraft> implements SalesInvoices {
  private static final int MAX_REASON = 200;

  SalesInvoiceResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/sales_invoices", "sales_invoice", SalesInvoice.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Unasked, a read marks the invoice as sent. */
  @Override
  ApiRequest.Builder reading(String path) {
    return super.reading(path).query("mark_as_sent", false);
  }

  @Override
  public SalesInvoice release(String id) {
    return read(
        ApiRequest.post(pathOf(id) + "/release", new byte[0])
            .lookup("the status of sales invoice " + id));
  }

  @Override
  public SalesInvoice voidInvoice(String id, String reason) {
    if (reason.isBlank() || reason.length() > MAX_REASON) {
      throw new ConfigurationException(
          "'%s' is refused as the reason to void sales invoice %s: Sage takes 1 to %d characters."
              .formatted(reason, id, MAX_REASON));
    }
    return read(ApiRequest.delete(pathOf(id)).query("void_reason", reason));
  }

  @Override
  public SalesInvoice voidDraft(String id) {
    return read(ApiRequest.delete(pathOf(id)));
  }
}
