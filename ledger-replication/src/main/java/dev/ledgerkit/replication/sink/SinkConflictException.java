package dev.ledgerkit.replication.sink;

/**
 * Two runs write to one sink; this one stopped.
 *
 * @since 0.1
 */
public final class SinkConflictException extends SinkException {
  private static final long serialVersionUID = 1L;

  /** Names the sink. */
  public SinkConflictException(String message) {
    super(message, null);
  }
}
