package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.wire.RateWindow;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The front door of the accounting API: limits, token, right, business; then the books. */
final class ApiServer {
  static final String BASE = "/v3.1";

  private final SageSettings settings;
  private final Grants<Reach> grants;
  private final Tally tally;
  private final RateWindow rate;
  private final Businesses businesses;
  private final Map<String, Accounting> books = new LinkedHashMap<>();

  ApiServer(SageSettings settings, Grants<Reach> grants, Tally tally) {
    this.settings = settings;
    this.grants = grants;
    this.tally = tally;
    this.rate = RateWindow.fromFirstCall(settings.permits, settings.window);
    this.businesses = new Businesses(settings);
    for (SimBusiness business : settings.businesses) {
      books.put(business.id(), new Accounting(settings, business, tally));
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
    String id = wanted.orElse(reachable.get(0).id());
    if (reachable.stream().noneMatch(business -> business.id().equals(id))) {
      return Problem.ofStatus(403);
    }
    return books(id).handle(request, path).with("X-Business", id);
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

  private static List<String> segments(String path) {
    return path.startsWith(BASE + "/")
        ? Arrays.stream(path.substring(BASE.length()).split("/")).filter(s -> !s.isEmpty()).toList()
        : List.of();
  }
}
