package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.FaultScript;
import dev.ledgerkit.testkit.oauth.ConsentVisitor;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.oauth.Tokens;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.WireServer;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A Sage Accounting on a loopback socket: consent page, rotating tokens, and stateful books.
 *
 * <p>It answers real HTTP on 127.0.0.1 and nothing else. What it accepts and refuses follows the
 * provider's public reference and shares no code with the client, so a mistake in one is not hidden
 * by the other. Where the reference is silent the choice is written below.
 *
 * <p>Safe for use by many threads; requests to one business are done one after the other, their
 * latencies beside each other.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
 *   URI callback = sage.approve(consentUrl); // what the browser would be sent to
 *   // ... exchange the code, call sage.apiBase() ...
 *   sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());
 *   clock.advance(Duration.ofMinutes(6));
 *   assertEquals(0, sage.seen().reuseDetected());
 * }
 * }</pre>
 *
 * <p>Defaults: one business in GB with five tax rates, thirty ledger accounts and two bank
 * accounts; access tokens for five minutes, refresh tokens for 31 days and strictly single use; no
 * latency; no limit.
 *
 * <p>Note: choices where the provider's reference is silent.
 *
 * <ul>
 *   <li>an {@code X-Business} the grant does not reach is 403 {@code MultiUserAccessDenied}
 *   <li>a spent refresh token within the grace time gives one more pair, not the same one again
 *   <li>revoking an unknown token succeeds
 *   <li>a tax a line leaves out is zero; see {@link
 *       SageSimulatorBuilder#computeOmittedTax(boolean)}
 *   <li>an {@code idempotency_id} is honoured for seven days and ignores what the repeated body
 *       says
 *   <li>{@code items_per_page} above 200 is 422
 *   <li>of two creates that draw a number at the same time the second is 422, "Number has already
 *       been taken."
 *   <li>a deleted purchase document is gone, and its transaction is marked as deleted
 *   <li>a reissued journal is a copy under a new id, the old one is deleted
 *   <li>amounts in base currency are those of the document, whatever the exchange rate
 *   <li>a stock level moves with stock movements only, not with sales
 *   <li>{@code GET /attachments/{id}/file} without {@code application/octet-stream} is 406
 * </ul>
 *
 * <p>Every secret it issues begins {@code sim-at-}, {@code sim-rt-}, {@code sim-code-} (after the
 * country) or {@code sim-secret-}, so that a log can be searched for them.
 *
 * @since 0.1
 */
public final class SageSimulator implements AutoCloseable {
  private final SageSettings settings;
  private final Tally tally = new Tally();
  private final FaultScript script = new FaultScript();
  private final ChangeScript changes = new ChangeScript();
  private final Grants<Reach> grants;
  private final ApiServer api;
  private final WireServer server;
  private final ConsentVisitor visitor;

  SageSimulator(SageSettings settings) {
    this.settings = settings;
    this.grants = new Grants<>(settings.tokenRules(), new Tokens(settings.longTokens), tally);
    this.api = new ApiServer(settings, grants, tally);
    Front front =
        new Front(
            settings,
            tally,
            changes,
            new AuthorizeEndpoint(settings, grants),
            new OauthServer(settings, grants, tally),
            api);
    this.server =
        new WireServer(
            settings.clock, script, front, settings.port, settings.tls, settings.clientCertificate);
    this.visitor = new ConsentVisitor(OauthPaths.DECISION, settings.tls);
  }

  /** A builder with the defaults above. */
  public static SageSimulatorBuilder builder() {
    return new SageSimulatorBuilder();
  }

  /** A running simulator with the defaults above, on the system's clock. */
  public static SageSimulator start() {
    return builder().start();
  }

  /** For example {@code http://127.0.0.1:54321}; no slash at the end. */
  public URI baseUri() {
    return server.baseUri();
  }

  /** The API base, {@code …/v3.1}; no slash at the end. */
  public URI apiBase() {
    return URI.create(baseUri() + ApiServer.BASE);
  }

  /** {@code …/oauth2/auth/central}; {@code /authorize} and {@code /oauth/authorize} answer too. */
  public URI authorizeUri() {
    return URI.create(baseUri() + OauthPaths.AUTHORIZE);
  }

  /** {@code …/token}; {@code /oauth/token} answers too. */
  public URI tokenUri() {
    return URI.create(baseUri() + OauthPaths.TOKEN);
  }

  /** {@code …/revoke}; {@code /oauth/revoke} answers too. */
  public URI revokeUri() {
    return URI.create(baseUri() + OauthPaths.REVOKE);
  }

  /** The one client that is registered. */
  public String clientId() {
    return settings.clientId;
  }

  /** That client's secret. */
  public Secret clientSecret() {
    return settings.clientSecret;
  }

  /** The businesses, the lead first. */
  public List<String> businessIds() {
    return settings.businesses.stream().map(SimBusiness::id).toList();
  }

  /**
   * Opens a consent page and allows access to all businesses (to the lead, when one must be
   * picked).
   *
   * @return the callback the browser is sent to: a code, or the provider's refusal
   * @throws IllegalStateException if the page itself refuses: unknown client or unregistered
   *     callback
   */
  public URI approve(URI consentUrl) {
    String picked = settings.pickBusinessOnConsent ? settings.businesses.get(0).id() : "";
    return approve(consentUrl, picked);
  }

  /** As {@link #approve(URI)}, for one business only. */
  public URI approve(URI consentUrl, String businessId) {
    return visitor.answer(consentUrl, "allow", businessId);
  }

  /** Opens a consent page and denies; the callback says {@code error=access_denied}. */
  public URI deny(URI consentUrl) {
    return visitor.answer(consentUrl, "deny", "");
  }

  /**
   * Signs in with the wrong account: the callback has an error with a space, a {@code reason}, and
   * no state.
   */
  public URI failOddly(URI consentUrl) {
    return visitor.answer(consentUrl, "oddly", "");
  }

  /**
   * The user takes every access away in the provider's settings: API calls get 401, refreshes
   * invalid_grant.
   */
  public void revokeAllGrants() {
    grants.killAll();
  }

  /**
   * Every access token is refused from now on although its time is not up; refresh tokens still
   * work.
   */
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
    return tally.snapshot();
  }

  /**
   * The ids in one resource of a business, in the order of their creation, without the deleted.
   *
   * @param resource for example {@code tax_rates}
   * @throws IllegalArgumentException if there is no such business
   */
  public List<String> ids(String businessId, String resource) {
    return api.books(businessId).ids(resource);
  }

  /** As {@link #ids(String, String)}, of the lead business. */
  public List<String> ids(String resource) {
    return ids(settings.businesses.get(0).id(), resource);
  }

  /** One entity as JSON, read past the API and so without its side effects. */
  public Optional<String> entity(String businessId, String resource, String id) {
    return api.books(businessId).json(resource, id);
  }

  /**
   * The sum of one amount over the entities of a resource that are not deleted: what a client that
   * has read them all must come to.
   *
   * @param field for example {@code total_amount}; an entity without it counts as zero
   */
  public BigDecimal total(String businessId, String resource, String field) {
    return api.books(businessId).total(resource, field);
  }

  /**
   * A business's books, past the API.
   *
   * @throws IllegalArgumentException if there is no such business
   */
  public SageBooks books(String businessId) {
    return new SageBooks(api.books(businessId));
  }

  /** The lead business's books. */
  public SageBooks books() {
    return books(settings.businesses.get(0).id());
  }

  /** The subscription of a business ends: every call to it is 401, however fresh the token. */
  public void endSubscription(String businessId) {
    api.endSubscription(businessId);
  }

  /**
   * Somebody else edits an entity: its {@code updated_at} is now.
   *
   * @throws IllegalArgumentException if there is no such entity
   */
  public void touch(String businessId, String resource, String id) {
    api.books(businessId).change(resource, id, row -> row.touch(settings.clock.instant()));
  }

  /**
   * Somebody else deletes an entity, past every rule against it.
   *
   * @throws IllegalArgumentException if there is no such entity
   */
  public void delete(String businessId, String resource, String id) {
    api.books(businessId).change(resource, id, row -> row.delete(settings.clock.instant()));
  }

  /**
   * Changes entities of a resource between the pages a client reads of its list; a second script
   * replaces the first.
   */
  public void whilePaging(String businessId, String resource, PagingScript script) {
    api.books(businessId).afterPage(resource, book -> script.play(book, resource));
  }

  /** Closes the socket and every connection. Closing twice is harmless. */
  @Override
  public void close() {
    visitor.close();
    server.close();
  }
}
