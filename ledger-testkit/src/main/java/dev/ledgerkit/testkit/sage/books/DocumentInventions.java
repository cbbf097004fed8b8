package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up documents, and the money that pays for them. */
final class DocumentInventions {
  private static final Set<String> OPEN = Set.of("UNPAID", "PART_PAID");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final ChurnTools tools;

  DocumentInventions(ChurnTools tools) {
    this.tools = tools;
  }

  Optional<ObjectNode> create(String path) {
    return switch (path) {
      case "sales_invoices" -> document("CUSTOMER", "invoice_lines");
      case "sales_credit_notes" -> document("CUSTOMER", "credit_note_lines");
      case "purchase_invoices" ->
          document("VENDOR", "invoice_lines").map(fields -> fields.put("due_date", tools.day()));
      case "purchase_credit_notes" -> document("VENDOR", "credit_note_lines");
      case "contact_payments" -> payment();
      case "contact_allocations" -> allocation();
      case "other_payments" -> Optional.of(otherPayment());
      case "bank_transfers" -> transfer();
      case "journals" -> Optional.of(journal());
      default -> Optional.empty();
    };
  }

  private Optional<ObjectNode> document(String type, String lines) {
    return tools
        .any("contacts", row -> Json.text(row.peek().at("/contact_types/0"), "id").equals(type))
        .map(contact -> document(contact.id(), lines, 1 + tools.below(3)));
  }

  private ObjectNode document(String contact, String lines, int count) {
    ObjectNode fields =
        Json.object()
            .put("contact_id", contact)
            .put("date", tools.day())
            .put("reference", tools.text("Order"));
    lines(fields.putArray(lines), count);
    return fields;
  }

  private void lines(ArrayNode lines, int count) {
    for (int i = 0; i < count; i++) {
      lines
          .addObject()
          .put("description", tools.text("Goods"))
          .put("ledger_account_id", tools.id("ledger_accounts"))
          .put("quantity", Integer.toString(1 + tools.below(9)))
          .put("unit_price", tools.amount(500))
          .put("tax_rate_id", tools.book().business().country() + "_STANDARD")
          .put("tax_amount", tools.amount(50));
    }
  }

  /** Pays an invoice in whole or in part, or waits on account. */
  private Optional<ObjectNode> payment() {
    boolean sale = tools.below(3) > 0;
    return tools
        .any(sale ? "sales_invoices" : "purchase_invoices", DocumentInventions::open)
        .map(invoice -> payment(invoice, sale));
  }

  private ObjectNode payment(Row invoice, boolean sale) {
    BigDecimal owed = new BigDecimal(invoice.text("outstanding_amount"));
    BigDecimal paid = tools.below(3) == 0 ? half(owed) : owed;
    BigDecimal more = tools.below(4) == 0 ? BigDecimal.TEN : BigDecimal.ZERO;
    ObjectNode fields =
        Json.object()
            .put("transaction_type_id", sale ? "CUSTOMER_RECEIPT" : "VENDOR_PAYMENT")
            .put("contact_id", invoice.idOf("contact"))
            .put("bank_account_id", tools.id("bank_accounts"))
            .put("date", tools.day())
            .put("total_amount", paid.add(more).toPlainString())
            .put("reference", tools.text("Paid"));
    fields
        .putArray("allocated_artefacts")
        .addObject()
        .put("artefact_id", invoice.id())
        .put("amount", paid.toPlainString());
    return fields;
  }

  /** Never nothing. */
  private static BigDecimal half(BigDecimal amount) {
    return amount.divide(TWO, 2, RoundingMode.UP);
  }

  private static boolean open(Row artefact) {
    return OPEN.contains(artefact.idOf("status"))
        && new BigDecimal(artefact.text("outstanding_amount")).signum() > 0;
  }

  /** Sets what a contact was credited against an invoice of theirs. */
  private Optional<ObjectNode> allocation() {
    return tools
        .any("sales_credit_notes", DocumentInventions::open)
        .flatMap(note -> invoiceFor(note).map(invoice -> allocation(note, invoice)));
  }

