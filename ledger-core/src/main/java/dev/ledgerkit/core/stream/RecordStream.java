package dev.ledgerkit.core.stream;

import dev.ledgerkit.core.http.Paged;
import java.time.Instant;

/**
 * A list of a provider as a replication reads it.
 *
 * <p>Safe for use by many threads; every method that reads throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws. Cursors of pages stay usable in another process.
 *
 * @since 0.1
 */
public interface RecordStream {

  /** What it is. */
  StreamShape shape();

  /** Every record. */
  Paged<StreamRecord> all();

  /**
   * What was created or changed at {@code since} or later, by the provider's clock.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if {@link StreamShape#changes} is false;
   *     nothing is sent
   */
  Paged<StreamRecord> changedSince(Instant since);

  /**
   * The keys of what was deleted at {@code since} or later, by the provider's clock.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if {@link StreamShape#deletions} is not
   *     {@link Deletions#REPORTED}; nothing is sent
   */
  Paged<String> deletedSince(Instant since);

  /** How many records the provider states there are in all; -1 if it does not. Some calls. */
  long stated();
}
