package dev.ledgerkit.core.http;

import java.io.IOException;

/**
 * The provider answered, with something nothing can be made of. The message completes "was answered
 * with".
 */
final class UnusableAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableAnswerException(String what) {
    super(what);
  }
}
