package dev.ledgerkit.connector;

import java.net.URI;
import java.time.Duration;

/**
 * Asks a person for consent and brings back where the provider sent them. {@link BrowserConsent} is
 * the usual one; without a desktop it may print the URL and read what is pasted.
 *
 * <p>Called by one thread at a time for a connection, with no lock held in this process.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ConsentPrompt {

  /**
   * Asks.
   *
   * @param consentUrl the page to show; carries the single-use state, so keep it out of logs
   * @param callbackUrl where the provider sends the person back to
   * @param limit how long they have
   * @return the whole URL they were sent back to
   * @throws dev.ledgerkit.core.LedgerException if nobody answered in time
   */
  String ask(URI consentUrl, URI callbackUrl, Duration limit);
}
