package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Bank accounts; payments move their balance. */
final class BankAccounts implements Rules {
  private static final int FIRST_CODE = 1200;

  private final Book book;
  private final Postings postings;

  BankAccounts(Book book, Postings postings) {
    this.book = book;
    this.postings = postings;
  }

  @Override
  public void create(Row row, Body body) {
    Body details = body.nested("bank_account_details");
    if (!details.has("account_name")) {
      throw Refused.because(
          "bank_account_details.account_name: This field is required",
          "bank_account_details.account_name");
    }
    ObjectNode json = row.json();
    int code = FIRST_CODE + book.count("bank_accounts");
    json.put("nominal_code", code).put("balance", Money.text(BigDecimal.ZERO));
    json.set(
        "bank_account_type",
        book.reference("bank_account_types", body.text("bank_account_type_id")));
    json.set(
        "currency",
        book.reference("currencies", body.optionalText("currency_id").orElse(book.currency())));
    String own = body.optionalText("ledger_account_id").orElse(postings.account(Postings.BANK));
    json.set("ledger_account", book.reference("ledger_accounts", own));
    json.set(
        "default_payment_method",
        book.reference("payment_methods", body.text("default_payment_method_id")));
    json.putNull("journal_code");
    json.putNull("deleted_at");
    json.put("editable", true).put("deletable", true).put("is_active", true);
    json.putObject("bank_account_details");
    details(row, details);
  }

  @Override
  public void update(Row row, Body body) {
    if (body.mentions("is_active")) {
      row.json().put("is_active", body.flag("is_active"));
    }
    details(row, body.nested("bank_account_details"));
  }

  private static void details(Row row, Body sent) {
    ObjectNode details = row.json().withObject("/bank_account_details");
    for (String field :
        new String[] {"account_name", "account_number", "sort_code", "bic", "iban"}) {
      if (sent.mentions(field) || !details.has(field)) {
        details.put(field, sent.optionalText(field).orElse(null));
      }
    }
    row.json()
        .put(
            "displayed_as",
            Json.text(details, "account_name")
                + " ("
                + row.json().path("nominal_code").asInt(0)
                + ")");
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    row.delete(book.now());
    return WireReply.noContent();
  }
}
