package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * A sink could not be read or written. What it committed before is there, and a run resumes after
 * it.
 *
 * @since 0.1
 */
public class SinkException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Says which sink, and what to do. */
  public SinkException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
