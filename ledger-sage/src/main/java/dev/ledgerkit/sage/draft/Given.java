package dev.ledgerkit.sage.draft;

import java.math.BigDecimal;
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

  /** What only some drafts need. */
  Given needsIf(boolean applies, String field, @Nullable Object value) {
    return applies ? needs(field, value) : this;
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

  static boolean taxed(@Nullable BigDecimal taxAmount) {
    return taxAmount != null && taxAmount.signum() != 0;
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
