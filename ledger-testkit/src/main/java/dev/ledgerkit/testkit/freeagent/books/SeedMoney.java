package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded money and what it settles: of four explained transactions one pays an invoice, one a bill,
 * two stand under categories. All of it follows from the numbers of the records.
 */
final class SeedMoney {
  private static final int KINDS = 4;
  private static final String INVOICES = "invoices";
  private static final String BILLS = "bills";
  private static final String EXPLANATIONS = "bank_transaction_explanations";
  private static final String TRANSACTIONS = "bank_transactions";
  private static final String RECONCILIATIONS = "credit_note_reconciliations";

  private final Book book;
  private final SeedPlan plan;
  private final Map<String, Long> first = new HashMap<>();

  /** As they were then: accounts come and go. */
  private final List<String> accounts;

  SeedMoney(Book book, SeedPlan plan) {
    this.book = book;
    this.plan = plan;
    this.accounts = book.table("bank_accounts").stream().map(book::url).toList();
  }

  /** The numbers of a resource's seeded records begin here. */
  void begins(String path, long id) {
    first.put(path, id);
  }

  private String url(String path, int i) {
    return book.links.url(path, first.getOrDefault(path, 0L) + i);
  }

  private int explained() {
    return plan.settles() ? plan.count(EXPLANATIONS) : 0;
  }

  /** Before tax; differs from its neighbours'. */
  static BigDecimal net(int i) {
    return BigDecimal.valueOf(1000L + i % 100_000, 2);
  }

  BigDecimal rate() {
    return new BigDecimal(book.profile.registered() ? "20" : "0");
  }

  private BigDecimal total(int i) {
    return net(i).add(Amounts.percent(net(i), rate()));
  }

  static BigDecimal billTotal(int i) {
    return BigDecimal.valueOf(500L + i % 10_000, 2);
  }

  private boolean paysInvoice(int explanation) {
    return explanation % KINDS == 0;
  }

  private boolean paysBill(int explanation) {
    return explanation % KINDS == 1;
  }

  /** Which reconciliation an invoice has, or -1: the oldest that are not paid have them. */
  private int reconciliation(int invoice) {
    int r = invoice - (explained() + KINDS - 1) / KINDS;
    return plan.settles() && r >= 0 && r < plan.count(RECONCILIATIONS) ? r : -1;
  }

  private int reconciled(int r) {
    return (explained() + KINDS - 1) / KINDS + r;
  }

  private BigDecimal setOff(int r) {
    return total(r).min(total(reconciled(r)));
  }

  /** Writes what was paid of the {@code i}-th invoice, if anything. */
  void settleInvoice(ObjectNode json, int i) {
    int r = reconciliation(i);
    if (i * KINDS < explained()) {
      settle(json, "paid", total(i), total(i), plan.day(EXPLANATIONS, i * KINDS).toString());
    } else if (r >= 0) {
      settle(json, "paid", total(i), setOff(r), plan.day(RECONCILIATIONS, r).toString());
    }
  }

  void settleCreditNote(ObjectNode json, int i) {
    if (plan.settles() && i < plan.count(RECONCILIATIONS)) {
      String on = plan.day(RECONCILIATIONS, i).toString();
      settle(json, "refunded", total(i).negate(), setOff(i).negate(), on);
    }
  }

  void settleBill(ObjectNode json, int i) {
    if (i * KINDS + 1 < explained()) {
      String on = plan.day(EXPLANATIONS, i * KINDS + 1).toString();
      settle(json, "paid", billTotal(i), billTotal(i), on);
      json.put("native_due_value", json.path("due_value").asString("0.0"));
    }
  }

  private static void settle(
      ObjectNode json, String settled, BigDecimal total, BigDecimal amount, String on) {
    BigDecimal due = total.subtract(amount);
    json.put(settled + "_value", Amounts.text(amount)).put("due_value", Amounts.text(due));
    if (due.signum() == 0) {
      json.put(settled + "_on", on);
    }
  }

