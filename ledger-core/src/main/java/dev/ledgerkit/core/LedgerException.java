package dev.ledgerkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Ledger throws on purpose.
 *
 * <p>Unchecked. The message says what happened, to which binding, and what to do about it; it never
 * holds a secret or a response body. Earlier attempts of the same call are attached as {@linkplain
 * #getSuppressed() suppressed} exceptions.
 *
 * @since 0.1
 */
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with its cause, if there is one. */
  public LedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
