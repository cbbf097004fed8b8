package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionReport.Check;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.UnusableAnswerException;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenEndpoint;
import dev.ledgerkit.core.oauth.TokenReply;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.Providers;
import dev.ledgerkit.core.store.Bindings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.OkHttpClient;

/**
 * Finds out whether a connection works, and if not, where it ends and what helps: names, hosts,
 * clock, token, business, permission, subscription, one after the other.
 *
 * <p>Of a binding everything is looked at; its token is refreshed if it is stale, as for any call.
 * Of a bare configuration what needs no merchant: the token endpoint is offered a refresh token
 * that cannot be one, to learn whether it is a token endpoint and takes the client's credentials.
 * Nothing is changed. A check takes some calls of the provider's limits. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * ConnectionReport report = ledger.check().of(binding);
 * show(report.answer()); // "connection available" or "Connection unavailable"
 * report.failure().ifPresent(step -> explain(step.detail(), step.remedy()));
 * }</pre>
 *
 * @since 0.1
 */
public final class ConnectionCheck {
  private static final Duration SKEW_WORTH_TELLING = Duration.ofSeconds(30);

  private final Bindings bindings;
  private final Providers providers;
  private final TokenSource tokens;
  private final TokenEndpoint endpoint;
  private final ApiClient api;
  private final OkHttpClient http;
  private final LedgerClock clock;

  /** Wires the check out of its parts; {@link Ledger#check} gives one. */
  public ConnectionCheck(
      Bindings bindings,
      Providers providers,
      TokenSource tokens,
      TokenEndpoint endpoint,
      ApiClient api,
      OkHttpClient http,
      LedgerClock clock) {
    this.bindings = bindings;
    this.providers = providers;
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.api = api;
    this.http = http;
    this.clock = clock;
  }

  /**
   * The connection of a binding.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if there is no such binding
   */
  public ConnectionReport of(BindingId id) {
    Binding binding = bindings.get(id);
    LedgerProvider provider = providers.of(binding);
    ReportedSteps steps = reach(provider, binding);
    steps.step(
        Check.TOKEN,
        () -> {
          OauthToken token = tokens.loadFresh(id);
          return token.accessExpiresAt().equals(Instant.MAX)
              ? "given, for as long as the provider takes it"
              : "works until " + token.accessExpiresAt();
        },
        failure -> "let the merchant connect again if it says so, or try later");
    steps.step(Check.BUSINESS, () -> business(provider, binding), ConnectionCheck::businessRemedy);
    steps.step(Check.PERMISSION, () -> read(provider, id), ConnectionCheck::permissionRemedy);
    steps.step(
        Check.SUBSCRIPTION, () -> "the business answers", failure -> "renew the subscription");
    return steps.report();
  }

  /**
   * A configuration nobody has connected with yet.
   *
   * @param region the provider's region or environment, in any spelling the provider takes
   * @throws dev.ledgerkit.core.ConfigurationException if there is no such provider or region
   */
  public ConnectionReport of(String provider, String region) {
    LedgerProvider named = providers.named(provider);
    Instant now = clock.instant();
    Binding nobody =
        new Binding(
            new BindingId("connection-check"),
            new Installation("connection", "check"),
            provider,
            named.region(region),
            BindingStatus.PENDING,
            null,
            0,
            now,
            now);
    ReportedSteps steps = reach(named, nobody);
    OauthClient client = named.oauthClient(nobody.region());
    steps.step(
        Check.TOKEN,
        () -> credentials(client),
        failure ->
            "check client id and secret, and that the endpoints are those the client was registered for");
    steps.skip(Check.BUSINESS, Check.PERMISSION, Check.SUBSCRIPTION);
    return steps.report();
  }

  private ReportedSteps reach(LedgerProvider provider, Binding binding) {
    URI apiBase = provider.api().apiBase(binding);
    URI tokenUri = provider.oauthClient(binding.region()).tokenUri();
    ReportedSteps steps = new ReportedSteps(clock);
    Set<String> hosts = new TreeSet<>(List.of(apiBase.getHost(), tokenUri.getHost()));
    Reachable reachable = new Reachable(http);
    steps.step(
        Check.DNS,
        () -> reachable.resolve(hosts),
        failure -> "check the endpoints' names and this machine's name server");
    steps.step(
        Check.TLS,
        () -> reachable.connect(List.of(apiBase, tokenUri)),
        failure ->
            "check firewall, proxy and certificates, and whether the provider is down or another endpoint preset is the right one");
    steps.step(
        Check.CLOCK,
        () -> {
          Duration ahead = reachable.clockAhead(clock.instant());
          return ahead.abs().compareTo(SKEW_WORTH_TELLING) < 0
              ? "right"
              : "%s by %d s, which is corrected for"
                  .formatted(ahead.isNegative() ? "behind" : "ahead", ahead.abs().toSeconds());
        },
        failure -> "set this machine's clock");
    return steps;
  }

  private String credentials(OauthClient client) {
    TokenReply reply = endpoint.probe(client);
    if (reply instanceof TokenReply.Refused) {
      return "the token endpoint knows the client";
    }
    throw new LedgerException(
        "The token endpoint %s answered: %s.".formatted(client.tokenUri(), reply.why()), null);
  }

  private String business(LedgerProvider provider, Binding binding) {
    List<Business> reached = provider.businesses(api, binding.id());
    Business locked = binding.business();
    if (locked != null && reached.stream().noneMatch(one -> one.id().equals(locked.id()))) {
      throw new LedgerException("The grant reaches %s, not %s.".formatted(reached, locked), null);
    }
    return locked == null ? "none is locked yet" : locked.toString();
  }

  /** One page of a list every settings page needs. */
  private String read(LedgerProvider provider, BindingId id) {
    var list = provider.referenceLists().get(0);
    int items = list.reader().apply(api, id).first().items().size();
    return "read %d of %s".formatted(items, list.kind());
  }

  private static String businessRemedy(LedgerException failure) {
    if (failure.getCause() instanceof UnusableAnswerException) {
      return "look at the endpoint: what answers there is not the provider's API";
    }
    return failure instanceof ApiException refused && refused.status() != 401
        ? "look at what the provider says"
        : "let a user with access to the business connect again";
  }

  /** What a provider says of a token that works: there it is the subscription, not the user. */
  private static String permissionRemedy(LedgerException failure) {
    return failure instanceof ApiException refused
            && (refused.status() == 401 || refused.status() == 402)
        ? "renew the subscription of the business"
        : "let a user connect who may read settings, with the full scope";
  }
}
