package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.freeagent.books.Answers;
import dev.ledgerkit.testkit.oauth.OauthRefusal;
import dev.ledgerkit.testkit.wire.WireHandler;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Sends each request to the approval page, the token endpoint or the API, and keeps the count. */
final class Front implements WireHandler {
  private static final Set<String> NUMBERED = Set.of("/invoices", "/credit_notes");
  private static final Pattern ID = Pattern.compile("/\\d[\\d-]*(?=/|$)");

  private final FreeAgentSettings settings;
  private final Tally tally;
  private final ChangeScript changes;
  private final ApprovalEndpoint approval;
  private final OauthServer oauth;
  private final ApiServer api;

  Front(
      FreeAgentSettings settings,
      Tally tally,
      ChangeScript changes,
      ApprovalEndpoint approval,
      OauthServer oauth,
      ApiServer api) {
    this.settings = settings;
    this.tally = tally;
    this.changes = changes;
    this.approval = approval;
    this.oauth = oauth;
    this.api = api;
  }

  @Override
  public Endpoint.Kind kindOf(WireRequest request) {
    return switch (request.path()) {
      case ApprovalEndpoint.PATH, ApprovalEndpoint.DECISION -> Endpoint.Kind.AUTHORIZE;
      case OauthServer.PATH ->
          "refresh_token".equals(OauthServer.parameters(request).get("grant_type"))
              ? Endpoint.Kind.TOKEN_REFRESH
              : Endpoint.Kind.TOKEN_EXCHANGE;
      default -> Endpoint.Kind.API;
    };
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
          request.path().equals(ApprovalEndpoint.DECISION)
              ? approval.decision(request)
              : approval.page(request);
      case API -> api.handle(request);
      default -> oauth.handle(kind, request);
    };
  }

  @Override
  public WireReply error(Endpoint.Kind kind, int status) {
    if (kind == Endpoint.Kind.API || status == 429) {
      return Answers.ofStatus(status).with("X-Request-Id", "sim-fault");
    }
    if (status == 401) {
      return Answers.plain(401, "HTTP Basic: Access denied.");
    }
    return status >= 500
        ? Answers.plain(status, "Service Unavailable")
        : OauthRefusal.reply(status, "invalid_request", "");
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
    tally.calls.entered(call(kind, request), kind == Endpoint.Kind.API, creation(kind, request));
  }

  @Override
  public void left(Endpoint.Kind kind, WireRequest request, int status) {
    tally.calls.left(status, kind != Endpoint.Kind.AUTHORIZE, creation(kind, request));
    api.answered();
  }

  /** {@code GET /contacts/{id}}: ids folded, so that calls of one kind count together. */
  private String call(Endpoint.Kind kind, WireRequest request) {
    return kind == Endpoint.Kind.API
        ? request.method() + " " + ID.matcher(apiPath(request)).replaceAll("/{id}")
        : kind.name().toLowerCase(Locale.ROOT);
  }

  private String creation(Endpoint.Kind kind, WireRequest request) {
    String path = apiPath(request);
    boolean numbered =
        kind == Endpoint.Kind.API && request.method().equals("POST") && NUMBERED.contains(path);
    // By token and not by its owner: the token may be dead by the time the reply is decided.
    return numbered
        ? path
            + request.header("X-Subdomain").orElse("")
            + request.header("Authorization").map(String::hashCode).orElse(0)
        : "";
  }
}
