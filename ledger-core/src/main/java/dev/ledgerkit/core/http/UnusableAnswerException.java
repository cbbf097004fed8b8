package dev.ledgerkit.core.http;

import java.io.IOException;

/**
 * The provider answered, with something nothing can be made of. The message completes "was answered
 * with". Seen as the cause of a {@link dev.ledgerkit.core.LedgerException}: a caller with endpoints
 * of its own tells by it that they are the wrong ones. Immutable.
 *
 * @since 0.1
 */
public final class UnusableAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableAnswerException(String what) {
    super(what);
  }
}
