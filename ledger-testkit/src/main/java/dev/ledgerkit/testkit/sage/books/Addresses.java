package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses: rows of their own where they belong to a contact, copies inside documents. */
final class Addresses extends Plain {
  Addresses(Book book) {
    super(ContactSpecs.ADDRESSES, book);
  }

  @Override
  public void create(Row row, Body body) {
    super.create(row, body);
    written(row.json(), body);
    name(row);
  }

  @Override
  public void update(Row row, Body body) {
    super.update(row, body);
    refresh(row);
  }

  /** A contact shows its addresses as they stand now. */
  private void refresh(Row row) {
    book.find("contacts", row.idOf("contact"))
        .ifPresent(
            contact -> {
              for (String part : new String[] {"main_address", "delivery_address"}) {
                if (contact.idOf(part).equals(row.id())) {
                  contact.json().set(part, shown(row));
                  contact.touch(book.now());
                }
              }
            });
  }

  @Override
  void name(Row row) {
    String place = (row.text("city") + " " + row.text("postal_code")).trim();
    row.json().put("displayed_as", (row.text("address_line_1") + "\n" + place).trim());
  }

  /** A row for an address that came inside its contact; null if none came. */
  JsonNode keep(Row contact, Body sent) {
    if (!sent.fields().isObject()) {
      return Json.object().nullNode();
    }
    Row row = book.draft(spec.path());
    create(row, sent);
    row.json().put("is_main_address", true).set("contact", contact.reference());
    book.keep(row);
    return shown(row);
  }

  /** Changes the row behind a contact's address, or makes one where there was none. */
  JsonNode change(Row contact, String part, Body sent) {
    return book.find(spec.path(), contact.idOf(part))
        .map(
            row -> {
              update(row, sent);
              row.touch(book.now());
              return shown(row);
            })
        .orElseGet(() -> keep(contact, sent));
  }

  private static JsonNode shown(Row row) {
    ObjectNode shown = row.json().deepCopy();
    shown.remove("contact");
    return shown;
  }

  /** The copy a document keeps, which no later change of the contact reaches. */
  JsonNode part(Body sent) {
    if (!sent.fields().isObject()) {
      return Json.object().nullNode();
    }
    ObjectNode address = Json.object();
    written(address, sent);
    return address;
  }

  private void written(ObjectNode address, Body sent) {
    for (String field :
        new String[] {"address_line_1", "address_line_2", "city", "region", "postal_code"}) {
      address.put(field, sent.text(field));
    }
    address.put("name", sent.optionalText("name").orElse("Main Address"));
    address.set(
        "address_type",
        book.reference("address_types", sent.optionalText("address_type_id").orElse("ACCOUNTS")));
    address.set(
        "country",
        book.reference(
            "countries", sent.optionalText("country_id").orElse(book.business().country())));
  }
}
