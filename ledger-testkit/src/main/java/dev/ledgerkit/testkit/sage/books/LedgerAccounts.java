package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The chart of accounts; there is no delete. */
final class LedgerAccounts implements Rules {
  private static final List<String> SCOPES =
      List.of(
          "banking",
          "expenses",
          "journals",
          "other_payments",
          "other_receipts",
          "reporting",
          "sales");

  private final Book book;

  LedgerAccounts(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body) {
    fill(row, body);
    for (String scope : SCOPES) {
      String field = "visible_in_" + scope;
      boolean usual = visibleByType(scope, body.text("ledger_account_type_id"));
      row.json().put(field, body.mentions(field) ? body.flag(field) : usual);
    }
  }

  @Override
  public void update(Row row, Body body) {
    fill(row, body);
    for (String scope : SCOPES) {
      if (body.mentions("visible_in_" + scope)) {
        row.json().put("visible_in_" + scope, body.flag("visible_in_" + scope));
      }
    }
  }

  private void fill(Row row, Body body) {
    ObjectNode json = row.json();
    String name = body.optionalText("name").orElse(Json.text(json, "name"));
    int code = body.has("nominal_code") ? code(body) : json.path("nominal_code").asInt(0);
    String display = body.optionalText("display_name").orElse(Json.text(json, "display_name"));
    if (body.has("ledger_account_type_id")) {
      json.set(
          "ledger_account_type",
          book.reference("ledger_account_types", body.text("ledger_account_type_id")));
    }
    json.put("displayed_as", name + " (" + code + ")");
    json.put("name", name).put("display_name", display);
    json.put("nominal_code", code);
    json.put(
        "included_in_chart",
        body.mentions("included_in_chart") ? body.flag("included_in_chart") : true);
    json.put("display_formatted", code + " - " + name);
    json.putNull("ledger_account_classification");
    json.set("tax_rate", book.reference("tax_rates", body.text("tax_rate_id")));
    json.put("fixed_tax_rate", false).put("is_control_account", false).putNull("control_name");
    // The group is a reference without a path, unlike any other.
    String group = body.text("ledger_account_group_id");
    if (!group.isEmpty()) {
      json.putObject("ledger_account_group").put("id", group).put("displayed_as", group);
    }
  }

  private static int code(Body body) {
    try {
      return body.decimal("nominal_code").orElseThrow().intValueExact();
    } catch (ArithmeticException e) {
      throw Refused.because("nominal_code: is not an integer", "nominal_code");
    }
  }

  private static boolean visibleByType(String scope, String type) {
    return switch (scope) {
      case "sales", "other_receipts" -> type.equals("SALES") || type.equals("OTHER_INCOME");
      case "expenses", "other_payments" ->
          type.equals("DIRECT_EXPENSES") || type.equals("OVERHEADS") || type.equals("FIXED_ASSETS");
      case "banking" -> type.equals("BANK");
      default -> true;
    };
  }

  /** The balance between two days, from the entries that stand. */
  @Override
  public ObjectNode listed(Row row, Map<String, String> query) {
    ObjectNode json = row.shown();
    String from = query.getOrDefault("from_date", "");
    String to = query.getOrDefault("to_date", "");
    if (query.getOrDefault("show_balance_details", "").equals("true")
        && !from.isEmpty()
        && !to.isEmpty()) {
      BigDecimal debits = sum(row, "debit", from, to);
      BigDecimal credits = sum(row, "credit", from, to);
      BigDecimal balance = debits.subtract(credits);
      json.putObject("balance_details")
          .put("balance", Money.text(balance.abs()))
          .put("credit_or_debit", balance.signum() < 0 ? "credit" : "debit")
          .put("credits", Money.text(credits))
          .put("debits", Money.text(debits))
          .put("from_date", from)
          .put("to_date", to);
    }
    return json;
  }

  private BigDecimal sum(Row account, String side, String from, String to) {
    return book.live("ledger_entries")
        .filter(entry -> entry.idOf("ledger_account").equals(account.id()))
        .filter(entry -> !entry.peek().path("deleted").asBoolean(false))
        .filter(entry -> entry.text("date").compareTo(from) >= 0)
        .filter(entry -> entry.text("date").compareTo(to) <= 0)
        .map(entry -> new BigDecimal(entry.text(side)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
