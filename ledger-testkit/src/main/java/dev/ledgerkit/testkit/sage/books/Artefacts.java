package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be paid or paid with: invoices and payments on account, and the amounts moved between
 * them.
 */
final class Artefacts {
  static final String ON_ACCOUNT = "payments_on_account";

  private final Book book;

  /** What lowers a debt: taken from, where the others are paid. */
  private static final List<String> CREDITS =
      List.of("sales_credit_notes", "purchase_credit_notes", ON_ACCOUNT);

  private static final List<String> DEBTS = List.of("sales_invoices", "purchase_invoices");

  Artefacts(Book book) {
    this.book = book;
  }

  /**
   * One share of a payment or an allocation; {@code amount} is negative when it is taken from a
   * credit.
   */
  record Share(Row artefact, BigDecimal amount, BigDecimal discount) {
    boolean ofCredit() {
      return CREDITS.contains(artefact.path());
    }
  }

  /** An artefact of whatever kind. */
  private Optional<Row> find(String id) {
    return Stream.concat(DEBTS.stream(), CREDITS.stream())
        .flatMap(path -> book.find(path, id).stream())
        .findFirst();
  }

  /**
   * Resolves and checks every share before any is applied, so a refusal leaves nothing half done.
   */
  List<Share> resolve(Body body, String contactId) {
    List<Share> shares = new ArrayList<>();
    for (Body line : body.lines("allocated_artefacts", "allocated_artefacts")) {
      String id = line.text("artefact_id");
      Row artefact =
          find(id)
              .filter(row -> row.idOf("contact").equals(contactId))
              .orElseThrow(
                  () ->
                      Refused.because(
                          "artefact_id: does not exist", "allocated_artefacts.artefact_id"));
      BigDecimal amount = line.decimal("amount", BigDecimal.ZERO);
      BigDecimal discount = line.decimal("discount", BigDecimal.ZERO);
      payable(artefact);
      BigDecimal after = outstanding(artefact).subtract(amount.abs()).subtract(discount);
      if (after.signum() < 0) {
        throw Refused.because(
            "The amount is more than the outstanding amount.", "allocated_artefacts.amount");
      }
      shares.add(new Share(artefact, amount, discount));
    }
    return shares;
  }

  private static void payable(Row artefact) {
    String status = artefact.idOf("status");
    if (!status.equals("UNPAID") && !status.equals("PART_PAID")) {
      // The provider does not say which one.
      throw Refused.because("You can only pay unpaid or part-paid invoices.", "");
    }
  }

  void apply(Row by, List<Share> shares) {
    ArrayNode written = by.json().putArray("allocated_artefacts");
    for (Share share : shares) {
      move(share.artefact(), share.amount().abs(), share.discount(), by);
      ObjectNode entry =
          written.addObject().put("id", by.partId("allocated_artefacts", written.size()));
      entry.set("artefact", share.artefact().reference());
      entry.put("amount", Money.text(share.amount())).put("discount", Money.text(share.discount()));
    }
  }

  /** Gives back everything {@code by} has moved. */
  void revert(Row by) {
    for (JsonNode entry : by.json().path("allocated_artefacts")) {
      String id = Json.id(entry, "artefact");
      find(id)
          .ifPresent(
              row ->
                  move(
                      row,
                      new BigDecimal(Json.text(entry, "amount")).abs().negate(),
                      new BigDecimal(Json.text(entry, "discount")).negate(),
                      by));
    }
    by.json().putArray("allocated_artefacts");
  }

  /**
   * Puts new shares in the place of the old ones, or leaves everything as it was if the new ones
   * are refused.
   */
  void replace(Row by, Supplier<List<Share>> fresh) {
    List<Share> old = new ArrayList<>();
    for (JsonNode entry : by.json().path("allocated_artefacts")) {
      String id = Json.id(entry, "artefact");
      find(id)
          .ifPresent(
              row ->
                  old.add(
                      new Share(
                          row,
                          new BigDecimal(Json.text(entry, "amount")),
                          new BigDecimal(Json.text(entry, "discount")))));
    }
    revert(by);
    try {
      apply(by, fresh.get());
    } catch (Refused refused) {
      apply(by, old);
      throw refused;
    }
  }

  private void move(Row artefact, BigDecimal amount, BigDecimal discount, Row by) {
    ObjectNode json = artefact.json();
    BigDecimal total = new BigDecimal(Json.text(json, "total_amount"));
    BigDecimal left = outstanding(artefact).subtract(amount).subtract(discount);
    DocumentTotals.both(json, "outstanding_amount", left);
    BigDecimal paid = new BigDecimal(json.path("total_paid").asString("0")).add(amount);
    json.put("total_paid", Money.text(paid));
    json.put("payments_allocations_total_amount", Money.text(paid));
    String status =
        left.signum() == 0 ? "PAID" : left.compareTo(total) == 0 ? "UNPAID" : "PART_PAID";
    json.set("status", book.reference("artefact_statuses", status));
    if (json.has("payments_allocations")) {
      note(json, amount, discount, by);
    }
    artefact.touch(book.now());
  }

  private static void note(ObjectNode invoice, BigDecimal amount, BigDecimal discount, Row by) {
    ArrayNode notes = (ArrayNode) invoice.path("payments_allocations");
    if (amount.signum() < 0) {
      for (int i = notes.size() - 1; i >= 0; i--) {
        if (Json.id(notes.path(i), "artefact").equals(by.id())) {
          notes.remove(i);
        }
      }
      return;
    }
    ObjectNode note = notes.addObject().put("displayed_as", by.text("displayed_as"));
    note.put("date", by.text("date")).put("reference", by.text("reference"));
    note.put("amount", Money.text(amount)).put("discount", Money.text(discount));
    note.set("artefact", by.reference());
    invoice.put("last_paid", by.text("date"));
  }

  private static BigDecimal outstanding(Row artefact) {
    return new BigDecimal(artefact.text("outstanding_amount"));
  }
}
