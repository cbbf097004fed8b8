package dev.ledgerkit.core;

/**
 * A binding is locked to one business for life, and somebody tried to point it at another.
 *
 * @since 0.1
 */
public final class BusinessMismatchException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /**
   * Names both.
   *
   * @param offered the business asked for, or what the new grant reaches
   */
  public BusinessMismatchException(BindingId binding, Business locked, String offered) {
    super(
        "Binding %s is locked to %s and cannot move to %s; create a new binding for that."
            .formatted(binding, locked, offered),
        null);
  }
}
