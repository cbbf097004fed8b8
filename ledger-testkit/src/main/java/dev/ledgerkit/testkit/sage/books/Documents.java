package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.FieldCopy;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import dev.ledgerkit.testkit.sage.table.Witness;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices and credit notes: drafted, released, paid by others, voided. */
final class Documents implements Rules {
  static final int USUAL_CREDIT_DAYS = 30;

  private static final Set<String> ON_CREATE = Set.of("DRAFT", "PRO_FORMA");

  /** Written here and not by the table. */
  private static final Set<String> OWN =
      Set.of(
          "contact_id",
          "contact_name",
          "contact_reference",
          "currency_id",
          "exchange_rate",
          "status_id",
          "date",
          "due_date",
          "invoice_number",
          "credit_note_number",
          "shipping_net_amount",
          "shipping_tax_rate_id",
          "main_address",
          "delivery_address",
          "invoice_lines",
          "credit_note_lines");

  private final DocumentKind kind;
  private final Book book;
  private final Postings postings;
  private final Witness witness;
  private final List<Field> copied;

  Documents(DocumentKind kind, Book book, Postings postings, Witness witness) {
    this.kind = kind;
    this.book = book;
    this.postings = postings;
    this.witness = witness;
    this.copied = kind.spec().fields().stream().filter(f -> !OWN.contains(f.name())).toList();
  }

  @Override
  public void create(Row row, Body body) {
    String status = body.optionalText("status_id").orElse("UNPAID");
    if (body.has("status_id") && !ON_CREATE.contains(status)) {
      throw Refused.because("status_id: can only be DRAFT or PRO_FORMA", "status_id");
    }
    write(row, body);
    String prefix = body.optionalText(kind.number() + "_prefix").orElse(kind.prefix());
    post(row, status, prefix, body.text(kind.number()));
    book.trade(row.idOf("contact"));
  }

  /** Everything but number, status and postings. */
  void write(Row row, Body body) {
    Row contact = Parties.find(book, body.text("contact_id"), kind.customer());
    String currency = contact.idOf("currency");
    if (body.has("currency_id") && !body.text("currency_id").equals(currency)) {
      throw Refused.because("currency_id: a contact is locked to one currency", "currency_id");
    }
    LocalDate date = body.date("date");
    ObjectNode json = row.json();
    json.putNull("deleted_at").putArray("links");
    json.set("transaction_type", book.reference("transaction_types", kind.type()));
    json.set("contact", contact.reference());
    json.put("contact_name", body.optionalText("contact_name").orElse(contact.text("name")));
    json.set("contact_reference", contact.json().path("reference").deepCopy());
    json.put("date", date.toString());
    if (!kind.credit()) {
      int days = contact.json().path("credit_days").asInt(USUAL_CREDIT_DAYS);
      LocalDate due = body.has("due_date") ? body.date("due_date") : date.plusDays(days);
      json.put("due_date", due.toString());
    }
    if (kind.customer()) {
      addresses(json, contact, body);
      json.put("sent_by_email", false).putNull("recurring_invoice");
    }
    json.set("currency", book.reference("currencies", currency));
    BigDecimal rate = body.decimal("exchange_rate", BigDecimal.ONE);
    json.put("exchange_rate", Money.text(rate)).put("inverse_exchange_rate", "1.0");
    json.put("editable", true).putNull("void_reason");
    json.putNull("tax_calculation_method").putNull("last_paid").putNull("detailed_tax_analysis");
    json.put("tax_reconciled", false).put("migrated", false).put("is_cis", false);
    json.put("payments_allocations_total_amount", "0.0")
        .put("payments_allocations_total_discount", "0.0");
    json.put("total_paid", "0.0").putArray("payments_allocations");
    new FieldCopy(book, row, true).all(copied, body);
    amounts(row, body);
  }

  private void addresses(ObjectNode json, Row contact, Body body) {
    Addresses addresses = new Addresses(book);
    JsonNode own = addresses.part(body.nested("main_address"));
    json.set("main_address", own.isNull() ? contact.json().path("main_address").deepCopy() : own);
    // Without its own, the delivery address becomes the billing address.
    JsonNode delivery = addresses.part(body.nested("delivery_address"));
    json.set(
        "delivery_address", delivery.isNull() ? json.path("main_address").deepCopy() : delivery);
  }

  private void amounts(Row row, Body body) {
    List<DocumentLine> lines = new ArrayList<>();
    for (Body line : body.lines(kind.lines(), "line_items")) {
      String id = row.partId(kind.lines(), lines.size() + 1);
      lines.add(DocumentLine.of(line, id, kind.customer(), book));
    }
    DocumentTotals.write(
        row.json(),
        kind,
        lines,
        Money.round(body.decimal("shipping_net_amount", BigDecimal.ZERO)),
        body.text("shipping_tax_rate_id"),
        book);
  }

  /**
   * Gives the document its status; only what is not a draft has a number, a transaction and a debt.
   */
  private void post(Row row, String status, String prefix, String custom) {
    boolean real = status.equals("UNPAID");
    String number =
        real
            ? (custom.isEmpty() ? book.number(prefix) : custom)
            : prefix + "-" + (status.equals("DRAFT") ? "DRAFT" : "PROFORMA");
    name(row, number, status);
    row.json().putNull("transaction");
    if (real) {
      entries(row, postings.open(row, kind.type(), total(row)));
    }
  }

