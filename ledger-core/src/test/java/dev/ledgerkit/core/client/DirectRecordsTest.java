package dev.ledgerkit.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What {@link DirectRecords} reads is what Jackson reads. */
class DirectRecordsTest {
  private final JsonMapper direct = mapper(LenientScalars.module(), DirectRecords.module());
  private final JsonMapper jacksons = mapper(LenientScalars.module());

  /** A record of every kind of component; components enough for either way Jackson counts them. */
  public record Order(
      @Nullable String id,
      int count,
      boolean paid,
      @Nullable BigDecimal total,
      @JsonProperty("$path") @Nullable String path,
      @Nullable List<Line> orderLines,
      @Nullable Line mainLine,
      @JsonAnySetter @JsonAnyGetter @Nullable Map<String, JsonNode> rest) {}

  /** One that keeps no rest. */
  public record Line(@Nullable String text, @Nullable Long number) {
    /** Refuses a negative number. */
    public Line {
      if (number != null && number < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  @Property(tries = 500)
  void anyObject_isReadAsJacksonReadsIt(@ForAll("objects") Map<String, String> fields) {
    byte[] json = jacksons.writeValueAsBytes(jacksons.readTree(object(fields)));

    Object expected = read(jacksons, json);

    assertThat(read(direct, json)).as(object(fields)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Map<String, String>> objects() {
    Arbitrary<String> names =
        Arbitraries.of(
            "id", "count", "paid", "total", "$path", "order_lines", "main_line", "other", "id2");
    Arbitrary<String> values =
        Arbitraries.of(
            "null",
            "1",
            "\"7\"",
            "true",
            "\"\"",
            "-2.50",
            "[]",
            "{}",
            "[{\"text\":\"a\",\"number\":3,\"x\":{\"y\":[1]}},null]",
            "{\"number\":4,\"unknown\":[1,{}]}",
            "{\"number\":-1}");
    return Arbitraries.maps(names, values).ofMaxSize(9);
  }

  @Test
  void fieldNamedAsTheRest_isOneOfTheRest() {
    Order order = direct.readValue("{\"rest\":{\"a\":1},\"b\":2}", Order.class);

    assertThat(order.rest()).containsOnlyKeys("rest", "b");
  }

  @Test
  void absentComponents_areWhatJacksonPutsThere() {
    Order order = direct.readValue("{}", Order.class);

    assertThat(order).isEqualTo(new Order(null, 0, false, null, null, null, null, Map.of()));
  }

  @Test
  void componentOfAnotherType_isNamedInTheRefusal() {
    assertThatThrownBy(() -> direct.readValue("{\"order_lines\":[{\"number\":{}}]}", Order.class))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("order_lines")
        .hasMessageContaining("number");
  }

  @Test
  void constructorThatRefuses_isADatabindException() {
    assertThatThrownBy(() -> direct.readValue("{\"number\":-1}", Line.class))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("negative");
  }

  @Test
  void cutObject_isRefused() {
    assertThatThrownBy(() -> direct.readValue("{\"id\":\"1\",\"other\":", Order.class))
        .isInstanceOf(JacksonException.class);
  }

  private static Object read(JsonMapper mapper, byte[] json) {
    try {
      return mapper.readValue(json, Order.class);
    } catch (DatabindException e) {
      return e.getClass() + e.getOriginalMessage();
    }
  }

  private static String object(Map<String, String> fields) {
    StringBuilder json = new StringBuilder("{");
    fields.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
    return json.append('}').toString();
  }

  private static JsonMapper mapper(JacksonModule... modules) {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .addModules(modules)
        .build();
  }
}
