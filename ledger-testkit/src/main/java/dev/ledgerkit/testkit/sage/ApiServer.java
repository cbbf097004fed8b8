package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.sage.books.Accounting;
import dev.ledgerkit.testkit.sage.table.Problem;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.RateWindow;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The front door of the accounting API: limits, token, right, business; then the books. */
final class ApiServer {
  static final String BASE = "/v3.1";

  static final Problem NO_SUBSCRIPTION =
      new Problem("AuthorizationFailure", "No active subscription. (MSE)", "");

  private final SageSettings settings;
  private final Grants<Reach> grants;
  private final Tally tally;
  private final RateWindow rate;
  private final Businesses businesses;
  private final Map<String, Accounting> books = new LinkedHashMap<>();
  private final Set<String> unsubscribed = ConcurrentHashMap.newKeySet();

  ApiServer(SageSettings settings, Grants<Reach> grants, Tally tally) {
    this.settings = settings;
    this.grants = grants;
    this.tally = tally;
    this.rate = RateWindow.fromFirstCall(settings.permits, settings.window);
    this.businesses = new Businesses(settings);
    for (SimBusiness business : settings.businesses) {
      books.put(business.id(), new Accounting(settings.books(), settings.seeds(), business, tally));
    }
  }

  Accounting books(String businessId) {
    return Optional.ofNullable(books.get(businessId))
        .orElseThrow(() -> new IllegalArgumentException("No business " + businessId + "."));
  }

  WireReply handle(WireRequest request) {
    return answer(request).with("x_request_id", UUID.randomUUID().toString());
  }

  private WireReply answer(WireRequest request) {
    long wait = rate.waitSeconds(settings.clock.instant());
    if (wait > 0) {
      return Problem.ofStatus(429).with("Retry-After", Long.toString(wait));
    }
    if (settings.concurrencyLimit > 0 && tally.concurrent() > settings.concurrencyLimit) {
      return Problem.ofStatus(429);
    }
    Optional<Reach> grant =
        request
            .header("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .flatMap(header -> grants.byAccessToken(header.substring("Bearer ".length())));
    if (grant.isEmpty()) {
      return Problem.ofStatus(401);
    }
    boolean write = !request.method().equals("GET");
    if (write && grant.get().readOnly()) {
      return Problem.ofStatus(403);
    }
    boolean sends = request.method().equals("POST") || request.method().equals("PUT");
    if (sends && !request.body().isEmpty() && !isJson(request)) {
      return Problem.ofStatus(415);
    }
    List<String> path = segments(request.path());
    List<SimBusiness> reachable = grant.get().businesses();
    if (path.isEmpty()) {
      return Problem.ofStatus(404);
    }
    if (path.get(0).equals("businesses") || path.get(0).equals("user")) {
      return businesses.handle(request, path, reachable);
    }
    Optional<String> wanted = request.header("X-Business");
    if (wanted.isEmpty()) {
      tally.businessMissing();
    }
    String asked = wanted.orElse(reachable.get(0).id());
    boolean known = reachable.stream().anyMatch(business -> business.id().equals(asked));
    if (!known && !settings.leadForUnknown) {
      return Problem.ofStatus(403);
    }
    String id = known ? asked : reachable.get(0).id();
    if (unsubscribed.contains(id)) {
      return NO_SUBSCRIPTION.reply(401);
    }
    return inBooks(id, request, path).with("X-Business", id);
  }

  private WireReply inBooks(String id, WireRequest request, List<String> path) {
    boolean numbered = numbers(request.method(), path);
    if (numbered && settings.numberingFault && !tally.drawsNumber(path.get(0) + " in " + id)) {
      return Problem.invalid("Number has already been taken.", "base").reply(422);
    }
    return books(id).handle(request, path);
  }

  /** Whether this is a create that draws a number: such must not run in parallel. */
  boolean numbers(String method, List<String> path) {
    return method.equals("POST")
        && path.size() == 1
        && books.values().iterator().next().numbers(path.get(0));
  }

  /** Every call to this business is refused from now on, whatever the token. */
  void endSubscription(String businessId) {
    books(businessId);
    unsubscribed.add(businessId);
  }

  private static boolean isJson(WireRequest request) {
    return request
        .header("Content-Type")
        .filter(type -> type.startsWith("application/json"))
        .isPresent();
  }

  static String withoutBase(String path) {
    return path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
  }

  static List<String> segments(String path) {
    return path.startsWith(BASE + "/")
        ? Arrays.stream(path.substring(BASE.length()).split("/")).filter(s -> !s.isEmpty()).toList()
        : List.of();
  }
}
