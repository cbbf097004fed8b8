package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import java.time.Instant;

/**
 * A resource that tells which of its records were deleted.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @param <T> what it answers
 * @since 0.1
 */
public interface FeedsDeletions<T> {

  /**
   * What was deleted after {@code since}.
   *
   * @param since exclusive to the second; within a second, that second's deletions are told too
   * @param attributes what each item carries besides id and label; {@code all} for everything
   */
  Paged<T> deletedSince(Instant since, String... attributes);
}
