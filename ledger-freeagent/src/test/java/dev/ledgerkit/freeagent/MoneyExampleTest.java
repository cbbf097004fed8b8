package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.DraftFields;
import dev.ledgerkit.freeagent.draft.BankAccountDraft;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.BillDraft;
import dev.ledgerkit.freeagent.draft.BillItemDraft;
import dev.ledgerkit.freeagent.draft.ExpenseDraft;
import dev.ledgerkit.freeagent.draft.JournalEntryDraft;
import dev.ledgerkit.freeagent.draft.JournalSetDraft;
import dev.ledgerkit.freeagent.draft.PriceListItemDraft;
import dev.ledgerkit.freeagent.draft.StatementLine;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankAccountStatus;
import dev.ledgerkit.freeagent.model.BankAccountType;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BillItem;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.JournalEntry;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.RebillType;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.model.VatStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests about money, as the documentation and FreeAgent's own collection send them. */
class MoneyExampleTest {
  private static final URI BASE = URI.create("https://api.freeagent.com/v2");
  private static final DraftFields FIELDS =
      new DraftFields((Draft draft) -> FreeAgentJson.fields(draft, BASE));

  @Test
  void bankAccount_ofTheCollection_isADraft() {
    JsonNode wanted = ExampleWritingTest.collected("Create Bank Account").get("bank_account");

    assertSame(
        without(wanted, "created_at", "updated_at"),
        BankAccountDraft.builder()
            .openingBalance(new BigDecimal("0.0"))
            .type(BankAccountType.STANDARD)
            .name("Default bank account")
            .isPersonal(false)
            .status(BankAccountStatus.ACTIVE)
            .build());
  }

  /** The collection sends the answer's attachment back, which nothing documents as writable. */
  @Test
  void explanations_ofTheCollection_areDrafts() {
    for (String name :
        List.of("Create a bank transaction explanation", "Update a bank transaction explanation")) {
      JsonNode wanted = ExampleWritingTest.collected(name).get("bank_transaction_explanation");
      assertSame(
          without(wanted, "attachment"),
          BankTransactionExplanationDraft.builder()
              .bankTransaction(BankTransaction.ref("8"))
              .bankAccount(BankAccount.ref("1"))
              .datedOn(LocalDate.of(2010, 5, 1))
              .description("harness end-to-end e-business")
              .category(Category.ref("285"))
              .grossValue(new BigDecimal("-730.0"))
              .project(Project.ref("1"))
              .rebillType(RebillType.of(wanted.get("rebill_type").asString()))
              .rebillFactor(new BigDecimal(wanted.get("rebill_factor").asString()))
              .build());
    }
  }

  @Test
  void expenses_ofCollectionAndDocumentation_areDrafts() {
    ObjectNode wanted = (ObjectNode) ExampleWritingTest.collected("Create expense").get("expense");
    wanted.put("user", BASE + "/users/42");

    assertSame(
        without(wanted, "created_at", "updated_at"),
        ExpenseDraft.builder()
            .user(User.ref("42"))
            .category(Category.ref("285"))
            .datedOn(LocalDate.of(2011, 8, 24))
            .currency("USD")
            .grossValue(new BigDecimal("-20.0"))
            .nativeGrossValue(new BigDecimal("-12.0"))
            .salesTaxRate(new BigDecimal("1.0"))
            .salesTaxValue(new BigDecimal("-0.2"))
            .nativeSalesTaxValue(new BigDecimal("-0.12"))
            .description("Some description")
            .manualSalesTaxAmount(new BigDecimal("0.12"))
            .build());
    assertSame(
        SharedExamples.json("docs-examples/sales_tax.json").at("/examples/0/json/expense"),
        ExpenseDraft.builder()
            .user(User.ref("1"))
            .category(Category.ref("285"))
            .datedOn(LocalDate.of(2019, 10, 22))
            .grossValue(new BigDecimal("-100.0"))
            .salesTaxRate(new BigDecimal("20"))
            .description("Example of setting a sales_tax_rate manually")
            .receiptReference("001")
            .build());
  }

  @Test
  void statement_ofTheCollection_isMadeOfLines() {
    JsonNode wanted = ExampleWritingTest.collected("Upload a bank statement");
    List<StatementLine> lines =
        List.of(
            line(LocalDate.of(2019, 7, 1), "-100", "Local Council"),
            line(LocalDate.of(2019, 7, 5), "3560", "Sales"));

    ObjectNode sent = FreeAgentJson.WIRE.object();
    sent.set("statement", FreeAgentJson.WIRE.tree(FreeAgentJson.WIRE.write(lines)));
    assertThat(sent).isEqualTo(wanted);
  }

  private static StatementLine line(LocalDate day, String amount, String description) {
    return StatementLine.builder()
        .datedOn(day)
        .amount(new BigDecimal(amount))
        .description(description)
        .build();
  }

  @Test
  void manyExpenses_ofTheCollection_areDrafts() {
    JsonNode wanted = ExampleWritingTest.collected("Batch create expenses").get("expenses");
    String[] values = {"-12.0", "-5.0"};

    for (int i = 0; i < values.length; i++) {
      ((ObjectNode) wanted.get(i)).put("user", BASE + "/users/1");
      assertSame(
          without(wanted.get(i), "created_at", "updated_at"),
          ExpenseDraft.builder()
              .user(User.ref("1"))
              .category(Category.ref("285"))
              .datedOn(LocalDate.of(2011, 8, 24))
              .grossValue(new BigDecimal(values[i]))
              .salesTaxRate(new BigDecimal("20.0"))
              .description("Some description")
              .manualSalesTaxAmount(new BigDecimal("0.12"))
              .build());
    }
  }

