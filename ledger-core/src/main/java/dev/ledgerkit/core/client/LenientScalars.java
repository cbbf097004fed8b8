package dev.ledgerkit.core.client;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
 *
 * @since 0.1
 */
public final class LenientScalars {
  /** Beyond any amount of money; a short text like 1e999999999 must not become a long number. */
  private static final int MAX_SCALE = 400;

  /** Digits and point of a decimal whose digits surely fit a long. */
  private static final int MAX_PLAIN = 18;

  private LenientScalars() {}

  /** For a mapper that shall read and write them so. */
  public static JacksonModule module() {
    return new SimpleModule("lenient-scalars")
        .addDeserializer(BigDecimal.class, new DecimalFromText())
        .addDeserializer(Integer.class, new FromText<>(Integer.class, LenientScalars::integer))
        .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, IsoText::date))
        .addDeserializer(Instant.class, new FromText<>(Instant.class, IsoText::moment))
        .addSerializer(new DecimalAsText());
  }

  private static BigDecimal bounded(BigDecimal value) {
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new NumberFormatException("A decimal has an exponent beyond " + MAX_SCALE);
    }
    return value;
  }

  private static Integer integer(String text) {
    return bounded(new BigDecimal(text)).intValueExact();
  }

  /** A value whose text may be a JSON text as well as a JSON number. */
  private abstract static class Scalar<T> extends StdDeserializer<T> {
    Scalar(Class<T> type) {
      super(type);
    }

    /** The value of the text there is now, whatever is around it; null if it is blank. */
    abstract @Nullable T value(JsonParser parser);

    @Override
    public final @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == null || !token.isScalarValue() || token.isBoolean()) {
        return handled(context.handleUnexpectedToken(getValueType(context), parser));
      }
      try {
        return value(parser);
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

  private static final class FromText<T> extends Scalar<T> {
    private final Function<String, T> reading;

    FromText(Class<T> type, Function<String, T> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    @Nullable T value(JsonParser parser) {
      String text = parser.getString().strip();
      return text.isEmpty() ? null : reading.apply(text);
    }
  }

  /** Straight from the parser's characters: an invoice has dozens of amounts. */
  private static final class DecimalFromText extends Scalar<BigDecimal> {
    DecimalFromText() {
      super(BigDecimal.class);
    }

    @Override
    @Nullable BigDecimal value(JsonParser parser) {
      char[] characters = parser.getStringCharacters();
      int from = parser.getStringOffset();
      int to = from + parser.getStringLength();
      while (from < to && Character.isWhitespace(characters[from])) {
        from++;
      }
      while (from < to && Character.isWhitespace(characters[to - 1])) {
        to--;
      }
      if (from == to) {
        return null;
      }
      BigDecimal plain = plain(characters, from, to);
      return plain == null ? bounded(new BigDecimal(characters, from, to - from)) : plain;
    }

    /** An optional minus, digits, at most one point, and no more than a long holds; else null. */
    private static @Nullable BigDecimal plain(char[] characters, int from, int to) {
      boolean negative = characters[from] == '-';
      int first = negative ? from + 1 : from;
      if (to - first > MAX_PLAIN || to == first) {
        return null;
      }
      long digits = 0;
      int point = -1;
      for (int i = first; i < to; i++) {
        int digit = characters[i] - '0';
        if (digit >= 0 && digit <= 9) {
          digits = digits * 10 + digit;
        } else if (characters[i] == '.' && point < 0 && i > first && i < to - 1) {
          point = i;
        } else {
          return null;
        }
      }
      return BigDecimal.valueOf(negative ? -digits : digits, point < 0 ? 0 : to - point - 1);
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
