package dev.ledgerkit.sage.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands for a field an answer did not carry. */
final class Absent {
  private Absent() {}

  static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  static <T> List<T> list(@Nullable List<T> given) {
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

  /** Keeps the order of the wire. */
  static Map<String, JsonNode> map(@Nullable Map<String, JsonNode> given) {
    return given == null || given.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
