package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bank transaction was for; what is linked decides the kind, and pays documents. */
final class Explanations implements Rules {
  static final Spec SPEC =
      Spec.of(
              "bank_transaction_explanations",
              "bank_transaction_explanation",
              6,
              "LCGUD",
              """
              bank_account             loose:bank_accounts
              bank_transaction         loose:bank_transactions
              dated_on!                date
              gross_value!             decimal
              description              text
              category                 loose:categories
              ec_status                one:UK/Non-EC|EC Goods|EC Services|Reverse Charge|EC VAT MOSS
              place_of_supply          text
              sales_tax_rate           decimal
              second_sales_tax_rate    decimal
              sales_tax_status         one:TAXABLE|EXEMPT|OUT_OF_SCOPE
              cheque_number            text
              receipt_reference        text
              marked_for_review        flag
              project                  link:projects
              rebill_type              one:cost|markup|price
              rebill_factor            decimal
              paid_invoice             text
              paid_bill                link:bills
              paid_user                link:users
              foreign_currency_value   decimal
              transfer_bank_account    link:bank_accounts
              stock_item               link:stock_items
              stock_altering_quantity  integer
              disposed_asset           text
              property                 text
              """)
          .dated("dated_on");

  private final Book book;
  private final Settlements settlements;
  private final Attachments attachments;
  private final BankTransactions transactions;

  Explanations(
      Book book, Settlements settlements, Attachments attachments, BankTransactions transactions) {
    this.book = book;
    this.settlements = settlements;
    this.attachments = attachments;
    this.transactions = transactions;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    if (!body.has("bank_transaction") && !body.has("bank_account")) {
      throw Refused.because("bank_transaction or bank_account can't be blank");
    }
    kind(row);
    attachments.write(row, body, call.manyAttachments());
    Optional<Row> existing = transaction(row);
    existing.ifPresent(t -> checkAmount(row, t, row.decimal("gross_value")));
    settlements.apply(row, row.decimal("gross_value"));
    Row transaction =
        existing.orElseGet(
            () ->
                transactions.add(
                    row.text("bank_account"),
                    row.date("dated_on").orElseThrow(),
                    row.decimal("gross_value"),
                    row.text("description"),
                    "",
                    ""));
    row.edit()
        .put("bank_transaction", book.url(transaction))
        .put("bank_account", transaction.text("bank_account"));
    explain(transaction, row.decimal("gross_value"));
    if (row.json().has("transfer_bank_account")) {
      transfer(row);
    }
    defaults(row);
  }

  /** Another company's document points at nothing, and a transfer goes to another account. */
  private void kind(Row row) {
    String paid = row.text("paid_invoice");
    if (!paid.isEmpty() && !book.exists("invoices", paid) && !book.exists("credit_notes", paid)) {
      throw Refused.because("paid_invoice is invalid");
    }
    boolean linked =
        !paid.isEmpty()
            || row.json().has("paid_bill")
            || row.json().has("paid_user")
            || row.json().has("transfer_bank_account")
            || row.json().has("disposed_asset");
    if (!linked && !row.json().has("category") && !row.json().has("stock_item")) {
      throw Refused.because("category can't be blank");
    }
    if (row.text("transfer_bank_account").equals(account(row))) {
      throw Refused.because("transfer_bank_account must be another account");
    }
    boolean described = row.json().has("transfer_bank_account") || !paid.isEmpty();
    if (!described && row.text("description").isEmpty() && transaction(row).isEmpty()) {
      throw Refused.because("description can't be blank");
    }
    if (row.json().has("rebill_type")
        && !row.text("rebill_type").equals("cost")
        && !row.json().has("rebill_factor")) {
      throw Refused.because("rebill_factor can't be blank");
    }
  }

  private Optional<Row> transaction(Row row) {
    return book.find("bank_transactions", row.text("bank_transaction"));
  }

  private String account(Row row) {
    return transaction(row).map(t -> t.text("bank_account")).orElse(row.text("bank_account"));
  }

  private static void checkAmount(Row row, Row transaction, BigDecimal change) {
    BigDecimal left = transaction.decimal("unexplained_amount").subtract(change);
    boolean over = left.signum() != 0 && left.signum() != transaction.decimal("amount").signum();
    if (over) {
      throw Refused.because(
          "gross_value is more than the unexplained amount of the transaction, row " + row.id);
    }
  }

  private void explain(Row transaction, BigDecimal change) {
    transaction.put(
        "unexplained_amount", transaction.decimal("unexplained_amount").subtract(change));
    transaction.touch(book.now());
  }

