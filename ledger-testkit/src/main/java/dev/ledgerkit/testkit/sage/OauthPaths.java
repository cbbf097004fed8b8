package dev.ledgerkit.testkit.sage;

import java.util.Set;

/**
 * Where OAuth lives: the provider's documented paths, and those a single OAuth host is addressed
 * by.
 */
final class OauthPaths {
  static final String AUTHORIZE = "/oauth2/auth/central";
  static final String DECISION = "/oauth2/auth/central/decision";
  static final String TOKEN = "/token";
  static final String REVOKE = "/revoke";
  static final Set<String> AUTHORIZES = Set.of(AUTHORIZE, "/authorize", "/oauth/authorize");
  static final Set<String> TOKENS = Set.of(TOKEN, "/oauth/token");
  static final Set<String> REVOKES = Set.of(REVOKE, "/oauth/revoke");

  private OauthPaths() {}
}
