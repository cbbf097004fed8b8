package dev.ledgerkit.core.store;

import java.util.List;

/**
 * What changed lately.
 *
 * @param keys the keys put or deleted, in no particular order; one may be named again in the next
 *     answer
 * @param cursor where the next scan starts
 * @since 0.1
 */
public record RecordChanges(List<RecordKey> keys, long cursor) {
  /** Copies the keys. */
  public RecordChanges {
    keys = List.copyOf(keys);
  }
}
