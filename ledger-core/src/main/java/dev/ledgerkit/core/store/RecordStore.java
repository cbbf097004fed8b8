package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Versioned byte records with compare-and-set and fenced leases: the only thing a host implements
 * to bring its own database.
 *
 * <p>Every method is atomic and linearizable per key, across all threads and processes that use the
 * same store. Time is the <em>store's</em>: a lease lapses by one clock that all of them share,
 * never by a node's own. Implementations are safe for use by many threads and hold no lock between
 * calls.
 *
 * <p>Every method throws {@link VaultException} when the store cannot be reached or refuses; the
 * change then may or may not have happened, and the caller reads again.
 *
 * <p>Note: what is put here is not encrypted by the store. Tokens reach it sealed, through a vault.
 *
 * @since 0.1
 */
public interface RecordStore {

  /** The version of a key that has no record. */
  long ABSENT = 0;

  /** The record, if there is one. */
  Optional<StoredRecord> get(RecordKey key);

  /**
   * Puts the record if its version is still {@code expectedVersion}.
   *
   * @param expectedVersion the version last read, or {@link #ABSENT} if there must be none
   * @param dueAt when it wants attention, kept at least to the millisecond; null for never
   * @return the record with its new version; empty if the version was another, and nothing changed
   */
  Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt);

  /**
   * As {@link #put(RecordKey, long, byte[], Instant)}, and only while {@code lease} is held.
   *
   * @return empty if the version was another or the lease has lapsed, was released or overtaken
   */
  Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt);

  /**
   * Deletes the record if its version is still {@code expectedVersion}. Leases and fencing numbers
   * of the key outlive it.
   *
   * @return whether it was deleted; false if there was none, whatever was expected
   */
  boolean delete(RecordKey key, long expectedVersion);

  /**
   * Grants the lease of {@code key} if nobody holds it. The record need not exist.
   *
   * @param ttl how long it lives unless renewed
   * @return the lease with the next fencing number; empty while another is live
   */
  Optional<StoreLease> grant(RecordKey key, Duration ttl);

  /**
   * Lets the lease live {@code ttl} from now, which may be sooner than it would have lapsed; false
   * if it is no longer held.
   */
  boolean renew(StoreLease lease, Duration ttl);

  /** Gives the lease back; false if it was no longer held, also when it had lapsed. */
  boolean release(StoreLease lease);

  /**
   * Takes the next fencing number of {@code key} without a lease, and ends the lease that was live:
   * what its holder does from now on is behind.
   */
  long fence(RecordKey key);

  /**
   * The keys of a kind with {@code dueAt} before {@code deadline}, soonest first, at most {@code
   * limit}.
   */
  List<RecordKey> dueBefore(String kind, Instant deadline, int limit);

  /**
   * The keys of a kind that were put or deleted since {@code cursor}. At least once: a change
   * committed before the call is in this answer or a later one, and may be in both.
   *
   * @param cursor the cursor of the last answer, of whichever node; 0 for the beginning
   * @param limit how many keys at the most, at least 1; fewer than that means the end was reached
   */
  RecordChanges changedSince(String kind, long cursor, int limit);
}