  void name(Row row, String number, String status) {
    ObjectNode json = row.json().put("displayed_as", number);
    if (!kind.number().isEmpty()) {
      json.put(kind.number(), number);
    }
    boolean real = status.equals("UNPAID");
    DocumentTotals.both(json, "outstanding_amount", real ? total(row) : BigDecimal.ZERO);
    // A document over nothing has nothing left to pay.
    status(row, real && total(row).signum() == 0 ? "PAID" : status);
  }

  /**
   * The whole sum stands with the contact, its parts with the accounts of the lines and the tax.
   */
  private void entries(Row row, Row transaction) {
    boolean debits = kind.debits();
    int control = kind.customer() ? Postings.DEBTORS : Postings.CREDITORS;
    int tax = kind.customer() ? Postings.SALES_TAX : Postings.PURCHASE_TAX;
    ObjectNode json = row.json();
    postings.side(transaction, debits, postings.account(control), total(row), json);
    for (JsonNode line : json.path(kind.lines())) {
      String account = Json.id(line, "ledger_account");
      postings.side(transaction, !debits, account, amount(line, "net_amount"), line);
    }
    if (kind.customer()) {
      BigDecimal shipping = amount(json, "shipping_net_amount");
      postings.side(transaction, !debits, postings.account(Postings.CARRIAGE), shipping, json);
    }
    postings.side(transaction, !debits, postings.account(tax), amount(json, "tax_amount"), json);
  }

  private void status(Row row, String status) {
    row.json().set("status", book.reference("artefact_statuses", status));
  }

  private static BigDecimal total(Row row) {
    return amount(row.json(), "total_amount");
  }

  private static BigDecimal amount(JsonNode json, String field) {
    return new BigDecimal(Json.text(json, field));
  }

  @Override
  public void update(Row row, Body body) {
    String now = row.idOf("status");
    boolean disputes =
        !kind.customer() && Set.of("UNPAID", "DISPUTED").contains(body.text("status_id"));
    if (body.has("status_id") && !body.text("status_id").equals(now) && !disputes) {
      throw Refused.because("status_id: cannot be changed", "status_id");
    }
    if (now.equals("VOID") || amount(row.json(), "total_paid").signum() != 0) {
      throw Refused.because("The invoice cannot be edited.", "base");
    }
    if (body.has("status_id")) {
      status(row, body.text("status_id"));
    }
    new FieldCopy(book, row, false).all(copied, body);
    for (String field : new String[] {"date", "due_date"}) {
      if (body.has(field)) {
        row.json().put(field, body.date(field).toString());
      }
    }
    if (body.has(kind.lines())) {
      amounts(row, body);
    }
    if (!ON_CREATE.contains(row.idOf("status"))) {
      DocumentTotals.both(row.json(), "outstanding_amount", total(row));
      book.find("transactions", row.idOf("transaction"))
          .ifPresent(
              transaction -> {
                postings.reopen(transaction, row, total(row));
                entries(row, transaction);
              });
    }
  }

  @Override
  public WireReply act(Row row, String action) {
    if (!action.equals("release")) {
      throw Refused.with(404);
    }
    if (!ON_CREATE.contains(row.idOf("status"))) {
      throw Refused.because("Only draft and pro forma invoices can be released.", "base");
    }
    String prefix = row.text(kind.number() + "_prefix");
    post(row, "UNPAID", prefix.isEmpty() ? kind.prefix() : prefix, "");
    row.touch(book.now());
    return WireReply.json(201, Json.write(row.json()));
  }

  /** A sales document is voided and stays; a purchase document goes. */
  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    String status = row.idOf("status");
    boolean paid = amount(row.json(), "total_paid").signum() != 0;
    if (!kind.customer()) {
      refusePaid(paid);
      postings.withdraw(row);
      row.delete(book.now());
      return WireReply.noContent();
    }
    if (status.equals("DRAFT")) {
      row.delete(book.now());
      return WireReply.json(200, Json.write(row.json()));
    }
    String reason = query.getOrDefault("void_reason", "");
    if (reason.isBlank()) {
      throw Refused.because("void_reason: This field is required", "void_reason");
    }
    if (status.equals("VOID")) {
      throw Refused.because("The invoice is void already.", "base");
    }
    refusePaid(paid);
    postings.withdraw(row);
    status(row, "VOID");
    DocumentTotals.both(row.json(), "outstanding_amount", BigDecimal.ZERO);
    row.json().put("void_reason", reason).put("editable", false);
    row.touch(book.now());
    return WireReply.json(200, Json.write(row.json()));
  }

  private static void refusePaid(boolean paid) {
    if (paid) {
      throw Refused.because("Paid invoices cannot be voided. Remove the payments first.", "base");
    }
  }

  /** A read of a sales document marks it as sent unless it says otherwise. */
  @Override
  public ObjectNode show(Row row, Map<String, String> query) {
    if (kind.customer() && !query.getOrDefault("mark_as_sent", "true").equals("false")) {
      witness.markedAsSent();
      if (!row.json().path("sent").asBoolean(false)) {
        row.json().put("sent", true);
        row.touch(book.now());
      }
    }
    return row.json().deepCopy();
  }

  @Override
  public boolean printable() {
    return kind.customer();
  }
}
