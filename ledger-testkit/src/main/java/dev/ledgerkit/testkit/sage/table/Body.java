package dev.ledgerkit.testkit.sage.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a client sent for one entity, or one of its lines; {@code where} prefixes the sources of
 * problems.
 *
 * @since 0.1
 */
public record Body(JsonNode fields, String where) {
  private static final int LONGEST = 20;
  private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

  public boolean has(String field) {
    JsonNode value = fields.path(field);
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isString() && value.asString("").isBlank())
        && !(value.isArray() && value.isEmpty());
  }

  /** Sent at all, be it null or empty. */
  public boolean mentions(String field) {
    return fields.has(field);
  }

  public String text(String field) {
    return fields.path(field).asString("");
  }

  public Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  public boolean flag(String field) {
    return fields.path(field).asBoolean(false);
  }

  boolean isFlag(String field) {
    return fields.path(field).isBoolean()
        || text(field).equals("true")
        || text(field).equals("false");
  }

  boolean isNumber(String field) {
    return number(field).isPresent();
  }

  boolean isInteger(String field) {
    return number(field)
        .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.abs().compareTo(LARGEST_INTEGER) <= 0)
        .isPresent();
  }

  /** Decimals come as strings or as numbers. */
  public Optional<BigDecimal> decimal(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    return Optional.of(
        number(field)
            .orElseThrow(() -> Refused.because(field + ": is not a number", where + field)));
  }

  private Optional<BigDecimal> number(String field) {
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
      // Falls through to the same answer as a number nobody can hold.
    }
    return Optional.empty();
  }

  public BigDecimal decimal(String field, BigDecimal otherwise) {
    return decimal(field).orElse(otherwise);
  }

  public LocalDate date(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeParseException e) {
      throw Refused.because(field + ": is not a valid date", where + field);
    }
  }

  public List<Body> lines(String field, String lineName) {
    List<Body> lines = new ArrayList<>();
    fields.path(field).forEach(line -> lines.add(new Body(line, lineName + ".")));
    return lines;
  }

  public Body nested(String field) {
    return new Body(fields.path(field), field + ".");
  }
}
