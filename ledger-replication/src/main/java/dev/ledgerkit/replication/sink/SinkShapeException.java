package dev.ledgerkit.replication.sink;

/**
 * What a sink holds under a stream's name is of another shape, so nothing was written.
 *
 * @since 0.1
 */
public final class SinkShapeException extends SinkException {
  private static final long serialVersionUID = 1L;

  /** Names what differs, and the remedy. */
  public SinkShapeException(String message) {
    super(message, null);
  }
}
