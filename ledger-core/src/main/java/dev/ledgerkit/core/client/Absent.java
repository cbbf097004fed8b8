package dev.ledgerkit.core.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in a model for a field that an answer did not carry.
 *
 * @since 0.1
 */
public final class Absent {
  private Absent() {}

  /** An empty text for null. */
  public static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  /** An empty list for null, and no nulls in it. */
  public static <T> List<T> list(@Nullable List<T> given) {
    if (given == null || given.isEmpty()) {
      return List.of();
    }
    for (T each : given) {
      if (each == null) {
        return given.stream().filter(Objects::nonNull).toList();
      }
    }
    return List.copyOf(given);
  }

  /** An empty map for null; keeps the order of the wire. */
  public static Map<String, JsonNode> map(@Nullable Map<String, JsonNode> given) {
    return given == null || given.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
