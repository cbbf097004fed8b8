package dev.ledgerkit.core;

import java.util.List;

/**
 * There is no such record or path (404, 410).
 *
 * @since 0.1
 */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** See {@link ApiException#ApiException}. */
  public NotFoundException(String call, int status, List<Problem> problems, String requestId) {
    super(call, status, problems, requestId);
  }
}
