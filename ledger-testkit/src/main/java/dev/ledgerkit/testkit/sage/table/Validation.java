package dev.ledgerkit.testkit.sage.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks a write against its {@link ResourceSpec} and reports everything at once. */
final class Validation {
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);");

  private final ResourceSpec spec;
  private final Book book;
  private final List<Problem> problems = new ArrayList<>();

  Validation(ResourceSpec spec, Book book) {
    this.spec = spec;
    this.book = book;
  }

  void check(Body body, boolean creating) {
    fields(spec.fields(), body, creating);
    if (!problems.isEmpty()) {
      throw Refused.because(problems);
    }
  }

  private void fields(List<Field> fields, Body body, boolean creating) {
    if (creating) {
      for (Field field : fields) {
        if (field.required() && !body.has(field.name())) {
          missing(field, body);
        }
      }
    }
    for (Field field : fields) {
      if (body.has(field.name())) {
        value(field, body);
      }
    }
  }

  private void value(Field field, Body body) {
    String name = field.name();
    switch (field.kind()) {
      case TEXT -> text(field, body);
      case DECIMAL -> known(body.isNumber(name), "is not a number", field, body);
      case INTEGER -> known(body.isInteger(name), "is not an integer", field, body);
      case DATE -> known(isDate(body.text(name)), "is not a valid date", field, body);
      case FLAG -> known(body.isFlag(name), "is not true or false", field, body);
      case REFERENCE -> exists(field, body.text(name), body);
      case REFERENCES -> {
        for (JsonNode id : body.fields().path(name)) {
          exists(field, id.asString(""), body);
        }
      }
      case OBJECT -> fields(field.parts(), body.nested(name), false);
      case LINES ->
          body.lines(name, field.source()).forEach(line -> fields(field.parts(), line, true));
    }
  }

  private void text(Field field, Body body) {
    String value = body.text(field.name());
    if (value.length() > field.longest()) {
      problem(field, "is too long (maximum is " + field.longest() + " characters)", body);
    }
    if (inDocument(body) && field.name().equals("description") && ENTITY.matcher(value).find()) {
      problem(field, "contains invalid characters", body);
    }
  }

  private void known(boolean known, String complaint, Field field, Body body) {
    if (!known) {
      problem(field, complaint, body);
    }
  }

  private void exists(Field field, String id, Body body) {
    if (book.refer(field.target(), id).isPresent()) {
      return;
    }
    if (inDocument(body)) {
      missing(field, body);
    } else {
      problem(field, "does not exist", body);
    }
  }

  private void problem(Field field, String complaint, Body body) {
    String name = inDocument(body) ? body.where() + field.name() : field.name();
    problems.add(Problem.invalid(name + ": " + complaint, source(field, body)));
  }

  /**
   * The provider names the description whatever is wrong with a line of a document; only the source
   * tells the truth.
   */
  private void missing(Field field, Body body) {
    String named = inDocument(body) ? "line_items.description" : body.where() + field.name();
    problems.add(Problem.missing(named, source(field, body)));
  }

  private static boolean inDocument(Body body) {
    return body.where().equals("line_items.");
  }

  /** Array fields are reported in brackets, the others by name: both forms are met in the field. */
  private String source(Field field, Body body) {
    return field.name().endsWith("_ids")
        ? spec.envelope() + "[" + field.name() + "]"
        : body.where() + field.name();
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
