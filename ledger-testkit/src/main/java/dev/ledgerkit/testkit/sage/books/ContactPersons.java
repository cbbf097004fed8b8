package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The people at an address of a contact. */
final class ContactPersons extends Plain {
  ContactPersons(Book book) {
    super(ContactSpecs.CONTACT_PERSONS, book);
  }

  @Override
  public void update(Row row, Body body) {
    super.update(row, body);
    book.find("contacts", row.idOf("contact"))
        .filter(contact -> contact.idOf("main_contact_person").equals(row.id()))
        .ifPresent(
            contact -> {
              contact.json().set("main_contact_person", shown(row));
              contact.touch(book.now());
            });
  }

  /** A row for a person that came inside a contact; null if none came. */
  JsonNode keep(Row contact, Body sent) {
    if (!sent.fields().isObject()) {
      return Json.object().nullNode();
    }
    Row row = book.draft(spec.path());
    create(row, sent);
    ObjectNode json = row.json().put("name", sent.optionalText("name").orElse("Main Contact"));
    json.put("is_main_contact", true);
    json.set("address", book.reference("addresses", contact.idOf("main_address")));
    json.set("contact", contact.reference());
    name(row);
    book.keep(row);
    return shown(row);
  }

  private static JsonNode shown(Row row) {
    ObjectNode shown = row.json().deepCopy();
    shown.remove("contact");
    return shown;
  }
}
