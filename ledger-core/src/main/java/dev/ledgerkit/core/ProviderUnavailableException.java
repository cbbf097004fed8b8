package dev.ledgerkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The provider could not be reached, did not answer in time, or answered with something that is not
 * an answer. A passing fault: the same call may go through later, and the binding's status is
 * untouched.
 *
 * @since 0.1
 */
public class ProviderUnavailableException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what came of it. */
  public ProviderUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
