package dev.ledgerkit.core.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it; may be empty without being the last
 * @param next the cursor of the page after it; null at the end
 * @param total how many items the provider states for the whole list; -1 if it does not
 * @param remaining the cursors of all pages after this one where they are known in advance, so that
 *     they can be fetched side by side; empty where only {@code next} is known
 * @since 0.1
 */
public record Page<T>(List<T> items, @Nullable String next, long total, List<String> remaining) {
  /** Copies the lists. */
  public Page {
    items = List.copyOf(items);
    remaining = List.copyOf(remaining);
  }
}
