package dev.ledgerkit.connector;

/**
 * How far a connection goes to get a token.
 *
 * @since 0.1
 */
public enum InitiateOAuth {
  /** Not at all: the access token of the properties is used until it is refused. */
  OFF,
  /** It refreshes what the properties or an earlier run left, and never asks a person. */
  REFRESH,
  /** It runs the whole exchange where there is nothing to refresh, and refreshes from then on. */
  GETANDREFRESH
}
