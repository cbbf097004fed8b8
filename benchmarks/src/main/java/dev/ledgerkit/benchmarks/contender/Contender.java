package dev.ledgerkit.benchmarks.contender;

import org.jspecify.annotations.Nullable;

/**
 * One library set up for one grant whose access token has expired. Safe for use by many threads.
 */
public interface Contender extends AutoCloseable {

  /** What a caller does before a request: ask for a token that works, refreshing it if need be. */
  String token() throws Exception;

  /** The cheapest documented way to a token that is fresh already; the hot path. */
  default Object fresh() throws Exception {
    return token();
  }

  /**
   * Refreshes once more with whatever is stored now.
   *
   * @return the new access token; null if the grant is not stored any more
   * @throws UnsupportedOperationException if this library stores no grant
   */
  @Nullable String refreshAgain() throws Exception;

  @Override
  default void close() {}
}
