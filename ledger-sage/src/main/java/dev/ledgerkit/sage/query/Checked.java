package dev.ledgerkit.sage.query;

import dev.ledgerkit.core.ConfigurationException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what Sage would refuse, naming it. */
final class Checked {
  private Checked() {}

  static <T> @Nullable List<T> copy(@Nullable List<T> items) {
    return items == null ? null : List.copyOf(items);
  }

  /** Sage counts in seconds; an earlier moment only repeats an item. */
  static @Nullable Instant second(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
  }

  static @Nullable Instant deletedSince(@Nullable Instant moment) {
    return moment == null ? null : Feed.DELETIONS.asked(moment);
  }

  static @Nullable Integer pageSize(@Nullable Integer size) {
    if (size != null && (size < 1 || size > ListQuery.MAX_ITEMS_PER_PAGE)) {
      throw new ConfigurationException(
          "%d items per page are refused: Sage puts 1 to %d on one."
              .formatted(size, ListQuery.MAX_ITEMS_PER_PAGE));
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
