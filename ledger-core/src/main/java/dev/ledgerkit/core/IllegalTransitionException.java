package dev.ledgerkit.core;

/**
 * A binding cannot go from its status to the one that was asked for; nothing was changed.
 *
 * @since 0.1
 */
public final class IllegalTransitionException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Names both. */
  public IllegalTransitionException(BindingId binding, BindingStatus from, BindingStatus to) {
    super(
        "Binding %s is %s and cannot become %s; from %s a new consent leads on."
            .formatted(binding, from, to, from),
        null);
  }
}
