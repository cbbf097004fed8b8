package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The ledger as it follows from the documents: every source adds up to nothing. */
final class Postings {
  private static final long SPACE = 1000;
  private static final Set<String> UNPOSTED = Set.of(Documents.DRAFT, Documents.SCHEDULED);

  private final Book book;
  private final List<Posting> all = new ArrayList<>();

  /**
   * One line of the ledger; credits are negative.
   *
   * @param code with a sub-account behind it where there is one, for example {@code 750-1}
   * @param owner the bank account or user of the sub-account, blank if there is none
   */
  record Posting(
      long id, Row source, LocalDate on, String code, String owner, BigDecimal debit, String text) {
    String category() {
      return code.substring(0, 3);
    }
  }

  Postings(Book book) {
    this.book = book;
    each("bank_accounts", this::opening);
    each("invoices", row -> sale(row, "invoice_items"));
    each("credit_notes", row -> sale(row, "credit_note_items"));
    each("credit_note_reconciliations", this::reconciliation);
    each("bills", this::bill);
    each("expenses", this::expense);
    each("bank_transaction_explanations", this::explanation);
    each("journal_sets", this::journal);
  }

  List<Posting> all() {
    return all;
  }

  Stream<Posting> of(String code) {
    return all.stream().filter(posting -> posting.category().equals(code));
  }

  private void each(String path, Consumer<Row> work) {
    book.table(path).stream().forEach(work);
  }

  private void post(Row source, String code, String owner, BigDecimal debit, String text) {
    if (debit.signum() == 0) {
      return;
    }
    long index = 0;
    if (!all.isEmpty() && all.get(all.size() - 1).source() == source) {
      index = all.get(all.size() - 1).id() % SPACE + 1;
    }
    LocalDate on = source.date("dated_on").orElse(book.start());
    all.add(new Posting(source.id * SPACE + index, source, on, code, owner, debit, text));
  }

  private String sub(String code, String path, String url) {
    Table table = book.table(path);
    for (int i = 0; i < table.size(); i++) {
      if (book.url(table.at(i)).equals(url)) {
        return code + "-" + (i + 1);
      }
    }
    return code;
  }

  private void opening(Row row) {
    BigDecimal opening = row.decimal("opening_balance");
    String url = book.url(row);
    post(row, sub("750", "bank_accounts", url), url, opening, "Opening balance");
    post(row, "999", "", opening.negate(), "Opening balance");
  }

  private void sale(Row row, String items) {
    if (UNPOSTED.contains(row.text("status"))) {
      return;
    }
    String text = row.text("reference");
    BigDecimal discount = row.decimal("discount_percent");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : row.json().path(items)) {
      BigDecimal net =
          Amounts.round(
              Amounts.round(ItemLines.amount(item, "price"))
                  .multiply(ItemLines.amount(item, "quantity")));
      net = net.subtract(Amounts.percent(net, discount));
      sum = sum.add(net);
      String category = Json.text(item, "category");
      post(row, code(category, "001"), "", net.negate(), text);
    }
    BigDecimal tax = row.decimal("sales_tax_value");
    post(row, "819", "", tax.negate(), text);
    post(row, "681", "", sum.add(tax), text);
    if (row.text("status").equals(Documents.WRITTEN_OFF)) {
      String settled = items.startsWith("invoice") ? "paid_value" : "refunded_value";
      BigDecimal lost = row.decimal("total_value").subtract(row.decimal(settled));
      post(row, "450", "", lost, text);
      post(row, "681", "", lost.negate(), text);
    }
  }

  private String code(String category, String otherwise) {
    String key = book.links.key("categories", category);
    return key.isEmpty() ? otherwise : key;
  }

  private void reconciliation(Row row) {
    BigDecimal gross = row.decimal("gross_value");
    for (BigDecimal side : List.of(gross, gross.negate())) {
      post(row, "790", "", side, "Credit note reconciliation");
      post(row, "681", "", side.negate(), "Credit note reconciliation");
    }
  }

  private void bill(Row row) {
    String text = row.text("reference");
    for (JsonNode item : row.json().path("bill_items")) {
      BigDecimal net = ItemLines.amount(item, "total_value_ex_tax");
      post(row, code(Json.text(item, "category"), "101"), "", net, text);
    }
    post(row, "818", "", row.decimal("sales_tax_value").negate(), text);
    post(row, "796", "", row.decimal("total_value").negate(), text);
  }

  private void expense(Row row) {
    BigDecimal gross = row.decimal("gross_value");
    BigDecimal tax = row.decimal("sales_tax_value");
    String text = row.text("description");
    post(row, code(row.text("category"), "249"), "", gross.subtract(tax).negate(), text);
    post(row, "818", "", tax.negate(), text);
    post(row, sub("905", "users", row.text("user")), row.text("user"), gross, text);
  }

  private void explanation(Row row) {
    BigDecimal gross = row.decimal("gross_value");
    String bank = row.text("bank_account");
    String text = row.text("description");
    post(row, sub("750", "bank_accounts", bank), bank, gross, text);
    String user = row.text("paid_user");
    if (row.json().has("paid_invoice")) {
      post(row, "681", "", gross.negate(), text);
    } else if (row.json().has("paid_bill")) {
      post(row, "796", "", gross.negate(), text);
    } else if (!user.isEmpty()) {
      post(row, sub(code(row.text("category"), "900"), "users", user), user, gross.negate(), text);
    } else if (row.json().has("transfer_bank_account")) {
      post(row, "761", "", gross.negate(), text);
    } else {
      BigDecimal tax = row.decimal("sales_tax_value");
      String code = code(row.text("category"), "610");
      post(row, code, "", gross.subtract(tax).negate(), text);
      post(row, code.startsWith("0") ? "819" : "818", "", tax.negate(), text);
    }
  }

  private void journal(Row row) {
    for (JsonNode entry : row.json().path("journal_entries")) {
      String user = Json.text(entry, "user");
      String code = code(Json.text(entry, "category"), "999");
      post(
          row,
          user.isEmpty() ? code : sub(code, "users", user),
          user,
          ItemLines.amount(entry, "debit_value"),
          row.text("description"));
    }
  }
}
