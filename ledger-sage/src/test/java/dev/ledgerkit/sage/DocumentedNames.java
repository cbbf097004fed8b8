package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Drafts and queries against the names Sage's own schema gives fields and filters. */
final class DocumentedNames {
  private DocumentedNames() {}

  static void assertDraft(String model, Class<?> draft) {
    assertFields(model, entity("post" + model), entity("put" + model), draft);
  }

  static void assertQuery(String path, Class<?> query) {
    Set<String> documented = new TreeSet<>();
    for (JsonNode operation : SharedExamples.json("derived/operations.json")) {
      boolean list =
          operation.get("method").asString().equals("GET")
              && operation.get("path").asString().equals(path);
      if (list) {
        operation
            .get("query")
            .forEach(parameter -> documented.add(parameter.get("name").asString()));
      }
    }
    documented.remove("page");

    assertThat(components(query).keySet()).isEqualTo(documented);
  }

  /** The schema of what goes into the envelope. */
  static JsonNode schema(String name) {
    return SharedExamples.json("openapi/sage-accounting-v3.1.swagger2.json")
        .get("definitions")
        .get(name)
        .get("properties")
        .properties()
        .iterator()
        .next()
        .getValue();
  }

  static Map<String, Class<?>> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .collect(
            Collectors.toMap(
                DocumentedNames::wireName,
                component -> elementType(component.getGenericType()),
                (one, other) -> one,
                TreeMap::new));
  }

  static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? SageJson.wireName(component.getName()) : named.value();
  }

  private static JsonNode entity(String name) {
    return schema(name).get("properties");
  }

  private static void assertFields(String where, JsonNode create, JsonNode update, Class<?> draft) {
    Map<String, JsonNode> documented = new TreeMap<>();
    update.properties().forEach(field -> documented.put(field.getKey(), field.getValue()));
    create.properties().forEach(field -> documented.put(field.getKey(), field.getValue()));
    Map<String, Class<?>> components = components(draft);

    assertThat(components.keySet()).as(where).isEqualTo(documented.keySet());
    documented.forEach(
        (name, field) -> {
          JsonNode nested = field.has("items") ? field.get("items") : field;
          if (nested.has("properties")) {
            JsonNode fields = nested.get("properties");
            assertFields(where + "." + name, fields, fields, components.get(name));
          }
        });
  }

  private static Class<?> elementType(Type type) {
    return (Class<?>)
        (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
  }
}
