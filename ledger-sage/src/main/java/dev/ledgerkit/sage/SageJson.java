package dev.ledgerkit.sage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.ledgerkit.core.client.DirectRecords;
import dev.ledgerkit.core.client.LenientScalars;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sage's JSON: snake case, decimals as texts both ways, nothing rounded, nothing unknown refused.
 */
final class SageJson {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .withConfigOverride(
              List.class,
              lists -> lists.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.SKIP)))
          .addModule(LenientScalars.module())
          .addModule(DirectRecords.module())
          .addHandler(new NumbersForTexts())
          .build();

  private SageJson() {}

  static JsonNode tree(byte[] body) {
    return MAPPER.readTree(body);
  }

  static <T> T read(byte[] body, Class<T> type) {
    return present(MAPPER.readValue(body, type), type);
  }

  static <T> ListPage<T> readList(byte[] body, Class<T> itemType) {
    JavaType type = MAPPER.getTypeFactory().constructParametricType(ListPage.class, itemType);
    ListPage<T> page = MAPPER.readValue(body, type);
    return present(page, ListPage.class);
  }

  static <T> List<T> readArray(byte[] body, Class<T> itemType) {
    JavaType type = MAPPER.getTypeFactory().constructCollectionType(List.class, itemType);
    return MAPPER.readValue(body, type);
  }

  private static <T> T present(@Nullable T value, Class<?> type) {
    if (value == null) {
      throw MismatchedInputException.from(null, type, "null");
    }
    return value;
  }

  /** The components of a record under their names on the wire, without those that are null. */
  static ObjectNode fields(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** What a component is called on the wire. */
  static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? wireName(component.getName()) : named.value();
  }

  /** What a component without a name of its own is called on the wire. */
  static String wireName(String component) {
    return CAPITAL.matcher(component).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** What is made of a text is made of a number too: Sage sends one for the other. */
  private static final class NumbersForTexts extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> type,
        @Nullable ValueInstantiator instantiator,
        JsonParser parser,
        String message) {
      JsonToken token = parser.currentToken();
      return token != null
              && token.isScalarValue()
              && instantiator != null
              && instantiator.canCreateFromString()
          ? instantiator.createFromString(context, parser.getString())
          : NOT_HANDLED;
    }
  }
}
