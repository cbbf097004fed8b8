package dev.ledgerkit.core.connect;

import java.net.URI;
import java.time.Instant;

/**
 * A consent under way.
 *
 * @param url where to send the merchant's browser; carries the single-use state, so keep it out of
 *     logs
 * @param expiresAt until when the callback is taken
 * @since 0.1
 */
public record Consent(URI url, Instant expiresAt) {
  /** Without the URL. */
  @Override
  public String toString() {
    return "Consent[until " + expiresAt + "]";
  }
}
