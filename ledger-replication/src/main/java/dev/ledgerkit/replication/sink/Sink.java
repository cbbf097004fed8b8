package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.stream.StreamShape;

/**
 * Where a replication puts records: one table for each stream, each with a checkpoint of its own.
 *
 * <p>One run uses a sink at a time; a second one finds out at its first commit at the latest, by
 * {@link SinkConflictException}. Used by one thread at a time.
 *
 * @since 0.1
 */
public interface Sink extends AutoCloseable {

  /**
   * The table of a stream, made if the sink was told to make what is missing.
   *
   * @throws SinkShapeException if what is there is of another shape, naming what differs
   * @throws SinkException if it cannot be opened
   */
  SinkTable open(StreamShape shape);

  /**
   * Ends the use of the sink. What was committed stays.
   *
   * @throws SinkException if that fails
   */
  @Override
  void close();
}
