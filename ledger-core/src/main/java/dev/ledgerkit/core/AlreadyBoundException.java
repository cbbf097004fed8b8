package dev.ledgerkit.core;

/**
 * Another binding of the same installation is connected to this business. The business of neither
 * binding was changed.
 *
 * @since 0.1
 */
public final class AlreadyBoundException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final transient BindingId boundBy;

  /**
   * Names both bindings.
   *
   * @param refused the one that was connecting
   * @param boundBy the one that is connected
   */
  public AlreadyBoundException(
      BindingId refused, BindingId boundBy, Installation installation, Business business) {
    super(
        "Binding %s cannot be connected to %s: %s %s is by binding %s. Use that one, or disconnect it first."
            .formatted(refused, business, installation.platform(), installation.host(), boundBy),
        null);
    this.boundBy = boundBy;
  }

  /** The binding that is connected to the business. */
  public BindingId boundBy() {
    return boundBy;
  }
}
