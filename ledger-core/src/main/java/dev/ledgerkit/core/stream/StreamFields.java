package dev.ledgerkit.core.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ledgerkit.core.client.WireJson;
import dev.ledgerkit.core.stream.StreamField.Kind;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads the fields of a stream off the record its client knows, so that there is one list of them.
 *
 * @since 0.1
 */
public final class StreamFields {
  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          String.class, Kind.TEXT,
          BigDecimal.class, Kind.DECIMAL,
          Integer.class, Kind.INTEGER,
          Long.class, Kind.INTEGER,
          Boolean.class, Kind.BOOLEAN,
          LocalDate.class, Kind.DATE,
          Instant.class, Kind.INSTANT);

  private StreamFields() {}

  /**
   * The fields of a model in its order, without those it does not know by name.
   *
   * @param model a record class of a client
   */
  public static List<StreamField> of(Class<? extends Record> model) {
    return Arrays.stream(model.getRecordComponents())
        .filter(component -> component.getType() != Map.class)
        .map(component -> new StreamField(wireName(component), kind(component.getType())))
        .toList();
  }

  private static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    String name = named == null ? WireJson.wireName(component.getName()) : named.value();
    return name.startsWith("$") ? name.substring(1) : name;
  }

  private static Kind kind(Class<?> type) {
    Kind known = KINDS.get(type);
    if (known != null) {
      return known;
    }
    if (List.class.isAssignableFrom(type)) {
      return Kind.JSON;
    }
    if (!type.isRecord() || writesOneValue(type)) {
      return Kind.TEXT; // an open enum or a reference by URL
    }
    boolean identified =
        Arrays.stream(type.getRecordComponents()).anyMatch(part -> part.getName().equals("id"));
    return identified ? Kind.REFERENCE : Kind.JSON;
  }

  private static boolean writesOneValue(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class));
  }
}
