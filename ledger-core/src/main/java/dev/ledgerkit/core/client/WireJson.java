package dev.ledgerkit.core.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as accounting services speak it: snake case, decimals as texts both ways, nothing rounded,
 * nothing unknown refused.
 *
 * <p>Immutable, so safe for use by many threads. Every read throws Jackson's exception on what is
 * not JSON or not of the type; {@link BindingCalls#send} turns it into one of Ledger's.
 *
 * @since 0.1
 */
public final class WireJson {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final JsonMapper mapper;

  private WireJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The JSON of a provider that needs {@code modules} besides what all have in common. */
  public static WireJson with(JacksonModule... modules) {
    return new WireJson(
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                List.class,
                lists -> lists.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.SKIP)))
            .addModule(LenientScalars.module())
            .addModule(DirectRecords.module())
            .addModules(modules)
            .build());
  }

  /** A document of any shape. */
  public JsonNode tree(byte[] body) {
    return mapper.readTree(body);
  }

  /** One record. */
  public <T> T read(byte[] body, Class<T> type) {
    return present(mapper.readValue(body, type), type);
  }

  /** One record out of a larger document. */
  public <T> T read(JsonNode node, Class<T> type) {
    return present(mapper.treeToValue(node, type), type);
  }

  /** A record with one type parameter, such as the envelope of a list. */
  public <T> T read(byte[] body, Class<? super T> envelope, Class<?> parameter) {
    JavaType type = mapper.getTypeFactory().constructParametricType(envelope, parameter);
    T read = mapper.readValue(body, type);
    return present(read, envelope);
  }

  /** A bare array of records. */
  public <T> List<T> readArray(byte[] body, Class<T> itemType) {
    JavaType type = mapper.getTypeFactory().constructCollectionType(List.class, itemType);
    List<T> read = mapper.readValue(body, type);
    return present(read, List.class);
  }

  private static <T> T present(@Nullable T value, Class<?> type) {
    if (value == null) {
      throw MismatchedInputException.from(null, type, "null");
    }
    return value;
  }

  /** The components of a record under their names on the wire, without those that are null. */
  public ObjectNode fields(Object value) {
    return mapper.valueToTree(value);
  }

  /** As {@link #fields(Object)}, where the serializers of a module want to know something. */
  public ObjectNode fields(Object value, Map<?, ?> attributes) {
    return mapper.writer().withAttributes(attributes).valueToTree(value);
  }

  /** What a component without a name of its own is called on the wire. */
  public static String wireName(String component) {
    return CAPITAL.matcher(component).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  /** An empty object. */
  public ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** A document. */
  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }
}
