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
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Receipts, payments and refunds: they pay artefacts, and what is left over waits on account. */
final class ContactPayments implements Rules {
  private static final Set<String> TYPES =
      Set.of("CUSTOMER_RECEIPT", "CUSTOMER_REFUND", "VENDOR_PAYMENT", "VENDOR_REFUND");

  private final Book book;
  private final Artefacts artefacts;
  private final Bank bank;

  ContactPayments(Book book, Artefacts artefacts, Bank bank) {
    this.book = book;
    this.artefacts = artefacts;
    this.bank = bank;
  }

  @Override
  public void create(Row row, Body body) {
    String type = body.text("transaction_type_id");
    if (!TYPES.contains(type)) {
      throw Refused.because("transaction_type_id: is not a contact payment", "transaction_type_id");
    }
    Row contact = Parties.find(book, body.text("contact_id"), type.startsWith("CUSTOMER"));
    BigDecimal total = body.decimal("total_amount", BigDecimal.ZERO);
    if (total.signum() <= 0) {
      throw Refused.because("total_amount: must be greater than 0", "total_amount");
    }
    String date = body.date("date").toString();
    List<Artefacts.Share> shares = artefacts.resolve(body, contact.id());
    withinTotal(shares, total);

    ObjectNode json = row.json();
    String name = displayName(book, type);
    json.put("displayed_as", name).putNull("deleted_at").putArray("links");
    json.set("transaction_type", book.reference("transaction_types", type));
    json.set("payment_method", book.reference("payment_methods", body.text("payment_method_id")));
    json.set("contact", contact.reference());
    json.set("bank_account", book.reference("bank_accounts", body.text("bank_account_id")));
    json.put("date", date);
    DocumentTotals.both(json, "net_amount", total);
    DocumentTotals.both(json, "tax_amount", BigDecimal.ZERO);
    DocumentTotals.both(json, "total_amount", total);
    json.set("currency", contact.json().path("currency").deepCopy());
    json.put("exchange_rate", Money.text(body.decimal("exchange_rate", BigDecimal.ONE)));
    json.put("base_currency_currency_charge", "0.0");
    json.put("reference", body.optionalText("reference").orElse(null));
    json.putNull("tax_rate").put("editable", true);
    artefacts.apply(row, shares);
    onAccount(row, contact);
    bank.contact(row, total);
    book.trade(contact.id());
  }

  static String displayName(Book book, String type) {
    return Json.text(book.reference("transaction_types", type), "displayed_as");
  }

  private static void withinTotal(List<Artefacts.Share> shares, BigDecimal total) {
    if (sum(shares).compareTo(total) > 0) {
      throw Refused.because(
          "The allocated amounts are more than the total amount.", "allocated_artefacts.amount");
    }
  }

  private static BigDecimal sum(List<Artefacts.Share> shares) {
    return shares.stream().map(Artefacts.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is not allocated becomes a payment on account with an id of its own. */
  private void onAccount(Row row, Row contact) {
    BigDecimal allocated =
        row.json()
            .path("allocated_artefacts")
            .valueStream()
            .map(share -> new BigDecimal(Json.text(share, "amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = new BigDecimal(row.text("total_amount")).subtract(allocated);
    if (rest.signum() == 0) {
      row.json().putNull("payment_on_account");
      return;
    }
    Row account = book.draft(Artefacts.ON_ACCOUNT);
    ObjectNode json = account.json().put("displayed_as", row.text("displayed_as"));
    json.put("contact_name", contact.text("name"));
    json.set("contact", contact.reference());
    json.put("date", row.text("date"));
    json.set("reference", row.json().path("reference").deepCopy());
    DocumentTotals.both(json, "net_amount", rest);
    DocumentTotals.both(json, "tax_amount", BigDecimal.ZERO);
    DocumentTotals.both(json, "total_amount", rest);
    DocumentTotals.both(json, "outstanding_amount", rest);
    json.set("currency", row.json().path("currency").deepCopy());
    json.put("exchange_rate", "1.0");
    json.set("status", book.reference("artefact_statuses", "UNPAID"));
    book.keep(account);
    row.json().set("payment_on_account", json.deepCopy());
  }

  /** An empty list of artefacts clears the allocations; the amounts of others are replaced. */
  @Override
  public void update(Row row, Body body) {
    if (body.mentions("allocated_artefacts")) {
      Row contact = book.find("contacts", row.idOf("contact")).orElseThrow(() -> Refused.with(404));
      unusedOnAccount(row);
      artefacts.replace(
          row,
          () -> {
            List<Artefacts.Share> shares = artefacts.resolve(body, contact.id());
            withinTotal(shares, new BigDecimal(row.text("total_amount")));
            return shares;
          });
      dropOnAccount(row);
      onAccount(row, contact);
    }
    if (body.mentions("reference")) {
      row.json().put("reference", body.optionalText("reference").orElse(null));
    }
    if (body.has("date")) {
      row.json().put("date", body.date("date").toString());
    }
  }

  private void unusedOnAccount(Row row) {
    book.find(Artefacts.ON_ACCOUNT, row.idOf("payment_on_account"))
        .filter(account -> !account.idOf("status").equals("UNPAID"))
        .ifPresent(
            account -> {
              throw Refused.because("The payment on account is allocated already.", "base");
            });
  }

  private void dropOnAccount(Row row) {
    book.find(Artefacts.ON_ACCOUNT, row.idOf("payment_on_account"))
        .ifPresent(account -> account.delete(book.now()));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    unusedOnAccount(row);
    artefacts.revert(row);
    dropOnAccount(row);
    bank.takeBack(row, new BigDecimal(row.text("total_amount")));
    row.delete(book.now());
    return WireReply.noContent();
  }

  /** The embedded payment on account is shown as it stands now. */
  @Override
  public ObjectNode show(Row row, Map<String, String> query) {
    ObjectNode json = row.json().deepCopy();
    book.find(Artefacts.ON_ACCOUNT, row.idOf("payment_on_account"))
        .ifPresent(account -> json.set("payment_on_account", account.json().deepCopy()));
    return json;
  }
}
