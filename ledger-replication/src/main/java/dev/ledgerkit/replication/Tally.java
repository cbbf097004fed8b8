package dev.ledgerkit.replication;

import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.stream.StreamRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a page or pass.
 *
 * @param read records
 * @param total what the provider stated; -1 if it did not
 * @param newest the latest change among them; null if none said
 */
record Tally(int read, long total, @Nullable Instant newest) {

  static Tally of(Page<StreamRecord> page) {
    Instant newest = null;
    for (StreamRecord record : page.items()) {
      newest = later(newest, record.updatedAt());
    }
    return new Tally(page.items().size(), page.total(), newest);
  }

  static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
