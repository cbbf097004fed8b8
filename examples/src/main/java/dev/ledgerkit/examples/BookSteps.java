package dev.ledgerkit.examples;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.ContactQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a host does all day: read contacts, post an invoice once, and pay it. */
final class BookSteps {
  private final Steps steps;
  private final SageClient sage;
  private final TestRecords records;

  BookSteps(World world, Steps steps, SageClient sage, ReferenceData lists) {
    this.steps = steps;
    this.sage = sage;
    this.records =
        new TestRecords(lists, LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC));
  }

  void read() {
    steps.step(
        "List contacts",
        () -> sage.contacts().list(ContactQuery.builder().excludeSystem(true).build()).first(),
        BookSteps::told);
  }

  void write(BindingId id) {
    Contact contact =
        steps.step(
            "Create a contact",
            () -> sage.contacts().create(records.contact()),
            made -> "" + made.displayedAs());

    // Made of what names the event at the host, so that a restart sends the same key again.
    IdempotencyKey key = IdempotencyKey.of("quickstart-invoice:" + id);
    SalesInvoiceDraft draft = records.invoice(contact);
    SalesInvoice invoice =
        steps.step(
            "Post an invoice", () -> sage.salesInvoices().create(draft, key), BookSteps::told);
    steps.step(
        "Post it again, same key",
        () -> same(invoice, sage.salesInvoices().create(draft, key)),
        again -> "the same invoice, no duplicate: " + again.invoiceNumber());

    steps.step(
        "Pay it",
        () -> sage.contactPayments().create(records.payment(contact, invoice), paymentKey(id)),
        payment -> "received " + amount(payment.totalAmount()));
    SalesInvoice paid =
        steps.step(
            "Read the invoice",
            () -> sage.salesInvoices().get(invoice.id()),
            read -> status(read.status()) + ", outstanding " + amount(read.outstandingAmount()));
    steps.step(
        "Check the money",
        () -> amount(paid.netAmount()).add(amount(paid.taxAmount())),
        sum ->
            "%s net + %s tax = %s, exact to the cent"
                .formatted(amount(paid.netAmount()), amount(paid.taxAmount()), sum));
  }

  private static SalesInvoice same(SalesInvoice first, SalesInvoice again) {
    if (!again.id().equals(first.id())) {
      throw new LedgerException("A second invoice: " + again.invoiceNumber() + ".", null);
    }
    return again;
  }

  private static IdempotencyKey paymentKey(BindingId id) {
    return IdempotencyKey.of("quickstart-payment:" + id);
  }

  private static String told(Page<Contact> page) {
    return "%d of %d".formatted(page.items().size(), Math.max(page.total(), page.items().size()));
  }

  private static String told(SalesInvoice invoice) {
    return "%s, total %s, %s"
        .formatted(
            invoice.invoiceNumber(), amount(invoice.totalAmount()), status(invoice.status()));
  }

  private static String status(@Nullable Reference status) {
    return status == null ? "no status" : status.id();
  }

  /** As people write it, without rounding anything away. */
  private static BigDecimal amount(@Nullable BigDecimal amount) {
    if (amount == null) {
      throw new LedgerException("Sage answered a record without its amounts.", null);
    }
    BigDecimal exact = amount.stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }
}
