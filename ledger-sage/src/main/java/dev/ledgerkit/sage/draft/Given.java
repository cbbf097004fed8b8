package dev.ledgerkit.sage.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what a draft was not given. */
final class Given {
  private final List<String> missing = new ArrayList<>();

  Given needs(String field, @Nullable Object value) {
    boolean empty =
        value == null
            || (value instanceof String text && text.isBlank())
            || (value instanceof Collection<?> items && items.isEmpty());
    if (empty) {
      missing.add(field);
    }
    return this;
  }

  <T> Given needsEach(
      String field, @Nullable List<T> items, Function<? super T, List<String>> missingOf) {
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        for (String name : missingOf.apply(items.get(i))) {
          missing.add(field + "[" + i + "]." + name);
        }
      }
    }
    return this;
  }

  List<String> missing() {
    return List.copyOf(missing);
  }

  static <T> @Nullable List<T> copy(@Nullable List<T> items) {
    return items == null ? null : List.copyOf(items);
  }

  static @Nullable String lookup(String field, @Nullable Object value) {
    return value == null ? null : field + " " + value;
  }

  static @Nullable String lookup(
      String field, @Nullable Object value, String otherField, @Nullable Object otherValue) {
    String first = lookup(field, value);
    return first != null ? first : lookup(otherField, otherValue);
  }
}
