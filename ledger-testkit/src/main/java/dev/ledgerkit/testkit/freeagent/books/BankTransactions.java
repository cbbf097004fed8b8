package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bank transactions: uploaded with a statement, or made by an explanation. */
final class BankTransactions implements Rules {
  static final Spec SPEC =
      Spec.of("bank_transactions", "bank_transaction", 6, "LGD", "")
          .views("all", "unexplained", "explained", "manual", "imported", "marked_for_review")
          .dated("dated_on");

  private final Book book;

  BankTransactions(Book book) {
    this.book = book;
  }

  Row add(String account, LocalDate on, BigDecimal amount, String text, String type, String fitid) {
    Row row = book.draft(SPEC.path());
    boolean manual = type.isEmpty();
    String description = manual ? text : text + "//" + type + "/";
    row.edit()
        .put("amount", Amounts.text(amount))
        .put("bank_account", account)
        .put("dated_on", on.toString())
        .put("description", description)
        .put("full_description", manual ? text : description + pounds(amount))
        .put("is_manual", manual)
        .put("unexplained_amount", Amounts.text(amount))
        .put("matching_transactions_count", 0);
    if (!manual) {
      row.edit().put("uploaded_at", Book.time(row.created));
    }
    if (!fitid.isEmpty()) {
      row.edit().put("transaction_id", fitid).put("fit_id", fitid);
    }
    book.keep(row);
    return row;
  }

  private static String pounds(BigDecimal amount) {
    return String.format(Locale.ROOT, "£%,.2f", amount.abs());
  }

  @Override
  public Optional<WireReply> aside(String name, Call call) {
    if (!name.equals("statement") || !call.request().method().equals("POST")) {
      return Optional.empty();
    }
    String account = account(call);
    book.statements().upload(account, call.request());
    return Optional.of(Answers.empty());
  }

  /** A bare id was accepted here in recordings. */
  private String account(Call call) {
    String given = call.query("bank_account");
    String url = given.indexOf('/') < 0 ? book.links.url("bank_accounts", given) : given;
    if (given.isEmpty()) {
      throw Refused.with(400, "bank_account can't be blank");
    }
    if (!book.exists("bank_accounts", url)) {
      throw Refused.with(404);
    }
    return url;
  }

  @Override
  public void checkList(Call call) {
    account(call);
  }

  @Override
  public boolean matches(Row row, Call call) {
    return !call.asks("last_uploaded")
        || row.text("uploaded_at").equals(book.statements().latest());
  }

  @Override
  public Stream<Row> among(Table table, Call call) {
    return table.where("bank_account", account(call));
  }

  @Override
  public boolean keepsEverything(Call call) {
    return false;
  }

  @Override
  public boolean inView(Row row, String view) {
    boolean explained = row.decimal("unexplained_amount").signum() == 0;
    return switch (view) {
      case "explained" -> explained;
      case "unexplained" -> !explained;
      case "manual" -> row.flag("is_manual");
      case "imported" -> !row.flag("is_manual");
      default -> explanations(row).anyMatch(e -> e.flag("marked_for_review"));
    };
  }

  Stream<Row> explanations(Row row) {
    return book.table("bank_transaction_explanations").where("bank_transaction", book.url(row));
  }

  @Override
  public void delete(Row row) {
    if (explanations(row).findAny().isPresent()) {
      throw Refused.with(403, "Only unexplained transactions can be deleted");
    }
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    ArrayNode inside = Json.array();
    Resource explanations = book.resource("bank_transaction_explanations");
    explanations(row).forEach(e -> inside.add(explanations.shown(e, call, false)));
    json.set("bank_transaction_explanations", inside);
  }
}
