package dev.ledgerkit.examples;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.sage.IdempotencyKey;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.ContactQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
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
        () -> sage.salesInvoices().create(draft, key),
        again ->
            again.id().equals(invoice.id())
                ? "the same invoice, no duplicate: " + again.invoiceNumber()
                : "A DUPLICATE: " + again.invoiceNumber());

    steps.step(
        "Pay it",
        () -> sage.contactPayments().create(records.payment(contact, invoice), paymentKey(id)),
        payment -> "received " + payment.totalAmount());
    SalesInvoice paid =
        steps.step(
            "Read the invoice",
            () -> sage.salesInvoices().get(invoice.id()),
            read -> status(read.status()) + ", outstanding " + read.outstandingAmount());
    steps.step(
        "Check the money",
        () -> amount(paid.netAmount()).add(amount(paid.taxAmount())),
        sum ->
            "%s net + %s tax = %s, exact to the cent"
                .formatted(paid.netAmount(), paid.taxAmount(), sum));
  }

  private static IdempotencyKey paymentKey(BindingId id) {
    return IdempotencyKey.of("quickstart-payment:" + id);
  }

  private static String told(Page<Contact> page) {
    return page.items().size() + " on the first page" + (page.next() == null ? ", no more" : "");
  }

  private static String told(SalesInvoice invoice) {
    return "%s, total %s, %s"
        .formatted(invoice.invoiceNumber(), invoice.totalAmount(), status(invoice.status()));
  }

  private static String status(@Nullable Reference status) {
    return status == null ? "no status" : status.id();
  }

  private static BigDecimal amount(@Nullable BigDecimal amount) {
    return Objects.requireNonNull(amount, "an invoice read whole has its amounts");
  }
}
