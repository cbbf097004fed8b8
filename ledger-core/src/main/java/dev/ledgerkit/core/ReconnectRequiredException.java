package dev.ledgerkit.core;

/**
 * The binding's grant is gone; only the merchant's consent brings it back. Thrown without touching
 * the network once it is known.
 *
 * @since 0.1
 */
public final class ReconnectRequiredException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final transient BindingId binding;
  private final ReconnectCause reason;

  /** Names the binding and why. */
  public ReconnectRequiredException(BindingId binding, ReconnectCause reason) {
    super(
        "Binding %s needs the merchant to reconnect: %s. Send them through ConnectFlow.begin again."
            .formatted(binding, explain(reason)),
        null);
    this.binding = binding;
    this.reason = reason;
  }

  /** The binding to reconnect. */
  public BindingId binding() {
    return binding;
  }

  /** Why. */
  public ReconnectCause reason() {
    return reason;
  }

  private static String explain(ReconnectCause reason) {
    return reason
        + switch (reason) {
          case REVOKED -> " (access was withdrawn on the provider's side)";
          case EXPIRED -> " (the refresh token outlived its time)";
          case LOST_REPLY -> " (the provider rotated the token and its reply never arrived)";
          case NOT_CONNECTED ->
              " (it holds no grant, or its business is still to be chosen, which ConnectFlow.lock does)";
          case NOT_RENEWABLE -> " (its access token is refused, and none came to renew it)";
        };
  }
}
