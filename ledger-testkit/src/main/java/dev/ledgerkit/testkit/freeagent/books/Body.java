package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a client sent for one record or one of its lines. */
record Body(JsonNode fields) {
  private static final int LONGEST = 20;

  /** With or without the root key: recordings show that both work. */
  static Body of(String text, String root) {
    JsonNode json =
        Json.parse(text)
            .filter(JsonNode::isObject)
            .orElseThrow(() -> Refused.with(400, "The body is not a JSON object"));
    return new Body(json.path(root).isObject() ? json.path(root) : json);
  }

  boolean has(String field) {
    JsonNode value = fields.path(field);
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isString() && value.asString("").isBlank());
  }

  /** Sent at all, be it null or empty. */
  boolean mentions(String field) {
    return fields.has(field);
  }

  String text(String field) {
    return fields.path(field).asString("");
  }

  boolean flag(String field) {
    JsonNode value = fields.path(field);
    return value.asBoolean(false) || value.asString("").equals("1") || value.asInt(0) == 1;
  }

  /** Decimals come as strings or as numbers. */
  Optional<BigDecimal> decimal(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    JsonNode value = fields.path(field);
    try {
      BigDecimal number =
          value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString("").trim());
      // 1e999999999 is a valid number that takes a gigabyte to print.
      if (Math.abs((long) number.precision() - number.scale()) <= LONGEST
          && Math.abs((long) number.scale()) <= LONGEST) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Falls through to the same refusal as a number nobody can hold.
    }
    throw Refused.because(field + " is not a number");
  }

  /** A date, or a date with a time behind it as one sample of the provider has. */
  Optional<LocalDate> date(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    String text = text(field);
    try {
      return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeParseException e) {
      throw Refused.because(field + " is not a valid date");
    }
  }

  List<Body> list(String field) {
    List<Body> lines = new ArrayList<>();
    fields.path(field).forEach(line -> lines.add(new Body(line)));
    return lines;
  }

  Body nested(String field) {
    return new Body(fields.path(field));
  }
}
