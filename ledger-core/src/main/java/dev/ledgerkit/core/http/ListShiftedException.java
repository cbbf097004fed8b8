package dev.ledgerkit.core.http;

import dev.ledgerkit.core.ProviderUnavailableException;

/**
 * A list changed so much between two of its pages that nobody can say what lies between them. Read
 * it again from the start; going on from the page would fail again.
 *
 * @since 0.1
 */
public final class ListShiftedException extends ProviderUnavailableException {
  private static final long serialVersionUID = 1L;

  /** Says which list, of which binding. */
  public ListShiftedException(String message) {
    super(message, null);
  }
}
