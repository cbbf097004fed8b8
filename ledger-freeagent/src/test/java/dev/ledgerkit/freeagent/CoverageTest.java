package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.WireJson;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.BalanceSheet;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.BillItem;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Company;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.CreditNoteItem;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceItem;
import dev.ledgerkit.freeagent.model.JournalEntry;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.LedgerTransaction;
import dev.ledgerkit.freeagent.model.PaymentMethods;
import dev.ledgerkit.freeagent.model.PayrollProfile;
import dev.ledgerkit.freeagent.model.PriceListItem;
import dev.ledgerkit.freeagent.model.ProfitAndLoss;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What FreeAgent documents, beside what the client does: every operation is sent once over a
 * socket, every attribute is a component. What is left out stands here with its reason, and must
 * still be missing.
 */
class CoverageTest extends WireTest {
  private static final Set<String> RESOURCES =
      Set.of(
          "accounting",
          "account_managers",
          "attachments",
          "bank_accounts",
          "bank_transaction",
          "bank_transactions",
          "bank_transaction_explanations",
          "bills",
          "categories",
          "clients",
          "company",
          "contacts",
          "credit_note_reconciliations",
          "credit_notes",
          "ec_moss",
          "email_addresses",
          "expenses",
          "invoices",
          "journal_sets",
          "practice",
          "price_list_item",
          "price_list_items",
          "projects",
          "stock_items",
          "users");

  private static final String SINGULAR =
      "the page prints the singular; every other operation has the plural, which is what is sent";
  private static final String SELF_ASSESSMENT = "tax returns of users are not among the resources";

  private static final Map<String, String> OPERATIONS_LEFT_OUT =
      new TreeMap<>(
          Map.of(
              "DELETE /bank_transaction/:id", SINGULAR,
              "DELETE /price_list_item/:id", SINGULAR,
              "GET /users/:id/self_assessment_returns", SELF_ASSESSMENT,
              "GET /users/:id/self_assessment_returns/:id", SELF_ASSESSMENT,
              "PUT /users/:id/self_assessment_returns/:id/mark_as_filed", SELF_ASSESSMENT,
              "PUT /users/:id/self_assessment_returns/:id/mark_as_unfiled", SELF_ASSESSMENT,
              "PUT /users/:id/self_assessment_returns/:id/payments/:id/mark_as_paid",
                  SELF_ASSESSMENT,
              "PUT /users/:id/self_assessment_returns/:id/payments/:id/mark_as_unpaid",
                  SELF_ASSESSMENT));

  /** The models whose components are the attributes of a page's tables. */
  private static final Map<String, List<Class<?>>> MODELS =
      Map.ofEntries(
          Map.entry("attachments", List.of(Attachment.class)),
          Map.entry("balance_sheet", List.of(BalanceSheet.class)),
          Map.entry("bank_accounts", List.of(BankAccount.class)),
          Map.entry("bank_transactions", List.of(BankTransaction.class)),
          Map.entry("bank_transaction_explanations", List.of(BankTransactionExplanation.class)),
          Map.entry("bills", List.of(Bill.class, BillItem.class)),
          Map.entry("categories", List.of(Category.class)),
          Map.entry("company", List.of(Company.class)),
          Map.entry("contacts", List.of(Contact.class)),
          Map.entry("credit_notes", List.of(CreditNote.class, CreditNoteItem.class)),
          Map.entry("credit_note_reconciliations", List.of(CreditNoteReconciliation.class)),
          Map.entry("expenses", List.of(Expense.class)),
          Map.entry("invoices", List.of(Invoice.class, InvoiceItem.class, PaymentMethods.class)),
          Map.entry("journal_sets", List.of(JournalSet.class, JournalEntry.class)),
          Map.entry("price_list_items", List.of(PriceListItem.class)),
          Map.entry("profit_and_loss", List.of(ProfitAndLoss.class)),
          Map.entry("projects", List.of(Project.class)),
          Map.entry("stock_items", List.of(StockItem.class)),
          Map.entry("transactions", List.of(LedgerTransaction.class)),
          Map.entry("users", List.of(User.class, PayrollProfile.class)));

  private final Set<String> sent = new ConcurrentSkipListSet<>();

  @Override
  FreeAgentProvider.Builder settings(FreeAgentProvider.Builder builder) {
    return builder.limits(List.of());
  }

  @Test
  void everythingDocumented_isCoveredOrLeftOutForAReason() {
    server.setDispatcher(new Answers());
    new DrivenClient(freeagent).callEverything();

    Set<String> documented = documentedOperations();
    Set<String> missing = new TreeSet<>(documented);
    missing.removeAll(sent);
    assertThat(missing).isEqualTo(OPERATIONS_LEFT_OUT.keySet());
    assertThat(sent).as("sent without being documented").isSubsetOf(withAliases(documented));

    Set<String> attributes = new TreeSet<>();
    Set<String> absent = new TreeSet<>();
    MODELS.forEach((page, models) -> compare(page, models, attributes, absent));
    assertThat(absent).isEqualTo(Attributes.LEFT_OUT.keySet());

    OPERATIONS_LEFT_OUT.forEach((what, why) -> System.out.printf("left out: %s: %s%n", what, why));
    Attributes.LEFT_OUT.forEach((what, why) -> System.out.printf("left out: %s: %s%n", what, why));
    int operations = documented.size() - missing.size();
    int read = attributes.size() - absent.size();
    System.out.printf(
        "covered %d of %d operations, %d of %d attributes%n", operations, operations, read, read);
  }

  /** The client deletes by the plural path where a page prints the singular. */
  private static Set<String> withAliases(Set<String> documented) {
    Set<String> all = new TreeSet<>(documented);
    all.add("DELETE /bank_transactions/:id");
    all.add("DELETE /price_list_items/:id");
    return all;
  }

  private static Set<String> documentedOperations() {
    Set<String> operations = new TreeSet<>();
    for (JsonNode endpoint : SharedExamples.json("endpoints.json").get("endpoints")) {
      String path = endpoint.get("path").asString().substring("/v2".length()).split("\\?", -1)[0];
      if (RESOURCES.contains(path.split("/", -1)[1])) {
        operations.add(
            endpoint.get("method").asString() + " " + path.replaceAll("/:[a-z_]+", "/:id"));
      }
    }
    return operations;
  }

  private static void compare(
      String page, List<Class<?>> models, Set<String> attributes, Set<String> absent) {
    Set<String> known =
        models.stream()
            .flatMap(model -> Arrays.stream(model.getRecordComponents()))
            .map(
                component -> {
                  JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                  return named == null ? WireJson.wireName(component.getName()) : named.value();
                })
            .collect(Collectors.toSet());
    for (JsonNode table :
        SharedExamples.json("attributes.json").get("pages").get(page).get("tables")) {
      for (JsonNode attribute : table.get("attributes")) {
        String name = page + "." + attribute.get("name").asString();
        attributes.add(name);
        if (!known.contains(attribute.get("name").asString())) {
          absent.add(name);
        }
      }
    }
  }

  /** One document that is an answer to everything. */
  private final class Answers extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String path = request.getTarget().substring("/v2".length()).split("\\?", -1)[0];
      sent.add(request.getMethod() + " " + path.replaceAll("/\\d+", "/:id"));
      return json(200, Attributes.answerTo(request.getMethod() + " " + path)).build();
    }
  }
}
