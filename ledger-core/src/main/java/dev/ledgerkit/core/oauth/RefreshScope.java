package dev.ledgerkit.core.oauth;

/**
 * Who shares the number of refreshes a token endpoint takes in a minute.
 *
 * @since 0.1
 */
public enum RefreshScope {
  /** All bindings under one client registration. */
  CLIENT,
  /** Each binding has its own, since the server counts by the user who consented. */
  BINDING
}
