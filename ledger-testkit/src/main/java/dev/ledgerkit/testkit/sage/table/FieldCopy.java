package dev.ledgerkit.testkit.sage.table;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what a client sent into what a read shows, field by field of the table.
 *
 * <p>A create fills every field, an update those that were sent. Guarded by the book's lock.
 *
 * @since 0.1
 */
public record FieldCopy(Book book, Row owner, boolean creating) {

  /** Copies all of these into the owner's own JSON. */
  public void all(List<Field> fields, Body sent) {
    fields.forEach(field -> into(owner.json(), field, sent));
  }

  /** Copies one field into a JSON object of the owner. */
  public void into(ObjectNode json, Field field, Body sent) {
    if (!creating && !sent.mentions(field.name())) {
      return;
    }
    String name = field.shown();
    switch (field.kind()) {
      case TEXT, DATE -> json.put(name, sent.optionalText(field.name()).orElse(null));
      case DECIMAL -> json.put(name, sent.decimal(field.name()).map(Money::text).orElse(null));
      case INTEGER ->
          json.put(name, sent.decimal(field.name()).map(BigDecimal::intValue).orElse(null));
      case FLAG ->
          json.put(
              name,
              sent.has(field.name()) ? sent.flag(field.name()) : field.target().equals("true"));
      case REFERENCE -> json.set(name, book.reference(field.target(), sent.text(field.name())));
      case REFERENCES -> references(json.putArray(name), field, sent);
      case OBJECT -> object(json, field, sent);
      case LINES -> lines(json.putArray(name), field, sent);
    }
  }

  private void references(ArrayNode array, Field field, Body sent) {
    for (JsonNode id : sent.fields().path(field.name())) {
      array.add(book.reference(field.target(), id.asString("")));
    }
  }

  private void object(ObjectNode json, Field field, Body sent) {
    Body inner = sent.nested(field.name());
    if (!inner.fields().isObject()) {
      json.putNull(field.name());
      return;
    }
    boolean fresh = !json.path(field.name()).isObject();
    ObjectNode written = fresh ? json.putObject(field.name()) : json.withObject("/" + field.name());
    FieldCopy copy = new FieldCopy(book, owner, creating || fresh);
    field.parts().forEach(part -> copy.into(written, part, inner));
  }

  /** Lines are replaced as they are sent; each has an id of its own. */
  private void lines(ArrayNode array, Field field, Body sent) {
    FieldCopy copy = new FieldCopy(book, owner, true);
    for (Body line : sent.lines(field.name(), field.source())) {
      ObjectNode written = array.addObject().put("id", owner.partId(field.name(), array.size()));
      field.parts().forEach(part -> copy.into(written, part, line));
    }
  }
}
