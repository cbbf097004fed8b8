package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.freeagent.model.AccountManager;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.BalanceSheet;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryTree;
import dev.ledgerkit.freeagent.model.Company;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.EcSalesTaxRate;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceTimelineItem;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.LedgerTransaction;
import dev.ledgerkit.freeagent.model.MileageSettings;
import dev.ledgerkit.freeagent.model.PaymentMethods;
import dev.ledgerkit.freeagent.model.Practice;
import dev.ledgerkit.freeagent.model.PracticeClient;
import dev.ledgerkit.freeagent.model.PriceListItem;
import dev.ledgerkit.freeagent.model.ProfitAndLoss;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.TaxTimelineItem;
import dev.ledgerkit.freeagent.model.TrialBalanceLine;
import dev.ledgerkit.freeagent.model.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every documented answer and every recorded one reads, and loses nothing on the way. */
class ExampleReadingTest {
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("contact", Contact.class),
          Map.entry("invoice", Invoice.class),
          Map.entry("credit_note", CreditNote.class),
          Map.entry("credit_note_reconciliation", CreditNoteReconciliation.class),
          Map.entry("project", Project.class),
          Map.entry("user", User.class),
          Map.entry("company", Company.class),
          Map.entry("payment_methods", PaymentMethods.class),
          Map.entry("timeline_item", TaxTimelineItem.class),
          Map.entry("invoice_timeline_item", InvoiceTimelineItem.class),
          Map.entry("income_categories", Category.class),
          Map.entry("admin_expenses_categories", Category.class),
          Map.entry("cost_of_sales_categories", Category.class),
          Map.entry("general_categories", Category.class),
          Map.entry("bank_account", BankAccount.class),
          Map.entry("bank_transaction", BankTransaction.class),
          Map.entry("bank_transaction_explanation", BankTransactionExplanation.class),
          Map.entry("attachment", Attachment.class),
          Map.entry("expense", Expense.class),
          Map.entry("mileage_settings", MileageSettings.class),
          Map.entry("bill", Bill.class),
          Map.entry("price_list_item", PriceListItem.class),
          Map.entry("stock_item", StockItem.class),
          Map.entry("journal_set", JournalSet.class),
          Map.entry("transaction", LedgerTransaction.class),
          Map.entry("trial_balance_summary", TrialBalanceLine.class),
          Map.entry("profit_and_loss_summary", ProfitAndLoss.class),
          Map.entry("balance_sheet", BalanceSheet.class),
          Map.entry("sales_tax_rate", EcSalesTaxRate.class));

  /** Texts and lists of texts, for which there is no record. */
  private static final Set<String> PLAIN =
      Set.of("pdf", "default_additional_text", "business_categories", "ec_tax_name");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contacts",
        "invoices",
        "credit_notes",
        "credit_note_reconciliations",
        "projects",
        "categories",
        "company",
        "users",
        "bank_accounts",
        "bank_transactions",
        "bank_transaction_explanations",
        "attachments",
        "expenses",
        "bills",
        "price_list_items",
        "stock_items",
        "journal_sets",
        "transactions",
        "trial_balance",
        "profit_and_loss",
        "balance_sheet",
        "sales_tax",
      })
  void documentedAnswers_readAndWritten_loseNothing(String page) {
    int read = 0;
    for (JsonNode example :
        SharedExamples.json("docs-examples/" + page + ".json").get("examples")) {
      if (example.get("role").asString().equals("response")) {
        JsonNode document = example.has("json") ? example.get("json") : example.get("body");
        for (var envelope : document.properties()) {
          read += losesNothing(envelope.getKey(), envelope.getValue());
        }
      }
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contacts",
        "invoices",
        "credit_notes",
        "projects",
        "users",
        "company",
        "categories",
        "bank_accounts",
        "bank_transactions",
        "bank_transaction_explanations",
        "attachments",
        "expenses",
        "bills",
        "price_list_items",
        "journal_sets",
        "transactions",
        "trial_balance",
        "profit_and_loss",
        "balance_sheet",
        "ec_moss_rates"
      })
  void recordedAnswers_readAndWritten_loseNothing(String name) {
    int read = 0;
    for (var envelope :
        SharedExamples.json("live-sandbox-2026-08/" + name + ".json").properties()) {
      read += losesNothing(envelope.getKey(), envelope.getValue());
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contacts",
        "invoices",
        "credit_notes",
        "projects",
        "users",
        "company",
        "bank_accounts",
        "bank_transactions",
        "bank_transaction_explanations",
        "attachments",
        "expenses",
        "bills",
        "price_list_items",
        "journal_sets",
        "transactions",
        "trial_balance",
        "profit_and_loss",
        "balance_sheet"
      })
  void recordedAnswers_ofLiveCompanies_haveAComponentForEveryField(String name) {
    for (var envelope :
        SharedExamples.json("live-sandbox-2026-08/" + name + ".json").properties()) {
      JsonNode value = envelope.getValue();
      for (JsonNode record : value.isArray() ? value : FreeAgentJson.WIRE.tree(array(value))) {
        Object read = FreeAgentJson.WIRE.read(record, type(envelope.getKey()));
        assertThat(read.toString()).doesNotContainPattern("extra=\\{[^}]");
      }
    }
  }

  /** The pages' tables name every field; all of them must be components. */
  @Test
  void documentedAttributes_ofEveryResource_haveAComponentEach() {
    JsonNode pages = SharedExamples.json("attributes.json").get("pages");
    Map<String, Class<?>> models =
        Map.ofEntries(
            Map.entry("contacts", Contact.class),
            Map.entry("invoices", Invoice.class),
            Map.entry("credit_notes", CreditNote.class),
            Map.entry("credit_note_reconciliations", CreditNoteReconciliation.class),
            Map.entry("projects", Project.class),
            Map.entry("categories", Category.class),
            Map.entry("company", Company.class),
            Map.entry("users", User.class),
            Map.entry("bank_accounts", BankAccount.class),
            Map.entry("bank_transactions", BankTransaction.class),
            Map.entry("bank_transaction_explanations", BankTransactionExplanation.class),
            Map.entry("attachments", Attachment.class),
            Map.entry("expenses", Expense.class),
            Map.entry("bills", Bill.class),
            Map.entry("price_list_items", PriceListItem.class),
            Map.entry("stock_items", StockItem.class),
            Map.entry("journal_sets", JournalSet.class),
            Map.entry("transactions", LedgerTransaction.class),
            Map.entry("profit_and_loss", ProfitAndLoss.class),
            Map.entry("balance_sheet", BalanceSheet.class));
    // Sent only, and never answered.
    Set<String> sentOnly =
        Set.of("include_timeslips", "include_expenses", "include_estimates", "send_invitation");
    TreeSet<String> absent = new TreeSet<>();
    models.forEach(
        (page, model) -> {
          Set<String> known = new TreeSet<>();
          for (var component : model.getRecordComponents()) {
            var named =
                component
                    .getAccessor()
                    .getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
            known.add(
                named == null
                    ? dev.ledgerkit.core.client.WireJson.wireName(component.getName())
                    : named.value());
          }
          for (JsonNode attribute : pages.get(page).get("tables").get(0).get("attributes")) {
            String name = attribute.get("name").asString();
            if (!known.contains(name) && !sentOnly.contains(name)) {
              absent.add(page + "." + name);
            }
          }
        });

    assertThat(absent).isEmpty();
  }

  @Test
  void categoryTree_documented_hasItsBranches() {
    JsonNode examples = SharedExamples.json("docs-examples/categories.json").get("examples");
    JsonNode list =
        examples.get(0).has("json") ? examples.get(0).get("json") : examples.get(0).get("body");

    CategoryTree tree = FreeAgentJson.WIRE.read(FreeAgentJson.WIRE.write(list), CategoryTree.class);

    assertThat(Canonical.of(FreeAgentJson.WIRE.fields(tree))).isEqualTo(Canonical.of(list));
    assertThat(tree.withCode("001"))
        .hasValueSatisfying(sales -> assertThat(sales.description()).isEqualTo("Sales"));
    assertThat(tree.all()).hasSize(4);
  }

  @Test
  void practiceExamples_readAndWritten_loseNothing() {
    JsonNode examples = SharedExamples.json("practice-and-locks.json");

    for (String name : List.of("clients_example_2023_shape", "clients_minimal_data_example")) {
      losesNothing(PracticeClient.class, examples.at("/" + name + "/clients/0"));
    }
    losesNothing(Practice.class, examples.get("practice_example"));
    losesNothing(AccountManager.class, examples.at("/account_manager_example/account_manager"));
  }

  private static void losesNothing(Class<?> type, JsonNode value) {
    assertThat(value.isObject()).isTrue();
    Object read = FreeAgentJson.WIRE.read(value, type);
    assertThat(Canonical.of(FreeAgentJson.WIRE.fields(read))).isEqualTo(Canonical.of(value));
    assertThat(read.toString()).doesNotContainPattern("extra=\\{[^}]");
  }

  private static int losesNothing(String envelope, JsonNode value) {
    if (PLAIN.contains(envelope)) {
      return 1;
    }
    if (value.isArray()) {
      value.forEach(item -> losesNothing(envelope, item));
      return value.size();
    }
    Object read = FreeAgentJson.WIRE.read(value, type(envelope));
    assertThat(Canonical.of(FreeAgentJson.WIRE.fields(read)))
        .as(envelope)
        .isEqualTo(Canonical.of(value));
    return 1;
  }

  private static Class<?> type(String envelope) {
    Class<?> exact = TYPES.get(envelope);
    Class<?> type = exact == null ? TYPES.get(envelope.substring(0, envelope.length() - 1)) : exact;
    assertThat(type).as("a model for '%s'", envelope).isNotNull();
    return type;
  }

  private static byte[] array(JsonNode one) {
    return ("[" + one + "]").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
