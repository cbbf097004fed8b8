package dev.ledgerkit.sage;

import dev.ledgerkit.core.oauth.OauthClient;
import java.net.URI;

/** Where one region lives; every URL is one that tokens may travel to. */
record RegionEndpoints(URI apiBase, URI authorize, URI token, URI revoke) {
  RegionEndpoints {
    apiBase = withoutTrailingSlash(OauthClient.requireSecure("API base", apiBase));
    OauthClient.requireSecure("authorize endpoint", authorize);
    OauthClient.requireSecure("token endpoint", token);
    OauthClient.requireSecure("revoke endpoint", revoke);
  }

  RegionEndpoints withApiBase(URI newApiBase) {
    return new RegionEndpoints(newApiBase, authorize, token, revoke);
  }

  RegionEndpoints withOauth(URI newAuthorize, URI newToken, URI newRevoke) {
    return new RegionEndpoints(apiBase, newAuthorize, newToken, newRevoke);
  }

  static URI withoutTrailingSlash(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
  }
}
