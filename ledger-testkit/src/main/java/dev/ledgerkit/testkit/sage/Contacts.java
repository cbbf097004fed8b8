package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
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

  Contacts(Book book) {
    this.book = book;
    this.addresses = new Addresses(book);
  }

  @Override
  public void create(Row row, Body body) {
    JsonNode types = body.fields().path("contact_type_ids");
    if (types.size() != 1 || !TYPES.contains(types.path(0).asString(""))) {
      throw Refused.because(
          "contact_type_ids: must be one of CUSTOMER, VENDOR", "contact[contact_type_ids]");
    }
    unusedReference(row, body);
    ObjectNode json = row.json;
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
    json.putNull("product_sales_price_type")
        .putNull("auxiliary_account")
        .putNull("tax_calculation");
    json.set("main_address", addresses.address(body.nested("main_address")));
    // Without its own, the delivery address becomes the billing address.
    json.set(
        "delivery_address",
        addresses.address(
            body.nested(body.has("delivery_address") ? "delivery_address" : "main_address")));
    json.set("main_contact_person", addresses.person(body.nested("main_contact_person")));
    JsonNode bank = body.fields().path("bank_account_details");
    json.set("bank_account_details", bank.isObject() ? bank.deepCopy() : json.nullNode());
    copy(row, body, true);
  }

  @Override
  public void update(Row row, Body body) {
    unusedReference(row, body);
    String currency = Json.id(row.json, "currency");
    if (body.has("currency_id") && !body.text("currency_id").equals(currency)) {
      throw Refused.because("currency_id: a contact is locked to one currency", "currency_id");
    }
    for (String part : new String[] {"main_address", "delivery_address"}) {
      if (body.has(part)) {
        row.json.set(part, addresses.address(body.nested(part)));
      }
    }
    if (body.has("main_contact_person")) {
      row.json.set("main_contact_person", addresses.person(body.nested("main_contact_person")));
    }
    copy(row, body, false);
  }

  /** A reference stays taken after its contact is deleted. */
  private void unusedReference(Row row, Body body) {
    String reference = body.text("reference");
    boolean taken =
        !reference.isEmpty()
            && book.rows("contacts").stream()
                .anyMatch(
                    o -> !o.id.equals(row.id) && Json.text(o.json, "reference").equals(reference));
    if (taken) {
      throw Refused.because("reference: has already been taken", "reference");
    }
  }

  private void copy(Row row, Body body, boolean creating) {
    ObjectNode json = row.json;
    json.put("name", body.optionalText("name").orElse(Json.text(json, "name")));
    for (String field : COPIED) {
      if (creating || body.mentions(field)) {
        json.put(field, body.optionalText(field).orElse(null));
      }
    }
    if (creating || body.mentions("reference")) {
      json.put("reference", body.optionalText("reference").orElse(null));
    }
    if (creating || body.mentions("credit_limit")) {
      json.put("credit_limit", body.decimal("credit_limit").map(Money::text).orElse(null));
    }
    if (creating || body.mentions("credit_days")) {
      json.put("credit_days", body.decimal("credit_days").map(BigDecimal::intValue).orElse(null));
    }
    Reference.CONTACTS
        .references()
        .forEach(
            (field, path) -> {
              if (!field.equals("currency_id") && (creating || body.mentions(field))) {
                json.set(
                    field.substring(0, field.length() - 3), book.reference(path, body.text(field)));
              }
            });
    JsonNode treatment = body.fields().path("tax_treatment");
    if (creating || treatment.isObject()) {
      json.putObject("tax_treatment")
          .put("home_tax", treatment.path("home_tax").asBoolean(true))
          .put("eu_tax_registered", treatment.path("eu_tax_registered").asBoolean(false))
          .put("eu_not_tax_registered", treatment.path("eu_not_tax_registered").asBoolean(false))
          .put("rest_of_world_tax", treatment.path("rest_of_world_tax").asBoolean(false))
          .put("is_importer", treatment.path("is_importer").asBoolean(false));
    }
    String email = Json.text(json.path("main_contact_person"), "email");
    json.put("email", email.isEmpty() ? null : email);
    String reference = Json.text(json, "reference");
    json.put(
        "displayed_as",
        Json.text(json, "name") + (reference.isEmpty() ? "" : " (" + reference + ")"));
  }

  @Override
  public ObjectNode show(Row row, Map<String, String> query) {
    ObjectNode json = row.json.deepCopy();
    if (query.getOrDefault("show_balance", "").equals("true")) {
      BigDecimal balance =
          book.rows("sales_invoices").stream()
              .filter(i -> Json.id(i.json, "contact").equals(row.id))
              .map(i -> new BigDecimal(Json.text(i.json, "outstanding_amount")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      json.put("balance", Money.text(balance));
    }
    return json;
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    row.delete(book.now());
    return WireReply.noContent();
  }
}
