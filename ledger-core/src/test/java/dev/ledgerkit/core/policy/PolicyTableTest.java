package dev.ledgerkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The table of decisions in {@code docs/sync-policy.md} is what the code decides. With {@code
 * -Dledger.docs.write} it is written anew.
 */
class PolicyTableTest {
  private static final Path PAGE = Path.of("..", "docs", "sync-policy.md");
  private static final String BEGIN = "<!-- the decisions: written by PolicyTableTest -->\n";
  private static final String END = "<!-- end of the decisions -->";
  private static final Instant DAY = Instant.parse("2026-02-01T12:00:00Z");

  private final List<String> rows = new ArrayList<>();

  @Test
  void tableOfTheDocs_isWhatTheCodeDecides() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertThat(from).as("the place of the table").isBetween(BEGIN.length(), to);
    String table = table();
    if (Boolean.getBoolean("ledger.docs.write")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    }

    assertThat(page.substring(from, to)).isEqualTo(table);
  }

  private String table() {
    invoice("{}", "unpaid, 10.00", bill("10.00", false));
    invoice("{}", "unpaid, 0.00", bill("0.00", false));
    invoice("{\"sync_unpaid_invoices\":false}", "unpaid, 10.00", bill("10.00", false));
    invoice("{\"sync_unpaid_invoices\":false}", "paid, 10.00", bill("10.00", true));
    invoice("{\"sync_zero_value_invoices\":false}", "paid, 0.00", bill("0.00", true));
    invoice("{\"sync_zero_value_invoices\":false}", "unpaid, 10.00", bill("10.00", false));
    invoice("{\"sync_since\":\"2026-02-02\"}", "created 2026-02-01", bill("10.00", true));
    invoice("{\"sync_since\":\"2026-02-01\"}", "created 2026-02-01", bill("10.00", true));
    invoice("{\"website_filter\":[\"outlet\"]}", "website base", bill("10.00", true));
    invoice("{\"store_filter\":[\"uk\"]}", "store uk", bill("10.00", true));
    invoice(
        "{\"website_filter\":[\"base\"],\"store_filter\":[\"de\"]}",
        "website base, store uk",
        bill("10.00", true));
    row("products", "{}", "", decisions -> shown(decisions.products()));
    row("products", "{\"sync_products\":true}", "", decisions -> shown(decisions.products()));
    row("stock", "{\"sync_products\":true}", "", decisions -> shown(decisions.stock()));
    String rates = "{\"tax_rate_map\":{\" 20.0 \":\"STANDARD\"}}";
    rate(rates, "20");
    rate(rates, "5");
    rate("{\"default_tax_rate\":\"ZERO\",\"tax_rate_map\":{\"20\":\"STANDARD\"}}", "5");
    row("account", "{}", "", decisions -> shown(decisions.ledgerAccount()));
    row(
        "account",
        "{\"default_ledger_account\":\"4000\"}",
        "",
        decisions -> shown(decisions.ledgerAccount()));
    bank(
        "{\"payment_method_map\":{\"cash\":\"TILL\"},\"default_bank_account\":\"CURRENT\"}",
        "cash");
    bank("{\"payment_method_map\":{\"cash\":null},\"default_bank_account\":\"CURRENT\"}", "cash");
    bank(
        "{\"payment_method_map\":{\"cash\":\"TILL\"},\"default_bank_account\":\"CURRENT\"}",
        "card");
    bank("{\"payment_method_map\":{\"cash\":\"TILL\"}}", "card");
    item("simple");
    item("virtual");
    item("downloadable");
    item("bundle");
    return "| question | policy | event | answer |\n| --- | --- | --- | --- |\n"
        + String.join("", rows);
  }

  private void invoice(String policy, String event, SourceInvoice invoice) {
    row("invoice", policy, event, decisions -> shown(decisions.invoice(invoice)));
  }

  private void rate(String policy, String percentage) {
    row(
        "tax rate",
        policy,
        percentage + " %",
        decisions -> shown(decisions.taxRate(new BigDecimal(percentage))));
  }

  private void bank(String policy, String method) {
    row(
        "bank account",
        policy,
        "paid by " + method,
        decisions -> shown(decisions.bankAccount(method)));
  }

  private void item(String type) {
    row("item type", "{}", "product type " + type, decisions -> shown(decisions.itemType(type)));
  }

  private void row(
      String question, String policy, String event, Function<SyncDecisions, String> answer) {
    String answered = answer.apply(SyncPolicy.fromJson(policy).decisions());
    rows.add("| %s | `%s` | %s | %s |\n".formatted(question, policy, event, answered));
  }

  private static SourceInvoice bill(String total, boolean paid) {
    return new SourceInvoice(DAY, new BigDecimal(total), paid, "base", "uk");
  }

  private static String shown(Decision decision) {
    Reason reason = decision.reason();
    return reason == null ? "flows" : "`" + reason.code() + "`";
  }

  private static String shown(Mapping mapping) {
    if (mapping instanceof Mapping.To to) {
      return to.id() + (to.byDefault() ? " (default)" : "");
    }
    return "`" + ((Mapping.None) mapping).reason().code() + "`";
  }
}
