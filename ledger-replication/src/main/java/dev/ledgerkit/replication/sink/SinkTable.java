package dev.ledgerkit.replication.sink;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one stream in a sink: each key at most once.
 *
 * <p>Every method throws {@link SinkException} if the sink fails. Used by one thread at a time.
 *
 * @since 0.1
 */
public interface SinkTable {

  /** What the last commit left; empty before the first. */
  Optional<SinkCheckpoint> checkpoint();

  /**
   * Writes records and checkpoint together: after a crash either all of it is there or nothing.
   *
   * @throws SinkConflictException if somebody else committed since this run last did; nothing is
   *     written
   */
  void commit(Batch batch);

  /** How many records were last written in generation {@code from} or a later one. */
  long count(long from);

  /** The versions of those of {@code keys} that are there, by key. */
  Map<String, String> versions(Collection<String> keys);

  /** Hands over every record that readers of the sink see, once, in any order. */
  void scan(RowVisitor visitor);

  /**
   * Makes what was committed visible to whoever reads the sink, where that is not the same. Called
   * at the end of a run.
   */
  default void publish() {}

  /** Takes a record. */
  @FunctionalInterface
  interface RowVisitor {
    /** A record's key and version. */
    void row(String key, String version);
  }
}
