package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.ClientAuthentication;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.RefreshScope;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.model.Company;
import dev.ledgerkit.freeagent.model.PracticeClient;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * FreeAgent, API v2.
 *
 * <p>Immutable but for the queues in which creates stand, and safe for use by many threads. Make
 * one and get every {@link FreeAgentClient} from it: they share those queues.
 *
 * <pre>{@code
 * FreeAgentProvider freeagent =
 *     FreeAgentProvider.builder()
 *         .production(clientId, Secret.of(clientSecret))
 *         .application("Example Shop Connector")
 *         .build();
 * }</pre>
 *
 * <p>Defaults:
 *
 * <ul>
 *   <li>endpoints: {@link FreeAgentEndpoints#published()}
 *   <li>limits: 120 calls a minute and 3,600 an hour for each binding, as FreeAgent documents them,
 *       and 1,000 a minute for all, as its staff say of one IP address
 *   <li>refresh tokens: 7 days where the answer does not say; 15 refreshes a minute for each
 *       binding
 *   <li>API version: {@link FreeAgentApiVersion#MANY_ATTACHMENTS}, asked for in every call
 *   <li>a create waits at most 60 s for those before it; one whose answer was lost is looked for
 *       during 60 s before it is sent again
 * </ul>
 *
 * <p>Note: FreeAgent takes no PKCE and has no revoke endpoint. To disconnect is to forget the
 * tokens here; {@code ConnectFlow.disconnect} then returns false, and the merchant revokes the
 * approval in FreeAgent.
 *
 * @since 0.1
 */
public final class FreeAgentProvider implements StreamingProvider {
  private final Map<FreeAgentEnvironment, OauthClient> registrations;
  private final FreeAgentEndpoints endpoints;
  private final FreeAgentDialect dialect;
  private final CompanyWrites writes;
  private final FreeAgentApiVersion version;
  private final boolean practice;

  private FreeAgentProvider(Builder builder) {
    this.endpoints = builder.endpoints;
    this.registrations = new EnumMap<>(FreeAgentEnvironment.class);
    builder.credentials.forEach(
        (environment, credentials) ->
            registrations.put(environment, registration(builder, environment, credentials)));
    this.dialect =
        new FreeAgentDialect(
            builder.endpoints,
            builder.limits,
            builder.apiVersion,
            builder.application,
            builder.practice);
    this.version = builder.apiVersion;
    this.practice = builder.practice;
    this.writes = new CompanyWrites(builder.clock, builder.longestCreateWait, builder.settleTime);
  }

  /** A builder with nothing set; give it the credentials of one environment at least. */
  public static Builder builder() {
    return new Builder();
  }

  /** Makes this provider of settings; for {@code production} where they name no environment. */
  public static ProviderFactory<FreeAgentProvider> factory() {
    return new FreeAgentFactory();
  }

  /**
   * The books of {@code binding}'s company; creates stand in one queue with those of every other
   * binding to that company.
   */
  public FreeAgentClient client(ApiClient api, Binding binding) {
    Business business = binding.business();
    String company = business == null ? "binding " + binding.id() : "company " + business.id();
    return client(api, binding.id(), FreeAgentEnvironment.of(binding.region()), company);
  }

  /**
   * The books of the company {@code binding} is locked to.
   *
   * <p>Note: the company is not known here, so creates stand in a queue of the binding's own. Where
   * several bindings share a company, use {@link #client(ApiClient, Binding)}.
   *
   * @throws ConfigurationException if this provider has client credentials for both environments:
   *     the id does not say which is meant
   */
  public FreeAgentClient client(ApiClient api, BindingId binding) {
    if (registrations.size() > 1) {
      throw new ConfigurationException(
          "The id %s does not say whether production or sandbox is meant, and there are client credentials for both; give client(...) the Binding, as Bindings.get has it."
              .formatted(binding));
    }
    return client(api, binding, registrations.keySet().iterator().next(), "binding " + binding);
  }

  private FreeAgentClient client(
      ApiClient api, BindingId binding, FreeAgentEnvironment environment, String company) {
    return new FreeAgentClient(
        new FreeAgentCalls(
            calls(api, binding),
            endpoints.apiBase(environment),
            environment.wireName() + " " + company,
            null,
            writes,
            version));
  }

  @Override
  public String name() {
    return FreeAgentCalls.PROVIDER;
  }

  @Override
  public String region(String requested) {
    FreeAgentEnvironment environment = FreeAgentEnvironment.of(requested);
    if (!registrations.containsKey(environment)) {
      throw new ConfigurationException(
          "There are no FreeAgent client credentials for %s; give them to the builder."
              .formatted(environment.wireName()));
    }
    return environment.wireName();
  }

  @Override
  public OauthClient oauthClient(String region) {
    OauthClient client = registrations.get(FreeAgentEnvironment.of(region(region)));
    if (client == null) {
      throw new IllegalStateException("region() refuses what has no registration");
    }
    return client;
  }

  @Override
  public String scope(String requested) {
    return FreeAgentConsent.scope(requested);
  }

  @Override
  public boolean pkce() {
    return false;
  }

  @Override
  public URI consentUri(ConsentRequest request) {
    OauthClient client = oauthClient(request.region());
    return FreeAgentConsent.uri(client.clientId(), client.authorizeUri(), request);
  }

  @Override
  public ConsentAnswer consentAnswer(URI callback) {
    return FreeAgentConsent.answer(callback);
  }

  @Override
  public ApiDialect api() {
    return dialect;
  }

  /**
   * The one company of the token, or those the practice looks after. A company's URL is the same
   * for every company; its id, or its subdomain, is not.
   */
  @Override
  public List<Business> businesses(ApiClient api, BindingId binding) {
    return practice ? clients(api, binding) : List.of(company(api, binding));
  }

  private static List<Business> clients(ApiClient api, BindingId binding) {
    return new ListReader<>(calls(api, binding), PracticeResource.CLIENTS)
        .list(FreeAgentJson.WIRE.object().put("minimal_data", true)).stream()
            .map(FreeAgentProvider::client)
            .toList();
  }

  private static Business client(PracticeClient client) {
    String subdomain = client.subdomain() == null ? "" : client.subdomain();
    return new Business(subdomain, client.name() == null ? subdomain : client.name());
  }

  private static Business company(ApiClient api, BindingId binding) {
    Company company =
        calls(api, binding)
            .send(
                ApiRequest.get("/company").tenantless().build(),
                body -> FreeAgentJson.single(body, "company", "company", Company.class));
    String id = company.id();
    if (id == null || id.isBlank()) {
      throw new ProviderUnavailableException(
          "FreeAgent did not say which company binding %s reaches; try again later."
              .formatted(binding),
          null);
    }
    String name = company.name();
    return new Business(id, name == null ? id : name);
  }

  @Override
  public List<ReferenceList> referenceLists() {
    return FreeAgentReferenceLists.ALL;
  }

  @Override
  public List<RecordStream> streams(ApiClient api, Binding binding) {
    return FreeAgentStreams.of(calls(api, binding.id()), dialect.apiBase(binding));
  }

  @Override
  public ApiRequest probe() {
    return ApiRequest.get("/company").build();
  }

  @Override
  public String toString() {
    return "FreeAgentProvider" + registrations.keySet();
  }

  private OauthClient registration(
      Builder builder, FreeAgentEnvironment environment, Credentials credentials) {
    return new OauthClient(
        credentials.clientId(),
        credentials.clientSecret(),
        ClientAuthentication.BASIC,
        endpoints.authorize(environment),
        endpoints.token(environment),
        null,
        builder.refreshLifetime,
        builder.refreshesPerMinute,
        RefreshScope.BINDING);
  }

  static BindingCalls calls(ApiClient api, BindingId binding) {
    return new BindingCalls(api, binding, FreeAgentCalls.PROVIDER);
  }

  private record Credentials(String clientId, Secret clientSecret) {
    Credentials {
      OauthClient.requireId(clientId);
      OauthClient.requireSecret(clientSecret);
    }
  }

  /** Collects what is optional, each once. Not safe for use by many threads. */
  public static final class Builder {
    private final Map<FreeAgentEnvironment, Credentials> credentials =
        new EnumMap<>(FreeAgentEnvironment.class);
    private FreeAgentEndpoints endpoints = FreeAgentEndpoints.published();
    private List<RateLimit> limits = FreeAgentDialect.DOCUMENTED_LIMITS;
    private FreeAgentApiVersion apiVersion = FreeAgentApiVersion.MANY_ATTACHMENTS;
    private String application = "";
    private boolean practice;
    private Duration refreshLifetime = Duration.ofDays(7);
    private int refreshesPerMinute = 15;
    private Duration longestCreateWait = Duration.ofSeconds(60);
    private Duration settleTime = Duration.ofSeconds(60);
    private LedgerClock clock = LedgerClock.system();
    private final Set<String> given = new HashSet<>();

    private Builder() {}

    /**
     * The client registration for real companies.
     *
     * @throws ConfigurationException if the id or the secret is missing
     */
    public Builder production(String clientId, Secret clientSecret) {
      once("production");
      credentials.put(FreeAgentEnvironment.PRODUCTION, new Credentials(clientId, clientSecret));
      return this;
    }

    /**
     * The client registration for sandbox companies.
     *
     * @throws ConfigurationException if the id or the secret is missing
     */
    public Builder sandbox(String clientId, Secret clientSecret) {
      once("sandbox");
      credentials.put(FreeAgentEnvironment.SANDBOX, new Credentials(clientId, clientSecret));
      return this;
    }

    /** Where FreeAgent is reached. */
    public Builder endpoints(FreeAgentEndpoints newEndpoints) {
      once("endpoints");
      this.endpoints = newEndpoints;
      return this;
    }

    /** Limits to keep instead of the documented ones. */
    public Builder limits(List<RateLimit> newLimits) {
      once("limits");
      this.limits = List.copyOf(newLimits);
      return this;
    }

    /** The version of the API to ask for. */
    public Builder apiVersion(FreeAgentApiVersion version) {
      once("apiVersion");
      this.apiVersion = version;
      return this;
    }

    /** The host's name, by which FreeAgent wants to know its callers. */
    public Builder application(String name) {
      once("application");
      this.application = name;
      return this;
    }

    /**
     * Says that the registration is one of an accountancy practice: a binding is then locked to one
     * of the companies the practice looks after, by its subdomain.
     */
    public Builder practice() {
      once("practice");
      this.practice = true;
      return this;
    }

    /** How long a refresh token lives when the answer does not say. */
    public Builder refreshLifetime(Duration lifetime) {
      once("refreshLifetime");
      this.refreshLifetime = lifetime;
      return this;
    }

    /** How many refreshes the token endpoint takes of one binding in a minute. */
    public Builder refreshesPerMinute(int refreshes) {
      once("refreshesPerMinute");
      this.refreshesPerMinute = refreshes;
      return this;
    }

    /** How long a create of a numbered document waits for those before it; zero for not at all. */
    public Builder longestCreateWait(Duration wait) {
      once("longestCreateWait");
      this.longestCreateWait = wait;
      return this;
    }

    /**
     * How long after its answer was lost a keyed create may still come into effect at FreeAgent: so
     * long it is looked for, and not sent again.
     */
    public Builder settleTime(Duration time) {
      once("settleTime");
      this.settleTime = time;
      return this;
    }

    /** What time it is; the system's unless set. */
    public Builder clock(LedgerClock ledgerClock) {
      once("clock");
      this.clock = ledgerClock;
      return this;
    }

    /**
     * The provider.
     *
     * @throws ConfigurationException naming the value that is refused
     */
    public FreeAgentProvider build() {
      if (credentials.isEmpty()) {
        throw new ConfigurationException(
            "No FreeAgent client credentials were given; call production(...) or sandbox(...).");
      }
      notNegative("longest wait for a create", longestCreateWait);
      notNegative("settle time", settleTime);
      return new FreeAgentProvider(this);
    }

    private static void notNegative(String role, Duration value) {
      if (value.isNegative()) {
        throw new ConfigurationException("A %s of %s is refused.".formatted(role, value));
      }
    }

    private void once(String setting) {
      if (!given.add(setting)) {
        throw new ConfigurationException(
            "'%s' of the FreeAgent provider is set twice; one of the two would be lost."
                .formatted(setting));
      }
    }
  }
}
