package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Money that goes in and out of bank accounts, and the entries for it. */
final class Bank {
  private static final Set<String> IN =
      Set.of("CUSTOMER_RECEIPT", "VENDOR_REFUND", "OTHER_RECEIPT", "OTHER_PAYMENT_REFUND");

  private final Book book;
  private final Postings postings;

  Bank(Book book, Postings postings) {
    this.book = book;
    this.postings = postings;
  }

  /** A payment to or from a contact: the other side is what the contact owes or is owed. */
  void contact(Row payment, BigDecimal amount) {
    Row transaction = open(payment, amount);
    boolean customer = payment.idOf("transaction_type").startsWith("CUSTOMER");
    String control = postings.account(customer ? Postings.DEBTORS : Postings.CREDITORS);
    postings.side(transaction, !comesIn(payment), control, amount, payment.json());
  }

  /** A payment beside the contacts: the other side is the account of each line. */
  void other(Row payment, BigDecimal amount) {
    Row transaction = open(payment, amount);
    for (JsonNode line : payment.json().path("payment_lines")) {
      postings.side(
          transaction,
          !comesIn(payment),
          line.path("ledger_account").path("id").asString(""),
          new BigDecimal(line.path("total_amount").asString("0")),
          line);
    }
  }

  void transfer(Row transfer, BigDecimal amount) {
    Row transaction = postings.open(transfer, "BANK_TRANSFER", amount);
    String account = postings.account(Postings.BANK);
    postings.debit(transaction, account, amount, transfer.json());
    postings.credit(transaction, account, amount, transfer.json());
    move(transfer.idOf("from_bank_account"), amount.negate());
    move(transfer.idOf("to_bank_account"), amount);
  }

  void takeBackTransfer(Row transfer, BigDecimal amount) {
    postings.withdraw(transfer);
    move(transfer.idOf("from_bank_account"), amount);
    move(transfer.idOf("to_bank_account"), amount.negate());
  }

  /** Undoes what {@link #contact} or {@link #other} did. */
  void takeBack(Row payment, BigDecimal amount) {
    postings.withdraw(payment);
    move(payment.idOf("bank_account"), comesIn(payment) ? amount.negate() : amount);
  }

  private Row open(Row payment, BigDecimal amount) {
    Row transaction = postings.open(payment, payment.idOf("transaction_type"), amount);
    String account = postings.account(Postings.BANK);
    postings.side(transaction, comesIn(payment), account, amount, payment.json());
    move(payment.idOf("bank_account"), comesIn(payment) ? amount : amount.negate());
    return transaction;
  }

  private static boolean comesIn(Row payment) {
    return IN.contains(payment.idOf("transaction_type"));
  }

  private void move(String bankAccountId, BigDecimal amount) {
    book.find("bank_accounts", bankAccountId)
        .ifPresent(
            account -> {
              BigDecimal balance = new BigDecimal(account.text("balance")).add(amount);
              account.json().put("balance", Money.text(balance));
              account.touch(book.now());
            });
  }
}
