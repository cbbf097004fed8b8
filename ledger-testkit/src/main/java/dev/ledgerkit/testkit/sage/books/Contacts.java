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
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers and vendors. */
final class Contacts implements Rules {
  private static final Set<String> TYPES = Set.of("CUSTOMER", "VENDOR");
  private static final String[] COPIED = {
    "tax_number",
    "notes",
    "locale",
    "credit_terms",
    "credit_terms_and_conditions",
    "source_guid",
    "aux_reference",
    "registered_number"
  };

  private final Book book;
  private final Addresses addresses;
  private final ContactPersons persons;

  /** A reference stays taken after its contact is deleted. */
  private final Map<String, String> references = new HashMap<>();

  Contacts(Book book, Addresses addresses, ContactPersons persons) {
    this.book = book;
    this.addresses = addresses;
    this.persons = persons;
  }

  @Override
  public void create(Row row, Body body) {
    JsonNode types = body.fields().path("contact_type_ids");
    if (types.size() != 1 || !TYPES.contains(types.path(0).asString(""))) {
      throw Refused.because(
          "contact_type_ids: must be one of CUSTOMER, VENDOR", "contact[contact_type_ids]");
    }
    unusedReference(row, body);
    ObjectNode json = row.json();
    json.putNull("deleted_at").putArray("links");
    json.putArray("contact_types").add(book.reference("contact_types", types.path(0).asString("")));
    json.set(
        "currency",
        book.reference("currencies", body.optionalText("currency_id").orElse(book.currency())));
    json.put("deletable", true)
        .put("system", false)
        .put("is_active", true)
        .put("gdpr_obfuscated", false);
    json.put("has_unfinished_recurring_invoices", false).put("cis_registered", false);
    json.putNull("auxiliary_account").putNull("tax_calculation");
    JsonNode bank = body.fields().path("bank_account_details");
    json.set("bank_account_details", bank.isObject() ? bank.deepCopy() : json.nullNode());
    copy(row, body, true);
    // Rows of their own only now: nothing refuses the contact any more.
    json.set("main_address", addresses.keep(row, body.nested("main_address")));
    // Without its own, the delivery address becomes the billing address.
    json.set(
        "delivery_address",
        body.has("delivery_address")
            ? addresses.keep(row, body.nested("delivery_address"))
            : json.path("main_address").deepCopy());
    json.set("main_contact_person", persons.keep(row, body.nested("main_contact_person")));
    email(row);
  }

  private static void email(Row row) {
    String email = Json.text(row.json().path("main_contact_person"), "email");
    row.json().put("email", email.isEmpty() ? null : email);
  }

  @Override
  public void update(Row row, Body body) {
    unusedReference(row, body);
    String currency = row.idOf("currency");
    if (body.has("currency_id") && !body.text("currency_id").equals(currency)) {
      if (book.traded(row.id())) {
        throw Refused.because("currency_id: a contact is locked to one currency", "currency_id");
      }
      row.json().set("currency", book.reference("currencies", body.text("currency_id")));
    }
    for (String part : new String[] {"main_address", "delivery_address"}) {
      if (body.has(part)) {
        row.json().set(part, addresses.change(row, part, body.nested(part)));
      }
    }
    if (body.has("main_contact_person")) {
      row.json().set("main_contact_person", persons.keep(row, body.nested("main_contact_person")));
    }
    copy(row, body, false);
    email(row);
  }

  private void unusedReference(Row row, Body body) {
    if (!references.getOrDefault(body.text("reference"), row.id()).equals(row.id())) {
      throw Refused.because("reference: has already been taken", "reference");
    }
  }

  private void copy(Row row, Body body, boolean creating) {
    ObjectNode json = row.json();
    json.put("name", body.optionalText("name").orElse(Json.text(json, "name")));
    for (String field : COPIED) {
      if (creating || body.mentions(field)) {
        json.put(field, body.optionalText(field).orElse(null));
      }
    }
    if (creating || body.mentions("reference")) {
      references.remove(row.text("reference"), row.id());
      body.optionalText("reference").ifPresent(taken -> references.put(taken, row.id()));
      json.put("reference", body.optionalText("reference").orElse(null));
    }
    if (creating || body.mentions("credit_limit")) {
      json.put("credit_limit", body.decimal("credit_limit").map(Money::text).orElse(null));
    }
    if (creating || body.mentions("credit_days")) {
      json.put("credit_days", body.decimal("credit_days").map(BigDecimal::intValue).orElse(null));
    }
    FieldCopy fields = new FieldCopy(book, row, creating);
    ContactSpecs.CONTACTS.fields().stream()
        .filter(field -> field.kind() == Field.Kind.REFERENCE)
        .filter(field -> !field.name().equals("currency_id"))
        .forEach(field -> fields.into(json, field, body));
    JsonNode treatment = body.fields().path("tax_treatment");
    if (creating || treatment.isObject()) {
      json.putObject("tax_treatment")
          .put("home_tax", treatment.path("home_tax").asBoolean(true))
          .put("eu_tax_registered", treatment.path("eu_tax_registered").asBoolean(false))
          .put("eu_not_tax_registered", treatment.path("eu_not_tax_registered").asBoolean(false))
          .put("rest_of_world_tax", treatment.path("rest_of_world_tax").asBoolean(false))
          .put("is_importer", treatment.path("is_importer").asBoolean(false));
    }
    String reference = Json.text(json, "reference");
    json.put(
        "displayed_as",
        Json.text(json, "name") + (reference.isEmpty() ? "" : " (" + reference + ")"));
  }

  @Override
  public ObjectNode listed(Row row, Map<String, String> query) {
    ObjectNode json = row.shown();
    if (query.getOrDefault("show_balance", "").equals("true")) {
      BigDecimal owed = owed(row, "sales_invoices").add(owed(row, "purchase_invoices"));
      BigDecimal credits =
          owed(row, "sales_credit_notes")
              .add(owed(row, "purchase_credit_notes"))
              .add(owed(row, Artefacts.ON_ACCOUNT));
      json.put("balance", Money.text(owed.subtract(credits)));
    }
    return json;
  }

  private BigDecimal owed(Row contact, String path) {
    return book.live(path)
        .filter(row -> row.idOf("contact").equals(contact.id()))
        .map(row -> new BigDecimal(row.text("outstanding_amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    if (row.json().path("system").asBoolean(false)) {
      throw Refused.because("A contact of the system cannot be deleted.", "base");
    }
    row.delete(book.now());
    return WireReply.noContent();
  }
}
