package dev.ledgerkit.core.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a draft was not given. Not safe for use by many threads.
 *
 * <pre>{@code
 * new Given().needs("contact", contact).needsEach("items", items, ItemDraft::missing).missing();
 * }</pre>
 *
 * @since 0.1
 */
public final class Given {
  private final List<String> missing = new ArrayList<>();

  /** With nothing looked at. */
  public Given() {}

  /** Notes {@code field} as missing if {@code value} is null, blank or empty. */
  public Given needs(String field, @Nullable Object value) {
    boolean empty =
        value == null
            || (value instanceof String text && text.isBlank())
            || (value instanceof Collection<?> items && items.isEmpty());
    if (empty) {
      missing.add(field);
    }
    return this;
  }

  /** As {@link #needs}, where the field is needed only if {@code applies}. */
  public Given needsIf(boolean applies, String field, @Nullable Object value) {
    return applies ? needs(field, value) : this;
  }

  /** Notes what each of {@code items} misses, as {@code field[0].name}. */
  public <T> Given needsEach(
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

  /** What was noted, by its path on the wire. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** A copy nobody can change; null for null. */
  public static <T> @Nullable List<T> copy(@Nullable List<T> items) {
    return items == null ? null : List.copyOf(items);
  }

  /** How a person looks for a record: by {@code field}, if it has one. */
  public static @Nullable String lookup(String field, @Nullable Object value) {
    return value == null ? null : field + " " + value;
  }

  /** As {@link #lookup(String, Object)}, by the other field where the first is not given. */
  public static @Nullable String lookup(
      String field, @Nullable Object value, String otherField, @Nullable Object otherValue) {
    String first = lookup(field, value);
    return first != null ? first : lookup(otherField, otherValue);
  }
}
