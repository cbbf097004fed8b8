package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What people do in the web application, or the bank does, and the API does not offer. */
final class WebWork {
  private static final Set<String> OWN =
      Set.of("bank_transactions", "stock_items", Categories.SPEC.path());

  /** Codes of a company's own income categories. */
  private static final int CODES = 49;

  private final ChurnTools tools;
  private final Book book;
  private Set<String> used = Set.of();

  WebWork(ChurnTools tools) {
    this.tools = tools;
    this.book = tools.book;
  }

  boolean owns(String path) {
    return OWN.contains(path);
  }

  boolean create(String path) {
    return switch (path) {
      case "bank_transactions" -> statementRow();
      case "stock_items" -> stockItem();
      default -> category();
    };
  }

  /** The bank's feed brings one. */
  private boolean statementRow() {
    String account = tools.url("bank_accounts");
    if (account.isEmpty()) {
      return false;
    }
    BankTransactions transactions = (BankTransactions) book.resource("bank_transactions").rules();
    boolean in = tools.below(2) == 0;
    transactions.add(
        account,
        book.today().minusDays(tools.below(9)),
        in ? tools.amount(900) : tools.amount(900).negate(),
        tools.text("Card"),
        "OTHER",
        tools.text("F"));
    return true;
  }

  private boolean stockItem() {
    Row row = book.draft("stock_items");
    row.edit()
        .put("description", tools.text("Stock"))
        .put("opening_quantity", tools.below(50) + ".0")
        .put("opening_balance", Amounts.text(tools.amount(900)))
        .put("cost_of_sale_category", book.categoryUrl("101"));
    book.keep(row);
    return true;
  }

  private boolean category() {
    String code = String.format(Locale.ROOT, "%03d", 2 + tools.below(CODES - 1));
    if (book.category(code).isPresent()) {
      return false;
    }
    ObjectNode fields =
        Json.object()
            .put("description", tools.text("Income"))
            .put("nominal_code", code)
            .put("category_group", "income");
    book.resource(Categories.SPEC.path()).insert(new Body(fields), tools.call);
    return true;
  }

  /** A statement row is explained, and so another record comes; the others are renamed. */
  boolean edit(Row row) {
    if (row.path.equals("bank_transactions")) {
      return new Inventions(tools).explained(row);
    }
    if (row.path.equals(Categories.SPEC.path()) && !ownAndUnused(row)) {
      return false;
    }
    row.edit().put("description", tools.text("Renamed"));
    row.touch(book.now());
    return true;
  }

  boolean deleteCategory(Row row) {
    if (!ownAndUnused(row)) {
      return false;
    }
    book.table(row.path).remove(row);
    return true;
  }

  /** The ledger is walked once for a whole churn, which itself uses no category of the company. */
  private boolean ownAndUnused(Row row) {
    if (used.isEmpty()) {
      used = new HashSet<>(Set.of("-"));
      new Postings(book).all().forEach(posting -> used.add(posting.category()));
      Chart.lines().forEach(line -> used.add(line.code()));
    }
    return !used.contains(row.text("nominal_code"));
  }
}
