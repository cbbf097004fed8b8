package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.sage.model.AddressRegion;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactAllocation;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.Journal;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.sage.model.LedgerEntry;
import dev.ledgerkit.sage.model.PaymentMethod;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.SageBusiness;
import dev.ledgerkit.sage.model.SageUser;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.model.Transaction;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ExampleReadingTest {
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("Contact", Contact.class),
          Map.entry("SalesInvoice", SalesInvoice.class),
          Map.entry("ContactPayment", ContactPayment.class),
          Map.entry("ContactAllocation", ContactAllocation.class),
          Map.entry("LedgerAccount", LedgerAccount.class),
          Map.entry("TaxRate", TaxRate.class),
          Map.entry("BankAccount", BankAccount.class),
          Map.entry("PaymentMethod", PaymentMethod.class),
          Map.entry("SageBusiness", SageBusiness.class),
          Map.entry("SageUser", SageUser.class),
          Map.entry("Journal", Journal.class),
          Map.entry("Transaction", Transaction.class),
          Map.entry("LedgerEntry", LedgerEntry.class));

  @ParameterizedTest
  @CsvSource({
    "Contact, examples-official/contact-create-response-start.json",
    "SalesInvoice, examples-official/sales-invoice-draft-response.json",
    "ContactPayment, examples-constructed/contact-payment-response.json",
    "ContactAllocation, examples-constructed/contact-allocation-response.json",
    "Journal, examples-official/journal-create-response.json",
    "SageUser, examples-constructed/user-response.json",
    "SageBusiness, examples-constructed/business-response.json",
    "SageBusiness, examples-official/business-subscriptions-fragment.json",
  })
  void record_readAndWritten_loses_nothing(String type, String example) {
    Lossless.assertRead(SharedExamples.json(example), TYPES.get(type));
  }

  @ParameterizedTest
  @CsvSource({
    "SageBusiness, examples-official/businesses-list-response.json",
    "Contact, examples-official/contacts-list-with-legacy-id.json",
    "SalesInvoice, examples-official/sales-invoices-list-with-attributes.json",
    "LedgerAccount, examples-official/ledger-accounts-visible-in-sales.json",
    "TaxRate, examples-constructed/tax-rates-list.json",
    "Transaction, examples-constructed/transactions-list.json",
    "LedgerEntry, examples-constructed/ledger-entries-list.json",
  })
  void list_readAndWritten_loses_nothing(String type, String example) {
    JsonNode envelope = SharedExamples.json(example);
    ListPage<?> page = SageJson.readList(SharedExamples.bytes(example), TYPES.get(type));

    assertThat(page.items()).hasSize(envelope.get("$items").size());
    assertThat(page.total()).isEqualTo(envelope.get("$total").asInt());
    assertThat(page.itemsPerPage()).isNotNull();
    envelope.get("$items").forEach(item -> Lossless.assertRead(item, TYPES.get(type)));
  }

  @Test
  void items_ofTheReferenceLists_loseNothing() {
    JsonNode lists = SharedExamples.json("examples-constructed/reference-lists.json");
    Map<String, Class<?>> types =
        Map.of(
            "/payment_methods", PaymentMethod.class,
            "/currencies", Reference.class,
            "/countries", Reference.class,
            "/address_regions", AddressRegion.class,
            "/contact_types", Reference.class);

    assertThat(lists.propertyNames()).hasSameElementsAs(types.keySet());
    types.forEach(
        (path, type) -> {
          assertThat(lists.get(path).get("$items")).isNotEmpty();
          lists.get(path).get("$items").forEach(item -> Lossless.assertRead(item, type));
        });
  }

  @Test
  void journal_fromTheGuide_hasTypedFields() {
    Journal journal =
        SageJson.read(
            SharedExamples.bytes("examples-official/journal-create-response.json"), Journal.class);

    assertThat(journal.total()).isEqualTo(new BigDecimal("100.0"));
    assertThat(journal.journalLines()).hasSize(2);
    assertThat(journal.journalLines().get(0).ledgerAccount().nominalCode()).isEqualTo(1);
    assertThat(journal.journalLines()).allMatch(line -> line.extra().isEmpty());
    assertThat(journal.extra()).isEmpty();
  }

  @Test
  void ledgerAccounts_nestedInJournals_loseNothing() {
    JsonNode journal = SharedExamples.json("examples-official/journal-create-response.json");

    journal
        .get("journal_lines")
        .forEach(line -> Lossless.assertRead(line.get("ledger_account"), LedgerAccount.class));
  }

  @Test
  void salesInvoice_fromTheGuide_hasTypedFields() {
    SalesInvoice invoice =
        SageJson.read(
            SharedExamples.bytes("examples-official/sales-invoice-draft-response.json"),
            SalesInvoice.class);

    assertThat(invoice.totalAmount()).isEqualTo(new BigDecimal("321.2"));
    assertThat(invoice.dueDate()).isEqualTo("2018-07-20");
    assertThat(invoice.createdAt()).isEqualTo("2018-06-20T06:12:23Z");
    assertThat(invoice.status().id()).isEqualTo("DRAFT");
    assertThat(invoice.transaction()).isNull();
    assertThat(invoice.invoiceLines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.ledgerAccount().displayedAs()).isEqualTo("Professional Fees (4000)");
              assertThat(line.taxBreakdown()).hasSize(1);
              assertThat(line.extra()).isEmpty();
            });
    assertThat(invoice.extra()).isEmpty();
  }

  /** The derived table names every field that Sage documents; none of them may land in extra. */
  @ParameterizedTest
  @CsvSource({
    "Contact",
    "SalesInvoice",
    "TaxRate",
    "LedgerAccount",
    "BankAccount",
    "ContactPayment",
    "ContactAllocation",
  })
  void documentedFields_ofAResource_haveAComponentEach(String model) {
    Lossless.assertComponents(model, TYPES.get(model));
  }
}
