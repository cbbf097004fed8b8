package dev.ledgerkit.examples;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.freeagent.FreeAgentClient;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.InvoiceItemDraft;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.ItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The same day at the other provider: a contact, an invoice posted once, its payment. */
final class FreeAgentSteps {
  private final World world;
  private final Steps steps;
  private final Ledger ledger;

  FreeAgentSteps(World world, Steps steps, Ledger ledger) {
    this.world = world;
    this.steps = steps;
    this.ledger = ledger;
  }

  void walk(FreeAgentMerchant merchant, Binding binding) {
    FreeAgentClient books = merchant.provider().client(ledger.api(), binding);
    Contact contact =
        steps.step(
            "Find or create a contact",
            () ->
                books
                    .contacts()
                    .findOrCreate(
                        ContactDraft.builder()
                            .organisationName("Ledger quickstart")
                            .email("quickstart@example.com")
                            .build()),
            made -> "" + made.organisationName());
    IdempotencyKey key = IdempotencyKey.of("quickstart-invoice:" + binding.id());
    Invoice invoice =
        steps.step(
            "Post an invoice",
            () -> books.invoices().create(invoice(contact), key),
            made -> "total " + made.totalValue() + ", " + made.status());
    steps.step(
        "Post it again, same key",
        () -> same(invoice, books.invoices().create(invoice(contact), key)),
        again -> "found, not duplicated");
    steps.step(
        "Send it",
        () -> books.invoices().markAsSent(invoice.url()),
        sent -> sent.status() + ", due " + sent.dueOn());
    steps.step(
        "Pay it",
        () -> pay(books, invoice, binding.id()),
        paid -> paid.status() + ", due value " + paid.dueValue());
    steps.step(
        "Disconnect FreeAgent",
        () -> ledger.connect().disconnect(binding.id()),
        revoked ->
            "tokens deleted here; FreeAgent has no way to revoke them, "
                + ledger.bindings().get(binding.id()).status());
  }

  private Invoice pay(FreeAgentClient books, Invoice invoice, BindingId id) {
    BankAccount account =
        books.bankAccounts().list().stream()
            .findFirst()
            .orElseThrow(() -> new LedgerException("The company has no bank account.", null));
    books
        .bankTransactionExplanations()
        .create(
            BankTransactionExplanationDraft.builder()
                .bankAccount(account.url())
                .datedOn(today())
                .grossValue(invoice.totalValue())
                .paidInvoice(invoice.url())
                .build(),
            IdempotencyKey.of("quickstart-payment:" + id));
    return books.invoices().get(invoice.url());
  }

  private InvoiceDraft invoice(Contact contact) {
    return InvoiceDraft.builder()
        .contact(contact.url())
        .datedOn(today())
        .invoiceItems(
            List.of(
                InvoiceItemDraft.builder()
                    .itemType(ItemType.HOURS)
                    .description("Design")
                    .quantity(new BigDecimal("3"))
                    .price(new BigDecimal("49.95"))
                    .salesTaxRate(new BigDecimal("20"))
                    .build()))
        .build();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
  }

  private static Invoice same(Invoice first, Invoice again) {
    if (!again.url().is(first.url())) {
      throw new LedgerException("A second invoice: " + again.url() + ".", null);
    }
    return again;
  }
}
