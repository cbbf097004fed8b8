package dev.ledgerkit.sage;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.client.CreateGates;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.ClientAuthentication;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamingProvider;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sage Business Cloud Accounting, API v3.1.
 *
 * <p>Immutable but for the queues in which creates stand, and safe for use by many threads. Make
 * one per client registration and get every {@link SageClient} from it: they share those queues.
 *
 * <pre>{@code
 * SageProvider sage =
 *     SageProvider.builder(clientId, Secret.of(clientSecret))
 *         .endpoints(SageEndpoints.developerPortal())
 *         .build();
 * }</pre>
 *
 * <p>Defaults:
 *
 * <ul>
 *   <li>endpoints: {@link SageEndpoints#regional()}
 *   <li>limits: 1,296,000 calls a day and 150 at a time, as Sage documents them
 *   <li>refresh tokens: 60 days where the answer does not say; 600 refreshes a minute
 *   <li>the consent page is told the country; no locale
 *   <li>writes are spelled as the specification says, see {@link SageSpelling}
 *   <li>every call names its business: a first connect learns it before it reads any list
 *   <li>a create waits at most 60 s for those before it
 * </ul>
 *
 * @since 0.1
 */
public final class SageProvider implements StreamingProvider {
  static final String NAME = "Sage";

  private final String clientId;
  private final Secret clientSecret;
  private final SageEndpoints endpoints;
  private final Duration refreshLifetime;
  private final int refreshesPerMinute;
  private final SageConsent consent;
  private final SageDialect dialect;
  private final CreateGates gates;
  private final SageSpelling spelling;

  private SageProvider(Builder builder) {
    this.clientId = builder.clientId;
    this.clientSecret = builder.clientSecret;
    this.endpoints = builder.endpoints;
    this.refreshLifetime = builder.refreshLifetime;
    this.refreshesPerMinute = builder.refreshesPerMinute;
    this.consent = new SageConsent(builder.clientId, builder.countryParameter, builder.locale);
    this.dialect = new SageDialect(builder.endpoints, builder.limits, builder.listsBeforeBusiness);
    this.gates = new CreateGates(builder.longestCreateWait);
    this.spelling = builder.spelling;
  }

  /**
   * A builder for a client registration.
   *
   * @throws ConfigurationException if the id or the secret is missing
   */
  public static Builder builder(String clientId, Secret clientSecret) {
    return new Builder(OauthClient.requireId(clientId), OauthClient.requireSecret(clientSecret));
  }

  /** Makes this provider of settings; {@code UK} where they name no region. */
  public static ProviderFactory<SageProvider> factory() {
    return new SageFactory();
  }

  /**
   * The books of {@code binding}'s business; creates stand in one queue with those of every other
   * binding to that business.
   */
  public SageClient client(ApiClient api, Binding binding) {
    Business business = binding.business();
    String queue = business == null ? "binding " + binding.id() : "business " + business.id();
    return new SageClient(new SageCalls(api, binding.id(), gates, queue, spelling));
  }

  /**
   * The books of the business {@code binding} is locked to.
   *
   * <p>Note: the business is not known here, so creates stand in a queue of the binding's own.
   * Where several bindings share a business, use {@link #client(ApiClient, Binding)}.
   */
  public SageClient client(ApiClient api, BindingId binding) {
    return new SageClient(new SageCalls(api, binding, gates, "binding " + binding, spelling));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String region(String requested) {
    return SageRegion.of(requested).name();
  }

  @Override
  public OauthClient oauthClient(String region) {
    SageRegion where = SageRegion.of(region);
    return new OauthClient(
        clientId,
        clientSecret,
        ClientAuthentication.BODY,
        endpoints.authorize(where),
        endpoints.token(where),
        endpoints.revoke(where),
        refreshLifetime,
        refreshesPerMinute);
  }

  @Override
  public String scope(String requested) {
    return SageScope.of(requested).wireName();
  }

  @Override
  public boolean pkce() {
    return true;
  }

  @Override
  public URI consentUri(ConsentRequest request) {
    return consent.uri(endpoints.authorize(SageRegion.of(request.region())), request);
  }

  @Override
  public ConsentAnswer consentAnswer(URI callback) {
    return consent.answer(callback);
  }

  @Override
  public ApiDialect api() {
    return dialect;
  }

  @Override
  public List<Business> businesses(ApiClient api, BindingId binding) {
    return client(api, binding).businesses().list().stream()
        .map(
            found ->
                new Business(
                    found.id(), found.displayedAs() == null ? found.id() : found.displayedAs()))
        .toList();
  }

  @Override
  public List<ReferenceList> referenceLists() {
    return SageReferenceLists.all(gates);
  }

  @Override
  public List<RecordStream> streams(ApiClient api, Binding binding) {
    return SageRecordStream.all(client(api, binding));
  }

  @Override
  public ApiRequest probe() {
    return ApiRequest.get("/tax_rates").query("items_per_page", 1).build();
  }

  @Override
  public String toString() {
    return "SageProvider[" + clientId + "]";
  }

  /** Collects what is optional, each once. Not safe for use by many threads. */
  public static final class Builder {
    private final String clientId;
    private final Secret clientSecret;
    private SageEndpoints endpoints = SageEndpoints.regional();
    private List<RateLimit> limits = SageDialect.DOCUMENTED_LIMITS;
    private Duration refreshLifetime = Duration.ofDays(60);
    private Duration longestCreateWait = Duration.ofSeconds(60);
    private int refreshesPerMinute = 600;
    private SageSpelling spelling = SageSpelling.SPECIFICATION;
    private boolean countryParameter = true;
    private boolean listsBeforeBusiness;
    private @Nullable String locale;
    private final Set<String> given = new HashSet<>();

    private Builder(String clientId, Secret clientSecret) {
      this.clientId = clientId;
      this.clientSecret = clientSecret;
    }

    /** Where Sage is reached. */
    public Builder endpoints(SageEndpoints newEndpoints) {
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

    /** How long a refresh token lives when the answer does not say. */
    public Builder refreshLifetime(Duration lifetime) {
      once("refreshLifetime");
      this.refreshLifetime = lifetime;
      return this;
    }

    /**
     * How many refreshes the token endpoint may be asked for in a minute; Sage documents no limit.
     */
    public Builder refreshesPerMinute(int refreshes) {
      once("refreshesPerMinute");
      this.refreshesPerMinute = refreshes;
      return this;
    }

    /** How long a create of a numbered record waits for those before it; zero for not at all. */
    public Builder longestCreateWait(Duration wait) {
      once("longestCreateWait");
      this.longestCreateWait = wait;
      return this;
    }

    /** How writes are spelled where Sage's own documents disagree; as the specification says. */
    public Builder spelling(SageSpelling newSpelling) {
      once("spelling");
      this.spelling = newSpelling;
      return this;
    }

    /** Whether the consent page is told the country of the region; without it, it asks. */
    public Builder countryParameter(boolean sent) {
      once("countryParameter");
      this.countryParameter = sent;
      return this;
    }

    /**
     * Whether a first connect reads the lists of a settings page while it asks which businesses
     * there are: one round trip less until they are shown. Sage is not told which business is meant
     * then and takes the user's lead business; what it answers is used only if each answer's {@code
     * X-Business} names the business that is locked, and read again otherwise. Off unless set, so
     * that every call names its business. A reconnect and a choice need no such switch.
     */
    public Builder listsBeforeBusiness(boolean read) {
      once("listsBeforeBusiness");
      this.listsBeforeBusiness = read;
      return this;
    }

    /** The language of the consent page. */
    public Builder locale(Locale language) {
      once("locale");
      this.locale = language.toLanguageTag();
      return this;
    }

    /**
     * The provider.
     *
     * @throws ConfigurationException naming the value that is refused
     */
    public SageProvider build() {
      if (longestCreateWait.isNegative()) {
        throw new ConfigurationException(
            "A longest wait for a create of %s is refused.".formatted(longestCreateWait));
      }
      SageProvider provider = new SageProvider(this);
      for (SageRegion region : SageRegion.values()) {
        provider.oauthClient(region.name());
      }
      return provider;
    }

    private void once(String setting) {
      if (!given.add(setting)) {
        throw new ConfigurationException(
            "'%s' of the Sage provider is set twice; one of the two would be lost."
                .formatted(setting));
      }
    }
  }
}
