package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.WorkerThreads;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.OkHttpApiClient;
import dev.ledgerkit.core.oauth.RefreshSettings;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.Providers;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceCache;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The parts, wired in the usual way. Nothing here that a host could not wire itself out of the same
 * public parts.
 *
 * <p>One for the life of the host; close it before the store's database. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * try (Ledger ledger = Ledger.builder(store, vault).provider(provider).build()) {
 *   Binding binding = ledger.connect().create(new Installation("Magento", "shop.example.com"), provider.name(), "UK");
 *   Consent consent = ledger.connect().begin(binding.id(), URI.create("https://host.example.com/callback"));
 *   // redirect the merchant to consent.url(); then, with the URL of the callback:
 *   ConnectOutcome outcome = ledger.connect().complete(binding.id(), callbackUrl);
 * }
 * }</pre>
 *
 * <p>Defaults: the system's clock, an HTTP client and threads of its own, 10,000 bindings'
 * reference data in memory, other nodes' changes learned every 5 seconds, reference data refreshed
 * once they are a day old, grants that would die within 3 days kept alive.
 *
 * @since 0.1
 */
public final class Ledger implements AutoCloseable {
  /**
   * A first connect fetches some five lists of a few pages at once; several may connect together.
   */
  private static final int FETCH_THREADS = 32;

  private final Bindings bindings;
  private final RefreshingTokenSource refreshing;
  private final TokenSource tokens;
  private final OkHttpApiClient api;
  private final CaffeineReferenceCache references;
  private final ConnectFlow connect;
  private final HealthBook health;
  private final ConnectionCheck check;
  private final KeepAlive keepAlive;
  private final ChangeWatch watch;

  /**
   * Apart from the refreshes' threads: a fetch may wait for a refresh, never the other way round.
   */
  private final WorkerThreads fetchThreads = new WorkerThreads("ledger-fetch", FETCH_THREADS);

  private final @Nullable OkHttpClient ownHttp;

  private Ledger(Builder builder) {
    this.ownHttp = builder.http == null ? new OkHttpClient() : null;
    OkHttpClient http = ownHttp == null ? Objects.requireNonNull(builder.http) : ownHttp;
    this.bindings = new Bindings(builder.store, builder.clock, builder.listener);
    this.health = new HealthBook(builder.store, bindings, builder.vault);
    LedgerListener host = LedgerListener.guarded(builder.listener);
    LedgerListener listener =
        event -> {
          health.on(event);
          host.on(event);
        };
    Providers providers = new Providers(bindings, builder.providers);
    this.refreshing =
        RefreshingTokenSource.builder(builder.vault, bindings, providers::oauthClient)
            .httpClient(http)
            .clock(builder.clock)
            .listener(listener)
            .settings(builder.refreshSettings)
            .build();
    this.tokens = builder.tokens == null ? refreshing : builder.tokens;
    this.api =
        OkHttpApiClient.builder(providers::route, tokens)
            .httpClient(http)
            .clock(builder.clock)
            .callDeadline(builder.callDeadline)
            .build();
    this.references =
        CaffeineReferenceCache.builder(
                api, id -> providers.of(bindings.get(id)).referenceLists(), fetchThreads.executor())
            .store(builder.store)
            .clock(builder.clock)
            .listener(builder.listener)
            .maxBindings(builder.maxReferenceBindings)
            .build();
    this.connect =
        new ConnectFlow(
            builder.store,
            bindings,
            providers,
            builder.vault,
            tokens,
            refreshing.endpoint(),
            api,
            references,
            builder.clock);
    this.check =
        new ConnectionCheck(
            bindings, providers, tokens, refreshing.endpoint(), api, http, builder.clock);
    this.keepAlive =
        new KeepAlive(
                builder.vault,
                tokens,
                bindings,
                builder.clock,
                builder.keepAliveMargin,
                builder.keepAlivePerMinute)
            .takingTurns(builder.store);
    this.watch = new ChangeWatch(bindings, references, keepAlive, health, builder.changeInterval);
  }

  /**
   * Begins one.
   *
   * @param store where bindings, consents and the rest live
   * @param vault where tokens live
   */
  public static Builder builder(RecordStore store, TokenVault vault) {
    return new Builder(store, vault);
  }

  /** The bindings. */
  public Bindings bindings() {
    return bindings;
  }

  /** Connect and disconnect. */
  public ConnectFlow connect() {
    return connect;
  }

  /** Tokens that work now. */
  public TokenSource tokens() {
    return tokens;
  }

