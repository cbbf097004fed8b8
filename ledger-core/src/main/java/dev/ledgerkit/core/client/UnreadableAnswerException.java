package dev.ledgerkit.core.client;

import tools.jackson.core.JacksonException;

/** Where an answer stopped making sense, without a word of what it said. */
final class UnreadableAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(JacksonException cause) {
    super(cause.getClass().getSimpleName() + " at " + at(cause));
    setStackTrace(cause.getStackTrace());
  }

  private static String at(JacksonException cause) {
    String path = cause.getPathReference();
    return path == null || path.isEmpty() ? "the document" : path;
  }
}
