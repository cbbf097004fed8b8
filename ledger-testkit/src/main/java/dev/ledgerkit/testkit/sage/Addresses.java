package dev.ledgerkit.testkit.sage;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a contact that have ids of their own. */
final class Addresses {
  private final Book book;

  Addresses(Book book) {
    this.book = book;
  }

  JsonNode address(Body sent) {
    if (!sent.fields().isObject()) {
      return Json.object().nullNode();
    }
    String id = book.id("addresses");
    ObjectNode address = Json.object().put("id", id);
    String first = sent.text("address_line_1");
    String place = (sent.text("city") + " " + sent.text("postal_code")).trim();
    address.put("displayed_as", (first + "\n" + place).trim()).put("$path", "/addresses/" + id);
    String type = sent.optionalText("address_type_id").orElse("ACCOUNTS");
    address
        .putObject("address_type")
        .put("id", type)
        .put("displayed_as", type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT))
        .put("$path", "/address_types/" + type);
    for (String field :
        new String[] {"address_line_1", "address_line_2", "city", "region", "postal_code"}) {
      if (sent.text(field).length() > (field.equals("postal_code") ? 10 : 50)) {
        throw Refused.because(field + ": is too long", sent.where() + field);
      }
      address.put(field, sent.text(field));
    }
    address.put("name", sent.optionalText("name").orElse("Main Address"));
    address.set(
        "country",
        book.reference(
            "countries", sent.optionalText("country_id").orElse(book.business.country())));
    address.put("is_main_address", true);
    return address;
  }

  JsonNode person(Body sent) {
    if (!sent.fields().isObject()) {
      return Json.object().nullNode();
    }
    String id = book.id("contact_persons");
    ObjectNode person = Json.object().put("id", id);
    person.put("displayed_as", sent.optionalText("name").orElse("Main Contact"));
    person
        .put("$path", "/contact_persons/" + id)
        .put("name", sent.optionalText("name").orElse("Main Contact"));
    for (String field : new String[] {"job_title", "telephone", "mobile", "email", "fax"}) {
      person.put(field, sent.optionalText(field).orElse(null));
    }
    return person.put("is_main_contact", true).put("is_preferred_contact", false);
  }
}
