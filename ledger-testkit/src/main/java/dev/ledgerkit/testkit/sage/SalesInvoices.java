package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sales invoices: drafted, released, paid by others, voided. */
final class SalesInvoices implements Rules {
  private static final Set<String> ON_CREATE = Set.of("DRAFT", "PRO_FORMA");
  private static final int USUAL_CREDIT_DAYS = 30;

  private final Book book;
  private final Tally tally;

  SalesInvoices(Book book, Tally tally) {
    this.book = book;
    this.tally = tally;
  }

  @Override
  public void create(Row row, Body body) {
    String status = body.optionalText("status_id").orElse("UNPAID");
    if (body.has("status_id") && !ON_CREATE.contains(status)) {
      throw Refused.because("status_id: can only be DRAFT or PRO_FORMA", "status_id");
    }
    Row contact = customer(body.text("contact_id"));
    String currency = Json.id(contact.json, "currency");
    if (body.has("currency_id") && !body.text("currency_id").equals(currency)) {
      throw Refused.because("currency_id: a contact is locked to one currency", "currency_id");
    }
    LocalDate date = body.date("date");
    int days = contact.json.path("credit_days").asInt(USUAL_CREDIT_DAYS);
    ObjectNode json = row.json;
    json.putNull("deleted_at").putArray("links");
    json.set("transaction_type", book.reference("transaction_types", "SALES_INVOICE"));
    json.set("contact", contact.reference());
    json.put("contact_name", Json.text(contact.json, "name"));
    json.set("contact_reference", contact.json.path("reference").deepCopy());
    json.put("date", date.toString());
    json.put(
        "due_date",
        (body.has("due_date") ? body.date("due_date") : date.plusDays(days)).toString());
    JsonNode own = new Addresses(book).address(body.nested("main_address"));
    json.set("main_address", own.isNull() ? contact.json.path("main_address").deepCopy() : own);
    // Without its own, the delivery address becomes the billing address.
    JsonNode delivery = new Addresses(book).address(body.nested("delivery_address"));
    json.set(
        "delivery_address", delivery.isNull() ? json.path("main_address").deepCopy() : delivery);
    json.set("currency", book.reference("currencies", currency));
    BigDecimal rate = body.decimal("exchange_rate", BigDecimal.ONE);
    json.put("exchange_rate", Money.text(rate)).put("inverse_exchange_rate", "1.0");
    json.put("sent", body.flag("sent")).put("sent_by_email", false).putNull("void_reason");
    json.put("editable", true).put("vat_reverse_charge", body.flag("vat_reverse_charge"));
    json.putNull("tax_calculation_method").putNull("last_paid").putNull("recurring_invoice");
    json.put("tax_reconciled", false).put("migrated", false);
    json.put("payments_allocations_total_amount", "0.0")
        .put("payments_allocations_total_discount", "0.0");
    json.put("total_paid", "0.0").putArray("payments_allocations");
    copy(row, body, true);
    amounts(row, body);
    String prefix = body.optionalText("invoice_number_prefix").orElse("SI");
    post(row, status, prefix, body.text("invoice_number"));
  }

  private Row customer(String id) {
    // No source here: the provider does not say which field it could not resolve.
    return book.find("contacts", id)
        .filter(c -> Json.text(c.json.path("contact_types").path(0), "id").equals("CUSTOMER"))
        .orElseThrow(() -> Refused.because("Couldn't find Customer.", ""));
  }

  private void copy(Row row, Body body, boolean creating) {
    for (String field :
        new String[] {"reference", "notes", "terms_and_conditions", "invoice_number_prefix"}) {
      if (creating || body.mentions(field)) {
        row.json.put(field, body.optionalText(field).orElse(null));
      }
    }
  }