  /** One the contact owes already, or else a new one. */
  private Optional<Row> invoiceFor(Row note) {
    String contact = note.idOf("contact");
    Optional<Row> owed =
        tools.any("sales_invoices", row -> row.idOf("contact").equals(contact) && open(row));
    return owed.isPresent() || tools.book().find("contacts", contact).isEmpty()
        ? owed
        : Optional.of(
            tools
                .resource("sales_invoices")
                .insert(new Body(document(contact, "invoice_lines", 1), "")));
  }

  private static ObjectNode allocation(Row note, Row invoice) {
    BigDecimal amount =
        new BigDecimal(note.text("outstanding_amount"))
            .min(new BigDecimal(invoice.text("outstanding_amount")));
    ObjectNode fields =
        Json.object()
            .put("transaction_type_id", "CUSTOMER_ALLOCATION")
            .put("contact_id", note.idOf("contact"));
    ArrayNode shares = fields.putArray("allocated_artefacts");
    shares.addObject().put("artefact_id", invoice.id()).put("amount", amount.toPlainString());
    shares.addObject().put("artefact_id", note.id()).put("amount", amount.negate().toPlainString());
    return fields;
  }

  private ObjectNode otherPayment() {
    String amount = tools.amount(200);
    ObjectNode fields =
        Json.object()
            .put("transaction_type_id", tools.below(3) == 0 ? "OTHER_RECEIPT" : "OTHER_PAYMENT")
            .put("date", tools.day())
            .put("bank_account_id", tools.id("bank_accounts"))
            .put("reference", tools.text("Till"))
            .put("total_amount", amount);
    fields
        .putArray("payment_lines")
        .addObject()
        .put("ledger_account_id", tools.id("ledger_accounts"))
        .put("details", tools.text("Sundries"))
        .put("total_amount", amount);
    return fields;
  }

  private Optional<ObjectNode> transfer() {
    String from = tools.id("bank_accounts");
    return tools
        .any("bank_accounts", row -> !row.id().equals(from))
        .map(
            to ->
                Json.object()
                    .put("from_bank_account_id", from)
                    .put("to_bank_account_id", to.id())
                    .put("date", tools.day())
                    .put("amount", tools.amount(900))
                    .put("reference", tools.text("Moved")));
  }

  private ObjectNode journal() {
    String amount = tools.amount(900);
    ObjectNode fields =
        Json.object().put("date", tools.day()).put("reference", tools.text("Journal"));
    ArrayNode lines = fields.putArray("journal_lines");
    for (boolean debit : new boolean[] {true, false}) {
      lines
          .addObject()
          .put("ledger_account_id", tools.id("ledger_accounts"))
          .put("debit", debit ? amount : "0")
          .put("credit", debit ? "0" : amount)
          .put("details", tools.text("Adjusted"));
    }
    return fields;
  }

  void edit(Row row, ObjectNode fields) {
    switch (row.path()) {
      case "contact_payments" -> payment(fields);
      case "contact_allocations" -> smaller(row, fields);
      case "bank_transfers" -> fields.put("amount", tools.amount(900));
      case "other_payments" -> fields.put("reference", tools.text("Till"));
      default -> document(row, fields);
    }
  }

  private void payment(ObjectNode fields) {
    fields.put("reference", tools.text("Paid"));
    if (tools.below(3) == 0) {
      fields.putArray("allocated_artefacts");
    }
  }

  private static void smaller(Row row, ObjectNode fields) {
    ArrayNode shares = fields.putArray("allocated_artefacts");
    for (JsonNode share : row.json().path("allocated_artefacts")) {
      BigDecimal amount = new BigDecimal(Json.text(share, "amount"));
      shares
          .addObject()
          .put("artefact_id", Json.id(share, "artefact"))
          .put("amount", amount.divide(TWO, 2, RoundingMode.DOWN).toPlainString());
    }
  }

  /** Words or lines; a paid document is refused, and a void one. */
  private void document(Row row, ObjectNode fields) {
    fields.put("notes", tools.text("Agreed"));
    if (tools.below(2) == 0) {
      String lines = row.path().endsWith("invoices") ? "invoice_lines" : "credit_note_lines";
      lines(fields.putArray(lines), 1 + tools.below(3));
    }
  }
}
