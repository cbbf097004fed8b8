package dev.ledgerkit.core.client;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How accounting services spell numbers, dates and moments: decimals as texts or numbers, integers
 * as either, dates that are empty texts. Everything is read from its text, so nothing passes
 * through binary floating point.
 */
final class LenientScalars {
  /** Beyond any amount of money; a short text like 1e999999999 must not become a long number. */
  private static final int MAX_SCALE = 400;

  private static final int DATE_LENGTH = "2018-06-25".length();

  private LenientScalars() {}

  static JacksonModule module() {
    return new SimpleModule("lenient-scalars")
        .addDeserializer(
            BigDecimal.class, new FromText<>(BigDecimal.class, LenientScalars::decimal))
        .addDeserializer(Integer.class, new FromText<>(Integer.class, LenientScalars::integer))
        .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LenientScalars::date))
        .addDeserializer(Instant.class, new FromText<>(Instant.class, LenientScalars::moment))
        .addSerializer(new DecimalAsText());
  }

  private static BigDecimal decimal(String text) {
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new NumberFormatException("A decimal has an exponent beyond " + MAX_SCALE);
    }
    return value;
  }

  private static Integer integer(String text) {
    return decimal(text).intValueExact();
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(
        text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T'
            ? text.substring(0, DATE_LENGTH)
            : text);
  }

  private static Instant moment(String text) {
    return text.length() == DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Function<String, T> reading;

    FromText(Class<T> type, Function<String, T> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == null || !token.isScalarValue() || token.isBoolean()) {
        return handled(context.handleUnexpectedToken(getValueType(context), parser));
      }
      String text = parser.getString().strip();
      if (text.isEmpty()) {
        return null;
      }
      try {
        return reading.apply(text);
      } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
        return handled(
            context.handleWeirdStringValue(
                handledType(), "", "not spelled as a number, date or moment"));
      }
    }

    @SuppressWarnings("unchecked") // Jackson's handlers answer the type they were asked for
    private @Nullable T handled(@Nullable Object value) {
      return (T) value;
    }
  }

  private static final class DecimalAsText extends StdSerializer<BigDecimal> {
    DecimalAsText() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toPlainString());
    }
  }
}
