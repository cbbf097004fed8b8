package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The double entry behind every document, payment and journal: transactions and their entries. */
final class Postings {
  static final int BANK = 1200;
  static final int DEBTORS = 1100;
  static final int CREDITORS = 2100;
  static final int SALES_TAX = 2200;
  static final int PURCHASE_TAX = 2201;
  static final int CARRIAGE = 4040;

  private final Book book;
  private final Map<String, List<Row>> entries = new HashMap<>();
  private final Map<Integer, String> byCode = new HashMap<>();
  private int audited;

  Postings(Book book) {
    this.book = book;
  }

  /** Opens a transaction for {@code origin}, and lets the origin refer to it. */
  Row open(Row origin, String type, BigDecimal total) {
    Row row = book.draft("transactions");
    describe(row, origin, total);
    ObjectNode json = row.json();
    json.set("transaction_type", book.reference("transaction_types", type));
    json.put("deleted", false).put("audit_trail_id", ++audited).put("number_of_attachments", 0);
    book.keep(row);
    origin.json().set("transaction", row.reference());
    return row;
  }

  /** What a transaction shows of the document it came from. */
  static void describe(Row row, Row origin, BigDecimal total) {
    ObjectNode json = row.json().put("displayed_as", origin.text("displayed_as"));
    json.put("date", origin.text("date")).put("reference", origin.text("reference"));
    json.put("total", Money.text(total)).put("total_in_transaction_currency", Money.text(total));
    JsonNode contact = origin.json().path("contact");
    json.set("contact", contact.isObject() ? contact.deepCopy() : json.nullNode());
    ObjectNode from = origin.reference();
    for (String field : new String[] {"due_date", "outstanding_amount", "sent"}) {
      if (origin.json().has(field)) {
        from.set(field, origin.json().path(field));
      }
    }
    json.set("origin", from);
  }

  void debit(Row transaction, String account, BigDecimal amount, JsonNode line) {
    post(transaction, account, amount, BigDecimal.ZERO, line);
  }

  void credit(Row transaction, String account, BigDecimal amount, JsonNode line) {
    post(transaction, account, BigDecimal.ZERO, amount, line);
  }

  /** Debits, or credits when {@code debit} is false; nothing is no entry. */
  void side(Row transaction, boolean debit, String account, BigDecimal amount, JsonNode line) {
    if (amount.signum() < 0) {
      side(transaction, !debit, account, amount.negate(), line);
    } else if (amount.signum() > 0) {
      if (debit) {
        debit(transaction, account, amount, line);
      } else {
        credit(transaction, account, amount, line);
      }
    }
  }

  private void post(
      Row transaction, String account, BigDecimal debit, BigDecimal credit, JsonNode line) {
    Row row = book.draft("ledger_entries");
    ObjectNode json = row.json();
    JsonNode ledgerAccount = book.reference("ledger_accounts", account);
    json.put("displayed_as", Json.text(ledgerAccount, "displayed_as"));
    json.put("date", transaction.text("date"));
    json.put("debit", Money.text(debit)).put("credit", Money.text(credit));
    json.set("ledger_account", ledgerAccount);
    json.set("transaction", transaction.reference());
    json.set("contact", transaction.json().path("contact").deepCopy());
    json.put("deleted", false);
    JsonNode taxRate = line.path("tax_rate");
    json.set("tax_rate", taxRate.isObject() ? taxRate.deepCopy() : json.nullNode());
    String text = Json.text(line, "description");
    json.put("description", text.isEmpty() ? Json.text(line, "details") : text);
    json.putNull("journal_code");
    book.keep(row);
    entries.computeIfAbsent(transaction.id(), id -> new ArrayList<>()).add(row);
  }

  /** The account with this nominal code, or {@code ""} where the chart is too short for it. */
  String account(int code) {
    return byCode.computeIfAbsent(
        code,
        c ->
            book.live("ledger_accounts")
                .filter(row -> row.json().path("nominal_code").asInt(0) == c)
                .map(Row::id)
                .findFirst()
                .orElse(""));
  }

  /** Nothing is taken out of the books: what is withdrawn is marked as deleted. */
  void withdraw(Row origin) {
    book.find("transactions", origin.idOf("transaction"))
        .ifPresent(
            transaction -> {
              mark(transaction);
              entries.getOrDefault(transaction.id(), List.of()).forEach(this::mark);
            });
  }

  /** Forgets the entries of a transaction whose document was edited; new ones follow. */
  void reopen(Row transaction, Row origin, BigDecimal total) {
    entries.getOrDefault(transaction.id(), List.of()).forEach(this::mark);
    entries.remove(transaction.id());
    describe(transaction, origin, total);
    transaction.touch(book.now());
  }

  private void mark(Row row) {
    row.json().put("deleted", true);
    row.touch(book.now());
  }
}
