package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.freeagent.books.Answers;
import dev.ledgerkit.testkit.oauth.BasicCredentials;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.oauth.OauthRefusal;
import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The token endpoint. There is none to revoke: that is the user's business. */
final class OauthServer {
  static final String PATH = "/v2/token_endpoint";

  private final FreeAgentSettings settings;
  private final Grants<Reach> grants;
  private final Limits limits;
  private final Tally tally;

  OauthServer(FreeAgentSettings settings, Grants<Reach> grants, Limits limits, Tally tally) {
    this.settings = settings;
    this.grants = grants;
    this.limits = limits;
    this.tally = tally;
  }

  /** The form, and what the query says where the form does not: both were seen to work. */
  static Map<String, String> parameters(WireRequest request) {
    Map<String, String> all = new LinkedHashMap<>(request.query());
    all.putAll(request.form());
    return all;
  }

  WireReply handle(Endpoint.Kind kind, WireRequest request) {
    if (!request.method().equals("POST")) {
      return Answers.ofStatus(404);
    }
    boolean refresh = kind == Endpoint.Kind.TOKEN_REFRESH;
    Map<String, String> form = parameters(request);
    if (!authentic(request, form)) {
      if (refresh) {
        tally.refreshRejected();
      }
      return Answers.plain(401, "HTTP Basic: Access denied.");
    }
    try {
      if (!refresh) {
        return tokens(exchange(form));
      }
      String token = required(form, "refresh_token");
      Optional<WireReply> limited =
          grants.owner(token).flatMap(owner -> limits.refresh(owner, settings.clock.instant()));
      return limited.isPresent() ? limited.get() : tokens(grants.refresh(token));
    } catch (OauthRefusal refusal) {
      if (refresh) {
        tally.refreshRejected();
      }
      return refusal.reply();
    }
  }

  /** A Basic header as documented, or form fields as the provider's own script sends them. */
  private boolean authentic(WireRequest request, Map<String, String> form) {
    BasicCredentials given =
        BasicCredentials.parse(request.header("Authorization"))
            .orElseGet(
                () ->
                    new BasicCredentials(
                        form.getOrDefault("client_id", ""),
                        form.getOrDefault("client_secret", "")));
    return given.id().equals(settings.clientId)
        && given.secret().equals(settings.clientSecret.reveal());
  }

  private Grants.Pair<Reach> exchange(Map<String, String> form) {
    if (!required(form, "grant_type").equals("authorization_code")) {
      throw OauthRefusal.invalidRequest("Unknown grant_type.");
    }
    return grants.exchange(
        required(form, "code"), Optional.ofNullable(form.get("redirect_uri")), Optional.empty());
  }

  /** Nothing in it says which company or user this is. */
  private WireReply tokens(Grants.Pair<Reach> pair) {
    ObjectNode body =
        Json.object()
            .put("access_token", pair.access())
            .put("token_type", "bearer")
            .put("expires_in", settings.accessTokenLifetime.toSeconds())
            .put("refresh_token", pair.refresh());
    if (settings.tellRefreshTokenLifetime) {
      body.put("refresh_token_expires_in", settings.refreshTokenLifetime.toSeconds());
    }
    return WireReply.json(200, Json.write(body)).with("Cache-Control", "no-store");
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw OauthRefusal.invalidRequest("Missing " + name + ".");
    }
    return value;
  }
}