  /** The other account gets a transaction and an explanation of its own. */
  private void transfer(Row row) {
    String other = row.text("transfer_bank_account");
    BigDecimal amount = row.decimal("gross_value").negate();
    Row mirror = book.draft(SPEC.path());
    Row transaction =
        transactions.add(
            other, row.date("dated_on").orElseThrow(), amount, row.text("description"), "", "");
    mirror
        .edit()
        .put("bank_account", other)
        .put("bank_transaction", book.url(transaction))
        .put("dated_on", row.text("dated_on"))
        .put("gross_value", Amounts.text(amount))
        .put("transfer_bank_account", row.text("bank_account"))
        .put("linked_transfer_explanation", book.url(row))
        .put("linked_transfer_account", row.text("bank_account"));
    explain(transaction, amount);
    defaults(mirror);
    book.keep(mirror);
    row.edit()
        .put("linked_transfer_explanation", book.url(mirror))
        .put("linked_transfer_account", other);
  }

  private void defaults(Row row) {
    BigDecimal gross = row.decimal("gross_value");
    ObjectNode json = row.edit();
    boolean in = gross.signum() > 0;
    json.put("type", type(row, in)).put("is_money_in", in).put("is_money_out", !in);
    json.put("is_money_paid_to_user", json.has("paid_user")).put("is_deletable", true);
    json.put("is_locked", false).put("has_pending_operation", false);
    json.put("marked_for_review", json.path("marked_for_review").asBoolean(false));
    row.put("transfer_value", gross.negate());
    if (!json.has("foreign_currency_value")) {
      json.put("foreign_currency_value", "0.0");
    }
    PurchaseTax.apply(book, row, "gross_value");
  }

  private static String type(Row row, boolean in) {
    if (row.json().has("transfer_bank_account")) {
      return in ? "Transfer from Another Account" : "Transfer to Another Account";
    }
    if (row.text("paid_invoice").contains("/credit_notes/")) {
      return "Credit Note Refund";
    }
    if (row.json().has("paid_invoice")) {
      return "Invoice Receipt";
    }
    if (row.json().has("paid_bill")) {
      return in ? "Bill Refund" : "Bill Payment";
    }
    if (row.json().has("paid_user")) {
      return in ? "Money Received from User" : "Money Paid to User";
    }
    boolean income = row.text("category").contains("/categories/0");
    return in ? (income ? "Sales" : "Refund") : "Payment";
  }

  @Override
  public void update(Row row, Body body, Call call) {
    if (body.mentions("paid_invoice")
        || body.mentions("paid_bill")
        || body.mentions("transfer_bank_account")
        || body.mentions("bank_transaction")
        || body.mentions("bank_account")) {
      throw Refused.because("What an explanation is linked to cannot be changed: delete it");
    }
    if (row.json().has("transfer_bank_account") && body.mentions("gross_value")) {
      throw Refused.because("gross_value of a transfer cannot be changed: delete it");
    }
    kind(row);
    Row transaction = transaction(row).orElseThrow();
    BigDecimal change =
        row.decimal("gross_value").add(row.decimal("transfer_value")); // the old value, negated
    if (transaction.flag("is_manual")) {
      transaction.put("amount", transaction.decimal("amount").add(change));
      explain(transaction, BigDecimal.ZERO);
    } else {
      checkAmount(row, transaction, change);
      explain(transaction, change);
    }
    settlements.apply(row, change);
    attachments.write(row, body, call.manyAttachments());
    defaults(row);
  }

  @Override
  public void delete(Row row) {
    settlements.takeBack(row);
    transaction(row).ifPresent(t -> forget(row, t));
    book.find(SPEC.path(), row.text("linked_transfer_explanation"))
        .ifPresent(
            mirror -> {
              transaction(mirror).ifPresent(t -> forget(mirror, t));
              book.table(SPEC.path()).remove(mirror);
            });
  }

  /** A transaction that only the explanation made goes with it. */
  private void forget(Row row, Row transaction) {
    if (transaction.flag("is_manual")) {
      book.table("bank_transactions").remove(transaction);
    } else {
      explain(transaction, row.decimal("gross_value").negate());
    }
  }

  @Override
  public WireReply act(Row row, String action, Call call) {
    if (!action.equals("attachments") || !call.request().method().equals("GET")) {
      throw Refused.with(404);
    }
    if (!call.manyAttachments()) {
      throw Refused.with(404);
    }
    ArrayNode files = Json.array();
    attachments.files(row).forEach(files::add);
    return WireReply.json(200, Json.write(Json.object().set("attachments", files)));
  }

  @Override
  public void checkList(Call call) {
    transactions.checkList(call);
  }

  @Override
  public Stream<Row> among(Table table, Call call) {
    String given = call.query("bank_account");
    return table.where(
        "bank_account", given.indexOf('/') < 0 ? book.links.url("bank_accounts", given) : given);
  }

  @Override
  public boolean keepsEverything(Call call) {
    return false;
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    attachments.show(row, json, call.manyAttachments());
    json.remove(Settlements.SETTLED);
    transaction(row)
        .ifPresent(t -> json.put("transaction_description", t.text("full_description")));
    json.put("detail", row.text("description"));
    row.date("dated_on")
        .filter(book.locks::locked)
        .ifPresent(
            day -> {
              json.put("is_locked", true).put("is_deletable", false);
              json.put("locked_reason", "dated_on is in a locked period");
            });
  }
}
