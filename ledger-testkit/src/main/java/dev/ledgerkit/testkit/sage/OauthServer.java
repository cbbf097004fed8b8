package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.oauth.BasicCredentials;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.oauth.OauthRefusal;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Map;
import java.util.Optional;

/** The token and revoke endpoints. */
final class OauthServer {
  private final SageSettings settings;
  private final Grants<Reach> grants;
  private final Tally tally;

  OauthServer(SageSettings settings, Grants<Reach> grants, Tally tally) {
    this.settings = settings;
    this.grants = grants;
    this.tally = tally;
  }

  WireReply handle(Endpoint.Kind kind, WireRequest request) {
    if (!request.method().equals("POST")) {
      return WireReply.json(405, "{\"error\":\"invalid_request\"}");
    }
    try {
      Map<String, String> form = request.form();
      authenticate(request, form);
      return switch (kind) {
        case REVOKE -> revoke(form);
        case TOKEN_REFRESH -> tokens(grants.refresh(required(form, "refresh_token")));
        default -> exchange(form);
      };
    } catch (OauthRefusal refusal) {
      if (kind == Endpoint.Kind.TOKEN_REFRESH) {
        tally.refreshRejected();
      }
      return refusal.reply();
    }
  }

  private void authenticate(WireRequest request, Map<String, String> form) {
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    Optional<BasicCredentials> basic = BasicCredentials.parse(request.header("Authorization"));
    if (settings.basicAuthentication && basic.isPresent()) {
      id = basic.get().id();
      secret = basic.get().secret();
    }
    if (!id.equals(settings.clientId) || !secret.equals(settings.clientSecret.reveal())) {
      throw OauthRefusal.invalidClient();
    }
  }

  private WireReply exchange(Map<String, String> form) {
    // A wrong grant_type is an invalid_grant at this provider, not unsupported_grant_type.
    if (!required(form, "grant_type").equals("authorization_code")) {
      throw OauthRefusal.invalidGrant();
    }
    return tokens(
        grants.exchange(
            required(form, "code"),
            Optional.of(required(form, "redirect_uri")),
            Optional.ofNullable(form.get("code_verifier"))));
  }

  private WireReply revoke(Map<String, String> form) {
    grants.revoke(required(form, "token"));
    tally.revoked();
    return WireReply.json(200, "{\"success\":\"ok\"}");
  }

  private WireReply tokens(Grants.Pair<Reach> pair) {
    return WireReply.json(
        200,
        Json.write(
            Json.object()
                .put("access_token", pair.access())
                .put("scope", pair.reach().scope())
                .put("token_type", "bearer")
                .put("expires_in", settings.accessTokenLifetime.toSeconds())
                .put("refresh_token", pair.refresh())
                .put("refresh_token_expires_in", settings.refreshTokenLifetime.toSeconds())
                .put("requested_by_id", pair.reach().userId())));
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw OauthRefusal.invalidRequest("Missing " + name + ".");
    }
    return value;
  }
}
