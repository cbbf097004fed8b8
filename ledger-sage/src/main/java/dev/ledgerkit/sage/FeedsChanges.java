package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import java.time.Instant;

/**
 * A resource that tells which of its records are new or changed.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * <p>Note: Sage sorts few lists and counts in seconds by its own clock. A host that polls asks from
 * somewhat before its last run, and takes a record it has already seen for what it is.
 *
 * @param <T> what it answers
 * @since 0.1
 */
public interface FeedsChanges<T> {

  /**
   * What was created or changed at {@code since} or later.
   *
   * @param since inclusive; a fraction of a second is cut, which at most repeats a record
   * @param attributes what each item carries besides id and label; {@code all} for everything
   */
  Paged<T> changedSince(Instant since, String... attributes);
}
