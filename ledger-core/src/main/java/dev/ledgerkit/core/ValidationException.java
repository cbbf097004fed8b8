package dev.ledgerkit.core;

import java.util.List;

/**
 * The provider refused what was written (400, 409, 415, 422): {@link #problems()} names the fields.
 *
 * <p>Where a provider's client can tell more, it throws a subclass.
 *
 * @since 0.1
 */
public class ValidationException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** See {@link ApiException#ApiException}. */
  public ValidationException(String call, int status, List<Problem> problems, String requestId) {
    super(call, status, problems, requestId);
  }
}
