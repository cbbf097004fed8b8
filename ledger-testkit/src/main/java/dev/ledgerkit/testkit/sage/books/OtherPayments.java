package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Payments and receipts that no document asked for. */
final class OtherPayments extends Plain {
  private final Bank bank;

  OtherPayments(Book book, Bank bank) {
    super(BankSpecs.OTHER_PAYMENTS, book);
    this.bank = bank;
  }

  @Override
  public void create(Row row, Body body) {
    if (!body.text("transaction_type_id").startsWith("OTHER_")) {
      throw Refused.because("transaction_type_id: is not an other payment", "transaction_type_id");
    }
    addsUp(body, body.decimal("total_amount", BigDecimal.ZERO));
    super.create(row, body);
    ObjectNode json = row.json();
    if (!body.has("net_amount")) {
      BigDecimal tax = body.decimal("tax_amount", BigDecimal.ZERO);
      json.put("net_amount", Money.text(total(row).subtract(tax)));
      json.put("tax_amount", Money.text(tax));
    }
    json.put("editable", true).put("deletable", true);
    bank.other(row, total(row));
  }

  @Override
  public void update(Row row, Body body) {
    if (body.has("payment_lines")) {
      addsUp(body, body.decimal("total_amount", total(row)));
    } else if (body.has("total_amount")
        && body.decimal("total_amount", BigDecimal.ZERO).compareTo(total(row)) != 0) {
      throw Refused.because("total_amount: is not the sum of the lines", "total_amount");
    }
    bank.takeBack(row, total(row));
    super.update(row, body);
    bank.other(row, total(row));
  }

  private static void addsUp(Body body, BigDecimal total) {
    BigDecimal sum =
        body.lines("payment_lines", "payment_lines").stream()
            .map(line -> line.decimal("total_amount", BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0) {
      throw Refused.because("total_amount: must be greater than 0", "total_amount");
    }
    if (sum.compareTo(total) != 0) {
      throw Refused.because("total_amount: is not the sum of the lines", "total_amount");
    }
  }

  private static BigDecimal total(Row row) {
    return new BigDecimal(row.text("total_amount"));
  }

  @Override
  void name(Row row) {
    row.json().put("displayed_as", row.json().at("/transaction_type/displayed_as").asString(""));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    bank.takeBack(row, total(row));
    return super.delete(row, query);
  }
}
