package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Map;

/** Money from one bank account to another of the same business. */
final class BankTransfers extends Plain {
  private final Bank bank;

  BankTransfers(Book book, Bank bank) {
    super(BankSpecs.BANK_TRANSFERS, book);
    this.bank = bank;
  }

  @Override
  public void create(Row row, Body body) {
    if (body.text("from_bank_account_id").equals(body.text("to_bank_account_id"))) {
      throw Refused.because(
          "to_bank_account_id: must not be the account it comes from", "to_bank_account_id");
    }
    positive(body);
    super.create(row, body);
    row.json().set("transaction_type", book.reference("transaction_types", "BANK_TRANSFER"));
    bank.transfer(row, amount(row));
  }

  @Override
  public void update(Row row, Body body) {
    if (body.has("amount")) {
      positive(body);
    }
    bank.takeBackTransfer(row, amount(row));
    super.update(row, body);
    bank.transfer(row, amount(row));
  }

  private static void positive(Body body) {
    if (body.decimal("amount", BigDecimal.ZERO).signum() <= 0) {
      throw Refused.because("amount: must be greater than 0", "amount");
    }
  }

  private static BigDecimal amount(Row row) {
    return new BigDecimal(row.text("amount"));
  }

  @Override
  void name(Row row) {
    row.json().put("displayed_as", "Bank Transfer");
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    bank.takeBackTransfer(row, amount(row));
    return super.delete(row, query);
  }
}
