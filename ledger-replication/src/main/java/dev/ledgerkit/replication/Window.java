package dev.ledgerkit.replication;

import dev.ledgerkit.core.stream.StreamRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are copied, by when they were created; by their last change where the provider does
 * not say.
 *
 * @param from the first moment; null for no bound
 * @param to the first moment that is out again; null for no bound
 * @since 0.1
 */
public record Window(@Nullable Instant from, @Nullable Instant to) {
  /** Everything. */
  public static final Window ALL = new Window(null, null);

  /** Whether it leaves anything out. */
  public boolean bounded() {
    return from != null || to != null;
  }

  /**
   * Whether a record is in it. One that does not say when it was created counts by its last change,
   * and one that says neither is in.
   */
  boolean holds(StreamRecord record) {
    Instant created = record.createdAt() == null ? record.updatedAt() : record.createdAt();
    return created == null
        || ((from == null || !created.isBefore(from)) && (to == null || created.isBefore(to)));
  }

  @Override
  public String toString() {
    return bounded()
        ? "created %s %s"
            .formatted(
                from == null ? "ever" : "from " + from, to == null ? "" : "until before " + to)
            .strip()
        : "all";
  }
}
