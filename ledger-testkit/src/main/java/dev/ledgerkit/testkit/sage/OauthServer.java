package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The token and revoke endpoints. */
final class OauthServer {
  private final SageSettings settings;
  private final Grants grants;
  private final Tally tally;

  OauthServer(SageSettings settings, Grants grants, Tally tally) {
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
    Optional<String> basic = request.header("Authorization").filter(a -> a.startsWith("Basic "));
    if (settings.basicAuthentication && basic.isPresent()) {
      String[] pair = basicPair(basic.get());
      id = pair[0];
      secret = pair[1];
    }
    if (!id.equals(settings.clientId) || !secret.equals(settings.clientSecret.reveal())) {
      throw OauthRefusal.invalidClient();
    }
  }

  private static String[] basicPair(String header) {
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).trim());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return pair.length == 2 ? pair : new String[] {"", ""};
    } catch (IllegalArgumentException e) {
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
            required(form, "redirect_uri"),
            Optional.ofNullable(form.get("code_verifier"))));
  }

  private WireReply revoke(Map<String, String> form) {
    grants.revoke(required(form, "token"));
    tally.revoked();
    return WireReply.json(200, "{\"success\":\"ok\"}");
  }

  private WireReply tokens(Grants.Pair pair) {
    return WireReply.json(
        200,
        Json.write(
            Json.object()
                .put("access_token", pair.access())
                .put("scope", pair.grant().scope)
                .put("token_type", "bearer")
                .put("expires_in", settings.accessTokenLifetime.toSeconds())
                .put("refresh_token", pair.refresh())
                .put("refresh_token_expires_in", settings.refreshTokenLifetime.toSeconds())
                .put("requested_by_id", pair.grant().userId)));
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw OauthRefusal.invalidRequest("Missing " + name + ".");
    }
    return value;
  }
}
