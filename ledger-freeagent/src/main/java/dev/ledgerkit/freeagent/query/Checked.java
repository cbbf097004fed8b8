package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.core.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what FreeAgent would refuse or ignore, naming it. */
final class Checked {
  private Checked() {}

  static @Nullable Integer perPage(@Nullable Integer size) {
    if (size != null && (size < ListQuery.MIN_PER_PAGE || size > ListQuery.MAX_PER_PAGE)) {
      throw new ConfigurationException(
          "%d items per page are refused: %d to %d are taken."
              .formatted(size, ListQuery.MIN_PER_PAGE, ListQuery.MAX_PER_PAGE));
    }
    return size;
  }

  static @Nullable Sort sort(@Nullable Sort sort, String... sortable) {
    List<String> fields = List.of(sortable);
    if (sort != null && !fields.contains(sort.field())) {
      throw new ConfigurationException(
          "This list cannot be sorted by '%s'; it can by %s."
              .formatted(sort.field(), String.join(", ", fields)));
    }
    return sort;
  }
}
