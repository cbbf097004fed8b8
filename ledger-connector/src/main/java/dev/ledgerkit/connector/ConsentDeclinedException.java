package dev.ledgerkit.connector;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import java.io.Serial;

/**
 * The person, or the provider, declined consent. Nothing was changed; asking again is all there is.
 *
 * @since 0.1
 */
public final class ConsentDeclinedException extends LedgerException {
  @Serial private static final long serialVersionUID = 1L;

  private final String error;

  ConsentDeclinedException(String connection, ConnectOutcome.Declined declined) {
    super(
        "Consent for connection '%s' was declined: %s. Open it again and allow access."
            .formatted(
                connection,
                Sentence.open(
                    declined.error() + " " + declined.description() + " " + declined.reason())),
        null);
    this.error = declined.error();
  }

  /** The provider's code, as it spelled it. */
  public String error() {
    return error;
  }
}
