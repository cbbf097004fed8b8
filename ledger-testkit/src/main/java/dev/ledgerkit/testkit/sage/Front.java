package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.oauth.OauthRefusal;
import dev.ledgerkit.testkit.sage.table.Problem;
import dev.ledgerkit.testkit.wire.WireHandler;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.Duration;
import java.util.Locale;

/** Sends each request to the consent page, the token endpoint or the API, and keeps the count. */
final class Front implements WireHandler {
  private final SageSettings settings;
  private final Tally tally;
  private final ChangeScript changes;
  private final AuthorizeEndpoint authorize;
  private final OauthServer oauth;
  private final ApiServer api;

  Front(
      SageSettings settings,
      Tally tally,
      ChangeScript changes,
      AuthorizeEndpoint authorize,
      OauthServer oauth,
      ApiServer api) {
    this.settings = settings;
    this.tally = tally;
    this.changes = changes;
    this.authorize = authorize;
    this.oauth = oauth;
    this.api = api;
  }

  @Override
  public Endpoint.Kind kindOf(WireRequest request) {
    String path = request.path();
    if (OauthPaths.AUTHORIZES.contains(path) || path.equals(OauthPaths.DECISION)) {
      return Endpoint.Kind.AUTHORIZE;
    }
    if (OauthPaths.REVOKES.contains(path)) {
      return Endpoint.Kind.REVOKE;
    }
    if (OauthPaths.TOKENS.contains(path)) {
      return request.form().getOrDefault("grant_type", "").equals("refresh_token")
          ? Endpoint.Kind.TOKEN_REFRESH
          : Endpoint.Kind.TOKEN_EXCHANGE;
    }
    return Endpoint.Kind.API;
  }

  @Override
  public String apiPath(WireRequest request) {
    return ApiServer.withoutBase(request.path());
  }

  @Override
  public WireReply handle(Endpoint.Kind kind, WireRequest request) {
    changes.meet(kind, request.method(), apiPath(request));
    return switch (kind) {
      case AUTHORIZE ->
          request.path().equals(OauthPaths.DECISION)
              ? authorize.decision(request)
              : authorize.page(request);
      case API -> api.handle(request);
      default -> oauth.handle(kind, request);
    };
  }

  @Override
  public WireReply error(Endpoint.Kind kind, int status) {
    if (kind == Endpoint.Kind.API) {
      return Problem.ofStatus(status).with("x_request_id", "sim-fault");
    }
    String error =
        status == 503
            ? "temporarily_unavailable"
            : status >= 500 ? "server_error" : "invalid_request";
    return OauthRefusal.reply(status, error, "");
  }

  @Override
  public Duration latency(Endpoint.Kind kind) {
    return switch (kind) {
      case API -> settings.latency;
      case AUTHORIZE -> Duration.ZERO;
      default -> settings.tokenLatency;
    };
  }

  @Override
  public void entered(Endpoint.Kind kind, WireRequest request) {
    tally.entered(call(kind, request), kind == Endpoint.Kind.API, creation(kind, request));
  }

  @Override
  public void left(Endpoint.Kind kind, WireRequest request, int status) {
    tally.left(status, kind != Endpoint.Kind.AUTHORIZE, creation(kind, request));
  }

  /** {@code GET /contacts/{id}}: ids folded, so that calls of one kind count together. */
  private String call(Endpoint.Kind kind, WireRequest request) {
    if (kind != Endpoint.Kind.API) {
      return kind.name().toLowerCase(Locale.ROOT);
    }
    String[] parts = apiPath(request).split("/");
    if (parts.length > 2 && !parts[2].equals("lead")) {
      parts[2] = "{id}";
    }
    return request.method() + " " + String.join("/", parts);
  }

  private String creation(Endpoint.Kind kind, WireRequest request) {
    boolean numbered =
        kind == Endpoint.Kind.API
            && api.numbers(request.method(), ApiServer.segments(request.path()));
    return numbered ? request.path() + " in " + request.header("X-Business").orElse("") : "";
  }
}
