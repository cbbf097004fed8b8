package dev.ledgerkit.core;

import java.util.List;

/**
 * The user who consented may not do this (403).
 *
 * @since 0.1
 */
public final class ForbiddenException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** See {@link ApiException#ApiException}. */
  public ForbiddenException(String call, int status, List<Problem> problems, String requestId) {
    super(call, status, problems, requestId);
  }
}
