package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.FaultScript;
import dev.ledgerkit.testkit.freeagent.books.Books;
import dev.ledgerkit.testkit.freeagent.books.Company;
import dev.ledgerkit.testkit.freeagent.books.CompanyProfile;
import dev.ledgerkit.testkit.freeagent.books.Links;
import dev.ledgerkit.testkit.oauth.ConsentVisitor;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.oauth.Tokens;
import dev.ledgerkit.testkit.wire.WireServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A FreeAgent on a loopback socket: approval page, rotating tokens, limits, and stateful books.
 *
 * <p>It answers real HTTP on 127.0.0.1 and shares no code with the client. One simulator is one
 * environment: start two for production and sandbox. URLs are ids, on its own base.
 *
 * <p>Safe for use by many threads; requests to one company are done one after the other.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * try (FreeAgentSimulator freeAgent = FreeAgentSimulator.builder().clock(clock).start()) {
 *   URI callback = freeAgent.approve(consentUrl);
 *   clock.advance(Duration.ofHours(2));
 *   assertEquals(0, freeAgent.seen().reuseDetected());
 * }
 * }</pre>
 *
 * <p>Defaults: one company {@code simulated}; access tokens for an hour, refresh tokens for about
 * 20 years and strictly single use; 120 calls a minute, 3,600 an hour, 15 refreshes a minute.
 *
 * <p>Note: choices where the provider's reference is silent.
 *
 * <ul>
 *   <li>a dead refresh token or code is 400 {@code invalid_grant}; a denial is {@code
 *       error=access_denied}
 *   <li>transitions answer 200 with an empty body, and so does an email, which sends a draft
 *   <li>creates that overlap draw one number, and the later one is refused
 *   <li>from version 2026-09-01 an explanation shows {@code attachments} and not {@code attachment}
 *   <li>a practice token without {@code X-Subdomain} is 403 outside the practice
 * </ul>
 *
 * <p>Every secret it issues begins {@code sim-at-}, {@code sim-rt-}, {@code sim-code-} or {@code
 * sim-secret-}.
 *
 * @since 0.1
 */
public final class FreeAgentSimulator implements AutoCloseable {
  private static final long FIRST_COMPANY = 33_001;

  private final FreeAgentSettings settings;
  private final Tally tally = new Tally();
  private final FaultScript script = new FaultScript();
  private final ChangeScript changes = new ChangeScript();
  private final Grants<Reach> grants;
  private final Books books;
  private final WireServer server;
  private final ConsentVisitor visitor;

  FreeAgentSimulator(FreeAgentSettings settings) {
    this.settings = settings;
    this.grants = new Grants<>(settings.tokenRules(), new Tokens(false), tally);
    this.books = new Books(settings.books(), profiles(settings));
    Limits limits = new Limits(settings);
    Front front =
        new Front(
            settings,
            tally,
            changes,
            new ApprovalEndpoint(settings, grants, books),
            new OauthServer(settings, grants, limits, tally),
            new ApiServer(settings, grants, limits, tally, books));
    this.server =
        new WireServer(
            settings.clock, script, front, settings.port, settings.tls, settings.clientCertificate);
    this.visitor = new ConsentVisitor(ApprovalEndpoint.DECISION, settings.tls);
    books.open(server.baseUri().toString());
  }

  private static List<CompanyProfile> profiles(FreeAgentSettings settings) {
    List<CompanyProfile> profiles = new ArrayList<>();
    for (CompanySettings company : settings.companies.values()) {
      profiles.add(company.profile(FIRST_COMPANY + profiles.size()));
    }
    return profiles;
  }

  /** A builder with the defaults above. */
  public static FreeAgentSimulatorBuilder builder() {
    return new FreeAgentSimulatorBuilder();
  }

  /** A running simulator with the defaults above, on the system's clock. */
  public static FreeAgentSimulator start() {
    return builder().start();
  }

  /** For example {@code http://127.0.0.1:54321}; no slash at the end. */
  public URI baseUri() {
    return server.baseUri();
  }

  /** The API base, {@code …/v2}; no slash at the end. */
  public URI apiBase() {
    return URI.create(baseUri() + Links.BASE);
  }

  /** {@code …/v2/approve_app}. */
  public URI authorizeUri() {
    return URI.create(baseUri() + ApprovalEndpoint.PATH);
  }

  /** {@code …/v2/token_endpoint}. */
  public URI tokenUri() {
    return URI.create(baseUri() + OauthServer.PATH);
  }

  /** The one app that is registered. */
  public String clientId() {
    return settings.clientId;
  }

  /** That app's secret. */
  public Secret clientSecret() {
    return settings.clientSecret;
  }

  /** The subdomains of the companies, the first being the default. */
  public List<String> companies() {
    return List.copyOf(settings.companies.keySet());
  }

  /**
   * Opens the approval page and approves as the first company's owner.
   *
   * @throws IllegalStateException if the page itself refuses
   */
  public URI approve(URI consentUrl) {
    return visitor.answer(consentUrl, "allow", "");
  }

  /** As {@link #approve(URI)}, as the owner of this company. */
  public URI approve(URI consentUrl, String subdomain) {
    return visitor.answer(consentUrl, "allow", subdomain);
  }

  /** As {@link #approve(URI)}, as this user of this company. */
  public URI approve(URI consentUrl, String subdomain, String email) {
    return visitor.answer(consentUrl, "allow", subdomain + ":" + email);
  }

  /** Approves as the practice's account manager. */
  public URI approvePractice(URI consentUrl) {
    return visitor.answer(consentUrl, "allow", ApprovalEndpoint.PRACTICE);
  }

  /** Opens the approval page and denies. */
  public URI deny(URI consentUrl) {
    return visitor.answer(consentUrl, "deny", "");
  }

  /** The users revoke the application in their settings. */
  public void revokeAllGrants() {
    grants.killAll();
  }

  /** Access tokens are refused although their time is not up; refresh tokens still work. */
  public void rejectAccessTokens() {
    grants.expireAccessTokens();
  }

  /** How many grants would still give tokens. */
  public int liveGrants() {
    return grants.live();
  }

  /** The faults to come. */
  public FaultScript script() {
    return script;
  }

  /** Changes to the books while a client works. */
  public ChangeScript changes() {
    return changes;
  }

  /** What has been met so far. */
  public Seen seen() {
    return tally.snapshot(books.companies().stream().mapToInt(Company::duplicateNumbers).sum());
  }

  /**
   * A company's books, past the API.
   *
   * @throws IllegalArgumentException if there is no such company
   */
  public SimulatedBooks books(String subdomain) {
    return books
        .company(subdomain)
        .map(SimulatedBooks::new)
        .orElseThrow(() -> new IllegalArgumentException("No company " + subdomain + "."));
  }

  /** The first company's books. */
  public SimulatedBooks books() {
    return books(companies().get(0));
  }

  /** Closes the socket and every connection. Closing twice is harmless. */
  @Override
  public void close() {
    visitor.close();
    server.close();
  }
}