  /** When a record was last changed: with what settled it, if that came later. */
  Instant updated(String path, int i) {
    Instant planted = plan.planted(path, i);
    if (!plan.settles()) {
      return planted;
    }
    int r =
        path.equals(INVOICES)
            ? reconciliation(i)
            : path.equals("credit_notes") && i < plan.count(RECONCILIATIONS) ? i : -1;
    int e =
        switch (path) {
          case INVOICES -> i * KINDS;
          case BILLS -> i * KINDS + 1;
          case TRANSACTIONS -> i;
          default -> Integer.MAX_VALUE;
        };
    Instant later = planted;
    if (e < explained()) {
      later = plan.planted(EXPLANATIONS, e);
    } else if (r >= 0) {
      later = plan.planted(RECONCILIATIONS, r);
    }
    return later.isAfter(planted) ? later : planted;
  }

  ObjectNode transaction(int i) {
    boolean done = i < explained();
    String text = "Seeded row " + (i + 1) + "//OTHER/";
    return Json.object()
        .put("amount", Amounts.text(amount(i)))
        .put("bank_account", account(i))
        .put("dated_on", plan.day(TRANSACTIONS, i).toString())
        .put("description", text)
        .put("full_description", text)
        .put("is_manual", false)
        .put("unexplained_amount", done ? "0.0" : Amounts.text(amount(i)))
        .put("transaction_id", "SEED-" + (i + 1))
        .put("matching_transactions_count", 0);
  }

  private BigDecimal amount(int i) {
    if (i < explained() && paysInvoice(i)) {
      return total(i / KINDS);
    }
    if (i < explained() && paysBill(i)) {
      return billTotal(i / KINDS).negate();
    }
    return BigDecimal.valueOf((i % 2 == 0 ? 1 : -1) * (100L + i), 2);
  }

  /** All in the first account, or in all but the last. */
  private String account(int i) {
    return accounts.get(plan.settles() ? i % Math.max(1, accounts.size() - 1) : 0);
  }

  ObjectNode explanation(int i) {
    BigDecimal gross = amount(i);
    boolean in = gross.signum() > 0;
    ObjectNode json =
        Json.object()
            .put("bank_transaction", url(TRANSACTIONS, i))
            .put("bank_account", account(i))
            .put("dated_on", plan.day(TRANSACTIONS, i).toString())
            .put("gross_value", Amounts.text(gross))
            .put("description", "Seeded explanation " + (i + 1));
    if (paysInvoice(i)) {
      json.put("paid_invoice", url(INVOICES, i / KINDS)).put("type", "Invoice Receipt");
    } else if (paysBill(i)) {
      json.put("paid_bill", url(BILLS, i / KINDS)).put("type", "Bill Payment");
    } else {
      json.put("category", book.categoryUrl(in ? "001" : "364"));
      json.put("type", in ? "Sales" : "Payment").put("sales_tax_rate", "0.0");
      json.put("sales_tax_value", "0.0").put("sales_tax_status", "TAXABLE");
    }
    json.put("is_money_in", in).put("is_money_out", !in).put("is_money_paid_to_user", false);
    json.put("is_deletable", true).put("is_locked", false).put("has_pending_operation", false);
    json.put("marked_for_review", false).put("transfer_value", Amounts.text(gross.negate()));
    return json.put("foreign_currency_value", "0.0");
  }

  ObjectNode reconciliation(long id, int i) {
    String amount = Amounts.text(setOff(i));
    return Json.object()
        .put("gross_value", amount)
        .put("invoice", url(INVOICES, reconciled(i)))
        .put("credit_note", url("credit_notes", i))
        .put("dated_on", plan.day(RECONCILIATIONS, i).toString())
        .put("currency", book.profile.currency())
        .put("exchange_rate", "1.0")
        .put("applied", amount);
  }
}
