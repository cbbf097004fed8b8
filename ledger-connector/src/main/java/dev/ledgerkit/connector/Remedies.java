package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectionTest;

/** What helps a connection that is configured by properties. */
final class Remedies {
  private Remedies() {}

  static ConnectionTest failed(LedgerException why) {
    return ConnectionTest.failed(why, remedy(why));
  }

  private static String remedy(LedgerException why) {
    if (why instanceof ReconnectRequiredException) {
      return "set InitiateOAuth to GETANDREFRESH and open it, or give a token that works";
    }
    return why instanceof ConfigurationException ? "correct the connection properties" : "";
  }
}
