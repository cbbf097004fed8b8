package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.freeagent.books.Answers;
import dev.ledgerkit.testkit.freeagent.books.Books;
import dev.ledgerkit.testkit.freeagent.books.Company;
import dev.ledgerkit.testkit.freeagent.books.Links;
import dev.ledgerkit.testkit.freeagent.books.Practice;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Optional;
import java.util.UUID;

/** The front door of the accounting API: token, limits, company; then the books. */
final class ApiServer {
  private static final String CONTENT = Links.BASE + "/content/";

  private final FreeAgentSettings settings;
  private final Grants<Reach> grants;
  private final Limits limits;
  private final Tally tally;
  private final Books books;
  private final Practice practice;

  ApiServer(
      FreeAgentSettings settings, Grants<Reach> grants, Limits limits, Tally tally, Books books) {
    this.settings = settings;
    this.grants = grants;
    this.limits = limits;
    this.tally = tally;
    this.books = books;
    this.practice = new Practice(settings.practiceName, settings.practice, settings.books(), books);
  }

  static String withoutBase(String path) {
    return path.startsWith(Links.BASE + "/") ? path.substring(Links.BASE.length()) : path;
  }

  WireReply handle(WireRequest request) {
    return answer(request)
        .with("X-Request-Id", UUID.randomUUID().toString())
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }

  Optional<Reach> reach(WireRequest request) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith("Bearer "))
        .flatMap(header -> grants.byAccessToken(header.substring("Bearer ".length())));
  }

  private WireReply answer(WireRequest request) {
    if (request.path().startsWith(CONTENT)) {
      return content(request);
    }
    tally.headers(
        request.header("User-Agent").isPresent(),
        request.header("Accept").filter(types -> types.contains("json")).isPresent());
    Optional<Reach> reach = reach(request);
    if (reach.isEmpty()) {
      return Answers.ofStatus(401);
    }
    String subdomain =
        reach.get().practice() ? request.header("X-Subdomain").orElse("") : reach.get().subdomain();
    boolean inTest = request.header("X-RateLimit-Test").filter("true"::equals).isPresent();
    Optional<WireReply> limited =
        limits.call(reach.get(), subdomain, inTest, settings.clock.instant());
    if (limited.isPresent()) {
      return limited.get();
    }
    if (!request.path().startsWith(Links.BASE + "/")) {
      return Answers.ofStatus(404);
    }
    if (Practice.owns(request.path())) {
      return reach.get().practice() ? practice.handle(request) : Answers.ofStatus(403);
    }
    Optional<Company> company = books.company(subdomain);
    if (company.isEmpty()) {
      return Answers.ofStatus(subdomain.isEmpty() ? 403 : 404);
    }
    // An account manager works in a client's books as its owner.
    long user = reach.get().practice() ? company.get().users().get(0) : reach.get().userId();
    return request.path().length() == Links.BASE.length() + 1
        ? Answers.ofStatus(404)
        : company.get().handle(request, user);
  }

  /** A presigned link: whoever has it may read, and a token must not be sent along. */
  private WireReply content(WireRequest request) {
    WireReply reply = Answers.plain(403, "Request has expired");
    if (request.header("Authorization").isPresent()) {
      return Answers.plain(400, "Only one auth mechanism allowed");
    }
    for (Company company : books.companies()) {
      WireReply found = company.content(request);
      if (found.status() == 200) {
        reply = found;
      }
    }
    return reply;
  }

  void answered() {
    books.companies().forEach(Company::answered);
  }
}