  private void amounts(Row row, Body body) {
    InvoiceTotals.write(
        row.json,
        body.lines("invoice_lines", "line_items").stream()
            .map(line -> InvoiceLine.of(line, book))
            .toList(),
        Money.round(body.decimal("shipping_net_amount", BigDecimal.ZERO)),
        body.text("shipping_tax_rate_id"),
        book);
  }

  /**
   * Gives the invoice its status; only what is not a draft has a number, a transaction and a debt.
   */
  private void post(Row row, String status, String prefix, String custom) {
    ObjectNode json = row.json;
    boolean real = status.equals("UNPAID");
    String number =
        real
            ? (custom.isEmpty() ? book.number(prefix) : custom)
            : prefix + "-" + (status.equals("DRAFT") ? "DRAFT" : "PROFORMA");
    json.put("invoice_number", number).put("displayed_as", number);
    json.set("transaction", real ? book.transaction(number) : json.nullNode());
    BigDecimal total = new BigDecimal(Json.text(json, "total_amount"));
    InvoiceTotals.both(json, "outstanding_amount", real ? total : BigDecimal.ZERO);
    // An invoice over nothing has nothing left to pay.
    status(row, real && total.signum() == 0 ? "PAID" : status);
  }

  private void status(Row row, String status) {
    row.json.set("status", book.reference("artefact_statuses", status));
  }

  @Override
  public void update(Row row, Body body) {
    String now = Json.id(row.json, "status");
    if (body.has("status_id") && !body.text("status_id").equals(now)) {
      throw Refused.because("status_id: cannot be changed", "status_id");
    }
    if (now.equals("VOID") || Json.text(row.json, "total_paid").compareTo("0.0") != 0) {
      throw Refused.because("The invoice cannot be edited.", "base");
    }
    copy(row, body, false);
    if (body.has("date")) {
      row.json.put("date", body.date("date").toString());
    }
    if (body.has("due_date")) {
      row.json.put("due_date", body.date("due_date").toString());
    }
    if (body.has("invoice_lines")) {
      amounts(row, body);
      if (now.equals("UNPAID")) {
        InvoiceTotals.both(
            row.json, "outstanding_amount", new BigDecimal(Json.text(row.json, "total_amount")));
      }
    }
  }

  @Override
  public WireReply act(Row row, String action) {
    if (!action.equals("release")) {
      throw Refused.with(404);
    }
    if (!ON_CREATE.contains(Json.id(row.json, "status"))) {
      throw Refused.because("Only draft and pro forma invoices can be released.", "base");
    }
    String prefix = Json.text(row.json, "invoice_number_prefix");
    post(row, "UNPAID", prefix.isEmpty() ? "SI" : prefix, "");
    row.touch(book.now());
    return WireReply.json(201, Json.write(row.json));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    String status = Json.id(row.json, "status");
    String reason = query.getOrDefault("void_reason", "");
    if (status.equals("DRAFT")) {
      row.delete(book.now());
      return WireReply.json(200, Json.write(row.json));
    }
    if (reason.isBlank()) {
      throw Refused.because("void_reason: This field is required", "void_reason");
    }
    if (status.equals("VOID")) {
      throw Refused.because("The invoice is void already.", "base");
    }
    if (!Json.text(row.json, "total_paid").equals("0.0")) {
      throw Refused.because("Paid invoices cannot be voided. Remove the payments first.", "base");
    }
    status(row, "VOID");
    InvoiceTotals.both(row.json, "outstanding_amount", BigDecimal.ZERO);
    row.json.put("void_reason", reason).put("editable", false);
    row.touch(book.now());
    return WireReply.json(200, Json.write(row.json));
  }

  /** A read marks the invoice as sent unless it says otherwise. */
  @Override
  public ObjectNode show(Row row, Map<String, String> query) {
    if (!query.getOrDefault("mark_as_sent", "true").equals("false")) {
      tally.markedAsSent();
      if (!row.json.path("sent").asBoolean(false)) {
        row.json.put("sent", true);
        row.touch(book.now());
      }
    }
    return row.json.deepCopy();
  }
}