  /**
   * The collection's bills are of a form that the documentation does not have any more: category,
   * total and "sale_tax_rate" on the bill itself. Should that change, this fails.
   */
  @Test
  void bills_ofTheCollection_areOfAFormThatIsNotDocumented() {
    JsonNode bill = ExampleWritingTest.collected("Create Bill").get("bill");

    assertThat(bill.has("bill_items")).isFalse();
    assertThat(bill.has("sale_tax_rate")).isTrue();
    assertThat(documentedAttributes("bills")).doesNotContain("sale_tax_rate");
  }

  private static List<String> documentedAttributes(String page) {
    return SharedExamples.json("attributes.json")
        .at("/pages/" + page + "/tables/0/attributes")
        .valueStream()
        .map(attribute -> attribute.get("name").asString())
        .toList();
  }

  /** What is singular or empty on the page, FreeAgent's own answers spell otherwise. */
  @Test
  void bills_everyDocumentedRequest_isADraft() {
    List<JsonNode> requests = ExampleWritingTest.documented("bills");
    assertThat(requests).hasSize(3);

    assertSame(
        requests.get(0).get("bill"),
        BillDraft.builder()
            .contact(Contact.ref("1"))
            .reference("REF100")
            .datedOn(LocalDate.of(2020, 9, 14))
            .dueOn(LocalDate.of(2020, 10, 14))
            .billItems(
                List.of(
                    BillItemDraft.builder()
                        .category(Category.ref("609"))
                        .description("Alex Gregory - Bill REF100")
                        .salesTaxRate(new BigDecimal("20.0"))
                        .stockAlteringQuantity(new BigDecimal("1.0"))
                        .stockItem(Ref.<StockItem>answered(BASE + "/stock_item/42"))
                        .totalValue(new BigDecimal("100.0"))
                        .build()))
            .build());
    assertSame(
        requests.get(1).get("bill"),
        BillDraft.builder().reference("REF100").billItems(List.of(changedLine())).build());
    JsonNode several = requests.get(2).get("bill");
    ((ObjectNode) several.at("/bill_items/2")).remove("url"); // empty for a new one
    assertSame(
        several,
        BillDraft.builder()
            .reference("REF100")
            .billItems(
                List.of(
                    changedLine(),
                    BillItemDraft.delete(BillItem.ref("200002")),
                    BillItemDraft.builder()
                        .category(Category.ref("285"))
                        .description("New bill item for accommodation fees")
                        .totalValue(new BigDecimal("200.00"))
                        .build()))
            .build());
  }

  private static BillItemDraft changedLine() {
    return BillItemDraft.change(BillItem.ref("100001"))
        .description("Updating an existing bill item")
        .totalValue(new BigDecimal("172.50"))
        .build();
  }

  @Test
  void priceList_everyDocumentedRequest_isADraft() {
    List<JsonNode> requests = ExampleWritingTest.documented("price_list_items");

    assertSame(
        requests.get(0).get("price_list_item"),
        PriceListItemDraft.builder()
            .code("A001")
            .description("Apple")
            .vatStatus(VatStatus.STANDARD)
            .price(new BigDecimal("1.99"))
            .itemType(ItemType.PRODUCTS)
            .quantity(BigDecimal.ONE)
            .build());
    assertSame(
        requests.get(1).get("price_list_item"),
        PriceListItemDraft.builder().description("Pear").price(new BigDecimal("3.99")).build());
  }

  @Test
  void journals_ofTheCollection_areDrafts() {
    JournalEntryDraft sales =
        JournalEntryDraft.builder()
            .category(Category.ref("001"))
            .description("A Sales Correction")
            .debitValue(new BigDecimal("-123.45"))
            .build();
    JournalEntryDraft capital =
        JournalEntryDraft.builder()
            .category(Category.ref("901"))
            .user(User.ref("1"))
            .description("Director's Capital Introduced")
            .debitValue(new BigDecimal("123.45"))
            .build();
    assertSame(
        ExampleWritingTest.collected("Create a journal set").get("journal_set"),
        journal(LocalDate.of(2019, 7, 28), sales, capital));
    assertSame(
        without(ExampleWritingTest.collected("Update a journal set").get("journal_set"), "url"),
        journal(
            LocalDate.of(2011, 7, 28),
            JournalEntryDraft.change(entry("1"))
                .category(sales.category())
                .description(sales.description())
                .debitValue(sales.debitValue())
                .build(),
            JournalEntryDraft.change(entry("2"))
                .category(capital.category())
                .user(capital.user())
                .description(capital.description())
                .debitValue(capital.debitValue())
                .build()));
  }

  private static Ref<JournalEntry> entry(String id) {
    return Ref.answered(BASE + "/journal_entries/" + id);
  }

  private static JournalSetDraft journal(LocalDate day, JournalEntryDraft... entries) {
    return JournalSetDraft.builder()
        .datedOn(day)
        .description("An example journal set")
        .tag("MYAPPTAG")
        .journalEntries(List.of(entries))
        .build();
  }

  private static JsonNode without(JsonNode record, String... fields) {
    ((ObjectNode) record).remove(List.of(fields));
    return record;
  }

  private static void assertSame(JsonNode wanted, Draft draft) {
    assertThat(Canonical.written(FIELDS.fields().apply(draft)))
        .isEqualTo(Canonical.written(wanted));
  }
}
