package dev.ledgerkit.core.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.ConfigurationException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a write: a draft's own, checked, before the provider's envelope goes around them.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param fields turns a draft into the provider's JSON
 * @since 0.1
 */
public record DraftFields(Function<Draft, ObjectNode> fields) {
  /**
   * What a create sends.
   *
   * @param noun what is created, for a message
   * @throws ConfigurationException naming every field that is missing
   */
  public ObjectNode create(String noun, Draft draft) {
    List<String> missing = draft.missing();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "The %s cannot be created without: %s.".formatted(noun, String.join(", ", missing)));
    }
    return fields.apply(draft);
  }

  /**
   * What an update sends: the fields that are given, and null for each that is cleared.
   *
   * @param cleared by their name on the wire
   * @throws ConfigurationException if a cleared field is unknown or also set, or nothing changes
   */
  public ObjectNode update(String noun, Draft changes, String... cleared) {
    ObjectNode given = fields.apply(changes);
    List<String> known =
        Arrays.stream(changes.getClass().getRecordComponents()).map(DraftFields::wireName).toList();
    for (String name : cleared) {
      if (!known.contains(name)) {
        throw new ConfigurationException(
            "'%s' is no field of a %s and cannot be cleared; there are %s."
                .formatted(name, noun, String.join(", ", known)));
      }
      if (given.has(name)) {
        throw new ConfigurationException(
            "'%s' is both set and cleared in one update of a %s.".formatted(name, noun));
      }
      given.putNull(name);
    }
    if (given.isEmpty()) {
      throw new ConfigurationException(
          "An update of a %s changes nothing; set or clear a field.".formatted(noun));
    }
    return given;
  }

  private static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty()
        ? WireJson.wireName(component.getName())
        : named.value();
  }
}
