package dev.ledgerkit.core;

import org.jspecify.annotations.Nullable;

/**
 * A write was sent and its answer was lost or made no sense: the record may exist. Nothing was
 * repeated. Look the record up before sending it again, or send writes with an idempotency key.
 *
 * @since 0.1
 */
public final class OutcomeUnknownException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Says which write it was and how it can be looked up. */
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
