package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceTimelineItem;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.InvoiceQuery;
import java.util.List;

/**
 * Invoices. They are created as drafts, and paid by explaining a bank transaction; there is no
 * other way to mark one as paid.
 *
 * @since 0.1
 */
public interface Invoices extends Documents<Invoice, InvoiceQuery, InvoiceDraft> {
  /** Lets FreeAgent send it on its date. */
  Invoice markAsScheduled(Ref<Invoice> ref);

  /** Writes off what is not paid; the invoice must have been sent and be overdue. */
  Invoice markAsCancelled(Ref<Invoice> ref);

  /** Makes a draft of a negative total the credit note it should have been. */
  CreditNote convertToCreditNote(Ref<Invoice> ref);

  /** A new draft with the same lines, under the next number. */
  Invoice duplicate(Ref<Invoice> ref);

  /**
   * Takes the payment from the customer's bank by their direct debit mandate.
   *
   * <p>Note: this moves money.
   *
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost: the payment may have
   *     been taken
   */
  Invoice collectByDirectDebit(Ref<Invoice> ref);

  /** What happened to invoices lately. */
  List<InvoiceTimelineItem> timeline();

  /** The text under every new invoice; empty for none. */
  String defaultAdditionalText();

  /** Sets the text under every new invoice; returns it. */
  String updateDefaultAdditionalText(String text);

  /** Removes the text under new invoices. */
  void deleteDefaultAdditionalText();
}
