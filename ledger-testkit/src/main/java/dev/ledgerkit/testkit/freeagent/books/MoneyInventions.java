package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes up what settles documents: explanations and reconciliations. */
final class MoneyInventions {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final ChurnTools tools;
  private final Book book;

  MoneyInventions(ChurnTools tools) {
    this.tools = tools;
    this.book = tools.book;
  }

  Optional<ObjectNode> create(String path) {
    return path.equals(Reconciliations.SPEC.path())
        ? reconciliation()
        : switch (tools.below(5)) {
          case 0 -> receipt();
          case 1 -> billPayment();
          case 2 -> Optional.of(transfer());
          default ->
              tools
                  .any("bank_transactions", MoneyInventions::unexplained)
                  .flatMap(this::explanation);
        };
  }

  private static boolean unexplained(Row transaction) {
    return transaction.decimal("unexplained_amount").signum() != 0;
  }

  /** All of what a transaction has left, under a category. */
  Optional<ObjectNode> explanation(Row transaction) {
    BigDecimal left = transaction.decimal("unexplained_amount");
    if (left.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        of(left)
            .put("bank_transaction", book.url(transaction))
            .put("category", book.categoryUrl(left.signum() > 0 ? "001" : "364")));
  }

  private ObjectNode of(BigDecimal gross) {
    return Json.object()
        .put("dated_on", tools.day())
        .put("description", tools.text("Explained"))
        .put("gross_value", Amounts.text(gross));
  }

  /** A transaction of its own pays an invoice. */
  private Optional<ObjectNode> receipt() {
    return tools
        .any("invoices", row -> row.text("status").equals(Documents.OPEN) && due(row).signum() > 0)
        .map(
            invoice ->
                of(part(due(invoice)))
                    .put("bank_account", tools.url("bank_accounts"))
                    .put("paid_invoice", book.url(invoice)));
  }

  private Optional<ObjectNode> billPayment() {
    return tools
        .any("bills", row -> due(row).signum() > 0)
        .map(
            bill ->
                of(part(due(bill)).negate())
                    .put("bank_account", tools.url("bank_accounts"))
                    .put("paid_bill", book.url(bill)));
  }

  /** The same account twice is refused. */
  private ObjectNode transfer() {
    return of(tools.amount(500).negate())
        .put("bank_account", tools.url("bank_accounts"))
        .put("transfer_bank_account", tools.url("bank_accounts"));
  }

  private static BigDecimal due(Row row) {
    return row.decimal("due_value");
  }

  /** All or half of it, never nothing. */
  private BigDecimal part(BigDecimal amount) {
    return tools.below(2) == 0 ? amount : amount.divide(TWO, 2, RoundingMode.UP);
  }

  private Optional<ObjectNode> reconciliation() {
    Optional<Row> note =
        tools.any(
            "credit_notes",
            row -> row.text("status").equals(Documents.OPEN) && due(row).signum() < 0);
    Optional<Row> invoice =
        tools.any(
            "invoices", row -> row.text("status").equals(Documents.OPEN) && due(row).signum() > 0);
    if (note.isEmpty() || invoice.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal most = due(note.get()).negate().min(due(invoice.get()));
    return Optional.of(
        Json.object()
            .put("gross_value", Amounts.text(part(most)))
            .put("invoice", book.url(invoice.get()))
            .put("credit_note", book.url(note.get())));
  }

  void edit(Row row, ObjectNode fields) {
    BigDecimal gross = row.decimal("gross_value");
    boolean less = true;
    if (row.path.equals(Explanations.SPEC.path())) {
      fields.put("description", tools.text("Explained"));
      less = !row.json().has("transfer_bank_account") && tools.below(2) == 0;
    }
    if (less) {
      fields.put("gross_value", Amounts.text(gross.divide(TWO, 2, RoundingMode.DOWN)));
    }
  }
}