  /** Calls to the providers; typed clients are made from it. */
  public ApiClient api() {
    return api;
  }

  /** How connections are. */
  public HealthBook health() {
    return health;
  }

  /** Finds out where a connection ends that does not work. */
  public ConnectionCheck check() {
    return check;
  }

  /**
   * What keeps the grants of idle bindings alive; it runs every minute of real time, on one node at
   * a time.
   */
  public KeepAlive keepAlive() {
    return keepAlive;
  }

  /** Reference data. */
  public ReferenceCache references() {
    return references;
  }

  /**
   * Stops everything that was started here: the watch, the fetches, and last the refreshes, which
   * are let finish so that no bought pair is lost. Throws what saving a pair threw.
   */
  @Override
  public void close() {
    connect.close();
    watch.close();
    fetchThreads.close(Duration.ZERO);
    references.close();
    api.close();
    try {
      refreshing.close();
    } finally {
      health.flush();
      if (ownHttp != null) {
        ownHttp.dispatcher().executorService().shutdown();
        ownHttp.connectionPool().evictAll();
      }
    }
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final RecordStore store;
    private final TokenVault vault;
    private final List<LedgerProvider> providers = new ArrayList<>();
    private @Nullable OkHttpClient http;
    private @Nullable TokenSource tokens;
    private LedgerClock clock = LedgerClock.system();
    private LedgerListener listener = LedgerListener.NONE;
    private RefreshSettings refreshSettings = RefreshSettings.DEFAULT;
    private Duration callDeadline = Duration.ofSeconds(60);
    private Duration changeInterval = Duration.ofSeconds(5);
    private int maxReferenceBindings = 10_000;
    private Duration keepAliveMargin = Duration.ofDays(3);
    private int keepAlivePerMinute = 60;

    private Builder(RecordStore store, TokenVault vault) {
      this.store = store;
      this.vault = vault;
    }

    /** Adds a provider. */
    public Builder provider(LedgerProvider provider) {
      providers.add(provider);
      return this;
    }

    /** The host's HTTP client, for its proxy, TLS and pool; never closed here. */
    public Builder httpClient(OkHttpClient client) {
      this.http = client;
      return this;
    }

    /** The clock. */
    public Builder clock(LedgerClock ledgerClock) {
      this.clock = ledgerClock;
      return this;
    }

    /**
     * Where tokens come from instead of the vault, for a grant that others keep: a {@link
     * dev.ledgerkit.core.oauth.FixedTokenSource}, for example. Never closed here. A consent still
     * goes to the vault, and is of no use then.
     */
    public Builder tokens(TokenSource source) {
      this.tokens = source;
      return this;
    }

    /** Who is told what happens. */
    public Builder listener(LedgerListener ledgerListener) {
      this.listener = ledgerListener;
      return this;
    }

    /** The refresh protocol's times. */
    public Builder refreshSettings(RefreshSettings settings) {
      this.refreshSettings = settings;
      return this;
    }

    /** How long one API call may take, with all its waits and retries; 60 seconds unless set. */
    public Builder callDeadline(Duration deadline) {
      this.callDeadline = deadline;
      return this;
    }

    /** How often other nodes' changes are asked for; 5 seconds unless set. */
    public Builder changeInterval(Duration interval) {
      this.changeInterval = interval;
      return this;
    }

    /**
     * When the refresh tokens of idle bindings are renewed: so long before they die, 3 days unless
     * set, and so many a minute on all nodes together, 60 unless set.
     */
    public Builder keepAlive(Duration margin, int refreshesPerMinute) {
      this.keepAliveMargin = margin;
      this.keepAlivePerMinute = refreshesPerMinute;
      return this;
    }

    /** How many bindings' reference data stay in memory; 10,000 unless set. */
    public Builder maxReferenceBindings(int bindings) {
      this.maxReferenceBindings = bindings;
      return this;
    }

    /**
     * Wires the parts and starts the watch.
     *
     * @throws ConfigurationException if no provider was given or a value is refused
     * @throws LedgerException never for anything on the network: nothing is called here
     */
    public Ledger build() {
      if (providers.isEmpty()) {
        throw new ConfigurationException("No provider was given; add one with provider(...).");
      }
      if (changeInterval.isNegative() || changeInterval.isZero()) {
        throw new ConfigurationException(
            "A change interval of %s is refused.".formatted(changeInterval));
      }
      return new Ledger(this);
    }
  }
}
