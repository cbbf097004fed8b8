package dev.ledgerkit.core;

/**
 * A callback that does not belong to a consent this host began. Nothing was exchanged.
 *
 * @since 0.1
 */
public final class ConsentRefusedException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a callback is refused. */
  public enum Reason {
    /** It carries no state. */
    MISSING_STATE,
    /** Its state was never issued here, or was used already. */
    UNKNOWN_STATE,
    /** Its state is older than ten minutes. */
    EXPIRED_STATE,
    /** Its state was issued for another binding. */
    OTHER_BINDING
  }

  /** Says why; the state itself is never in the message. */
  public ConsentRefusedException(Reason reason) {
    super(
        "The callback is refused: %s. Nothing was exchanged; let the merchant start again from ConnectFlow.begin."
            .formatted(
                switch (reason) {
                  case MISSING_STATE -> "it carries no state";
                  case UNKNOWN_STATE -> "its state was never issued here or was used already";
                  case EXPIRED_STATE -> "its state is older than ten minutes";
                  case OTHER_BINDING -> "its state was issued for another binding";
                }),
        null);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
