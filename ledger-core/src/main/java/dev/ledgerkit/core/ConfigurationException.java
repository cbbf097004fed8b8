package dev.ledgerkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The host set something up wrongly: a blank client id, an endpoint that is not https, an unknown
 * region, client credentials the provider refuses. Never retried, and never changes the status of a
 * binding.
 *
 * @since 0.1
 */
public class ConfigurationException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Names the bad value and the remedy. */
  public ConfigurationException(String message) {
    this(message, null);
  }

  /** Names the bad value and the remedy, with the underlying cause. */
  public ConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
