package dev.ledgerkit.core.http;

import org.jspecify.annotations.Nullable;

/**
 * Fetches one page of a list. Stateless, so safe for use by many threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PageSource<T> {
  /** The page at {@code cursor}; null for the first. Throws what {@link ApiClient#call} throws. */
  Page<T> fetch(@Nullable String cursor);
}
