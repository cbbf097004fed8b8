package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Bank accounts, whose balance is what their transactions add up to. */
final class BankAccounts implements Rules {
  static final Spec SPEC =
      Spec.of(
              "bank_accounts",
              "bank_account",
              6,
              "LCGUD",
              """
              type                 one:StandardBankAccount|PaypalAccount|CreditCardAccount
              name!                text
              opening_balance!     decimal
              currency             text
              is_personal          flag
              is_primary           flag
              status               one:active|hidden
              bank_name            text
              bank_code            text
              bank_guess_enabled   flag
              account_number       text
              sort_code            text
              secondary_sort_code  text
              iban                 text
              bic                  text
              email                text
              """)
          .views("all", "standard_bank_accounts", "credit_card_accounts", "paypal_accounts")
          .withoutSince();

  private final Book book;

  BankAccounts(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit();
    if (!json.has("type")) {
      json.put("type", "StandardBankAccount");
    }
    String needed =
        switch (row.text("type")) {
          case "PaypalAccount" -> "email";
          case "CreditCardAccount" -> "account_number";
          default -> "name";
        };
    if (!body.has(needed)) {
      throw Refused.because(needed + " can't be blank");
    }
    if (!json.has("currency")) {
      json.put("currency", book.profile.currency());
    }
    json.put("is_personal", body.flag("is_personal"));
    json.put("is_primary", body.flag("is_primary") || book.table("bank_accounts").size() == 0);
    json.put("bank_guess_enabled", body.flag("bank_guess_enabled")).put("bank_feed_enabled", false);
    if (!json.has("status")) {
      json.put("status", "active");
    }
    if (!json.has("bank_code")) {
      json.put("bank_code", "generic");
    }
  }

  @Override
  public void update(Row row, Body body, Call call) {
    if (body.has("currency") && !transactions(row).isEmpty()) {
      throw Refused.because("currency cannot be changed once the account is used");
    }
  }

  @Override
  public void delete(Row row) {
    if (!transactions(row).isEmpty()) {
      throw Refused.with(403, "Bank account cannot be deleted while it has transactions");
    }
  }

  private List<Row> transactions(Row row) {
    return book.table("bank_transactions").where("bank_account", book.url(row)).toList();
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    List<Row> all = transactions(row);
    BigDecimal balance =
        all.stream()
            .map(t -> t.decimal("amount"))
            .reduce(row.decimal("opening_balance"), BigDecimal::add);
    json.put("current_balance", Amounts.text(balance));
    json.put("total_count", all.size());
    json.put(
        "unexplained_transaction_count",
        (int) all.stream().filter(t -> t.decimal("unexplained_amount").signum() != 0).count());
    json.put("marked_for_review_count", 0);
    json.put(
        "manually_added_transaction_count",
        (int) all.stream().filter(t -> t.flag("is_manual")).count());
    all.stream()
        .map(t -> t.text("dated_on"))
        .max(String::compareTo)
        .ifPresent(day -> json.put("latest_activity_date", day));
  }

  @Override
  public boolean inView(Row row, String view) {
    String type = row.text("type");
    return switch (view) {
      case "standard_bank_accounts" -> type.equals("StandardBankAccount");
      case "credit_card_accounts" -> type.equals("CreditCardAccount");
      default -> type.equals("PaypalAccount");
    };
  }
}
