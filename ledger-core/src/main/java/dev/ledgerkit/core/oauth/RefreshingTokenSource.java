package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.WorkerThreads;
import dev.ledgerkit.core.oauth.BindingTokens.Boarding;
import dev.ledgerkit.core.oauth.BindingTokens.Setback;
import dev.ledgerkit.core.store.Bindings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The {@link TokenSource} that renews tokens by the refresh protocol, on any {@link TokenVault}.
 *
 * <p>However many threads, token sources and processes share the vault, an expiry costs exactly one
 * refresh, and a new pair is durable before it is handed out. A token that still works is handed
 * out at once, also while it is renewed or while renewing fails. {@code docs/refresh-protocol.md}
 * says what is guaranteed when.
 *
 * <p>Safe for use by many threads. A fresh token costs one map look-up, one volatile read and the
 * clock: no lock, no allocation, no I/O. Who waits, waits at most {@link
 * RefreshSettings#waitAtMost()}.
 *
 * <p>Note: close it before the vault's database; {@link #close()} lets refreshes under way save
 * what they bought.
 *
 * @since 0.1
 */
public final class RefreshingTokenSource implements TokenSource, AutoCloseable {
  /** Each is busy only while a call or a vault operation is; waiting holds no thread. */
  private static final int REFRESH_THREADS = 64;

  /** A provider that refuses one new token after another means something else than the token. */
  private static final Duration REJECTION_MEMORY = Duration.ofSeconds(30);

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Flights that are not over, be it that they wait for something and hold no thread. */
  private final Set<RefreshFlight> inTheAir = ConcurrentHashMap.newKeySet();

  private final Map<BindingId, BindingTokens> known = new ConcurrentHashMap<>();
  private final Function<BindingId, OauthClient> clients;
  private final LedgerClock clock;
  private final RefreshWork work;
  private final @Nullable WorkerThreads ownThreads;

  private RefreshingTokenSource(Builder builder) {
    this.clients = builder.clients;
    this.clock = builder.clock;
    this.ownThreads =
        builder.executor == null ? new WorkerThreads("ledger-refresh", REFRESH_THREADS) : null;
    Executor executor = ownThreads == null ? builder.executor : ownThreads.executor();
    this.work =
        RefreshWork.of(
            builder.vault,
            new TokenEndpoint(
                builder.http == null ? new OkHttpClient() : builder.http,
                builder.clock,
                builder.settings.callDeadline()),
            builder.settings,
            builder.clock,
            Objects.requireNonNull(executor),
            builder.random,
            new GrantReports(builder.vault, builder.bindings, builder.clock, builder.listener));
    builder.bindings.watch(this::forget);
  }

  /**
   * Begins one.
   *
   * @param vault where the tokens are
   * @param bindings whose status follows the grant
   * @param clients the client registration of a binding
   */
  public static Builder builder(
      TokenVault vault, Bindings bindings, Function<BindingId, OauthClient> clients) {
    return new Builder(vault, bindings, clients);
  }

  @Override
  public OauthToken loadFresh(BindingId id) {
    long now = clock.millis(); // first: a clock read after the token waits for the token's memory
    BindingTokens tokens = known.get(id);
    if (tokens != null) {
      HeldToken held = tokens.held();
      if (held != null && now < held.aheadAt()) {
        return held.token();
      }
    }
    return load(id, null);
  }

  @Override
  public OauthToken loadFresh(BindingId id, OauthToken rejected) {
    return load(id, rejected);
  }

  @Override
  public void forget(BindingId id) {
    // a flight under way goes on with what it knew and publishes into the entry nobody finds any
    // more
    known.remove(id);
  }

  /** The endpoint client that the refreshes use, for exchange and revocation. */
  public TokenEndpoint endpoint() {
    return work.endpoint();
  }

  /** How many pairs are in this process's memory only, because the vault did not take them yet. */
  public int unsavedPairs() {
    return work.unsaved().count();
  }

  /**
   * Takes no more callers, lets refreshes under way finish for as long as a caller would wait, ends
   * those that still wait for something, and stops the threads this source started. A pair the
   * vault still does not take is lost with the process; {@link #unsavedPairs()} says if there is
   * one.
   *
   * @throws VaultException if a pair could not be saved
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (ownThreads != null) {
      ownThreads.close(work.settings().waitAtMost());
      inTheAir.forEach(flight -> flight.abort(closed()));
    }
    if (unsavedPairs() > 0) {
      work.unsaved().flushAll();
    }
  }

  private static ProviderUnavailableException closed() {
    return new ProviderUnavailableException(
        "No token: the Ledger or token source it comes from was closed; keep it open while calls are made.",
        null);
  }

  private OauthToken load(BindingId id, @Nullable OauthToken rejected) {
    BindingTokens tokens = tokensOf(id);
    ReconnectCause dead = tokens.dead();
    if (dead != null) {
      throw new ReconnectRequiredException(id, dead);
    }
    if (rejected != null
        && tokens.renewedInVain(rejected, clock.nanoTime(), REJECTION_MEMORY.toNanos())) {
      return rejected;
    }
    HeldToken held = usable(tokens, rejected);
    long now = clock.millis();
    if (held != null && now < held.aheadAt()) {
      return held.token();
    }
    boolean works = held != null && now < held.deadAt();
    Setback setback = tokens.setback();
    if (setback != null && clock.nanoTime() < setback.until()) {
      if (held != null && now < held.expiresAt()) {
        return held.token();
      }
      throw forThisCaller(id, setback.why());
    }
    RefreshFlight flight = board(id, tokens, rejected, !works);
    if (works && held != null) {
      return held.token();
    }
    OauthToken token = await(id, tokens, flight, rejected);
    if (rejected == null || !token.accessToken().equals(rejected.accessToken())) {
      return token;
    }
    // the flight had begun for somebody who did not know yet that this token is refused
    return await(id, tokens, board(id, tokens, rejected, true), rejected);
  }

  /** Entries are made for bindings there are, so that a wrong id leaves nothing behind. */
  private BindingTokens tokensOf(BindingId id) {
    BindingTokens tokens = known.get(id);
    if (tokens == null) {
      Objects.requireNonNull(clients.apply(id));
      tokens = known.computeIfAbsent(id, key -> new BindingTokens());
    }
    return tokens;
  }

  private RefreshFlight board(
      BindingId id, BindingTokens tokens, @Nullable OauthToken rejected, boolean urgent) {
    Boarding boarding =
        tokens.board(() -> new RefreshFlight(work, id, clients.apply(id), tokens, rejected));
    RefreshFlight flight = boarding.flight();
    if (urgent) {
      flight.hurry();
    }
    if (boarding.launch()) {
      launch(id, flight);
    }
    return flight;
  }

  /**
   * A flight that cannot take off must not keep its place: the next caller would wait for nothing.
   */
  private void launch(BindingId id, RefreshFlight flight) {
    inTheAir.add(flight);
    var unused = flight.result().whenComplete((token, failure) -> inTheAir.remove(flight));
    if (closed.get()) {
      flight.abort(closed());
      return;
    }
    try {
      work.executor().execute(flight);
    } catch (RejectedExecutionException e) {
      flight.abort(
          new ProviderUnavailableException(
              "Binding %s got no token: the executor of its refresh takes no more.".formatted(id),
              e));
    }
  }

  private static @Nullable HeldToken usable(BindingTokens tokens, @Nullable OauthToken rejected) {
    HeldToken held = tokens.held();
    return held == null || (rejected != null && held.sameAccess(rejected)) ? null : held;
  }

  private OauthToken await(
      BindingId id, BindingTokens tokens, RefreshFlight flight, @Nullable OauthToken rejected) {
    CompletableFuture<OauthToken> awaited = rejected == null ? flight.offer() : flight.result();
    try {
      return awaited.get(work.settings().waitAtMost().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      HeldToken held = usable(tokens, rejected);
      if (held != null && clock.millis() < held.expiresAt()) {
        return held.token();
      }
      throw forThisCaller(id, Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException | CancellationException e) {
      throw new ProviderUnavailableException(
          "Binding %s got no token within %s; its refresh goes on."
              .formatted(id, work.settings().waitAtMost()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException(
          "Interrupted while binding %s waited for its token.".formatted(id), e);
    }
  }

  /** A new exception for every caller: each gets its own stack, with the shared one as cause. */
  private static LedgerException forThisCaller(BindingId id, Throwable why) {
    String message = String.valueOf(why.getMessage());
    if (why instanceof ReconnectRequiredException dead) {
      return new ReconnectRequiredException(id, dead.reason());
    }
    if (why instanceof ConfigurationException) {
      return new ConfigurationException(message, why);
    }
    if (why instanceof VaultException) {
      return new VaultException(message, why);
    }
    return new ProviderUnavailableException(message, why);
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final TokenVault vault;
    private final Bindings bindings;
    private final Function<BindingId, OauthClient> clients;
    private @Nullable OkHttpClient http;
    private @Nullable Executor executor;
    private LedgerClock clock = LedgerClock.system();
    private LedgerListener listener = LedgerListener.NONE;
    private RefreshSettings settings = RefreshSettings.DEFAULT;

    /** That of the thread: safe for many, and without the 27 ms that looking a default up costs. */
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    private Builder(TokenVault vault, Bindings bindings, Function<BindingId, OauthClient> clients) {
      this.vault = vault;
      this.bindings = bindings;
      this.clients = clients;
    }

    /** Whose proxy, TLS and DNS to use; a plain client unless set. */
    public Builder httpClient(OkHttpClient client) {
      this.http = client;
      return this;
    }

    /** Where refreshes run; own daemon threads unless set. The host closes what it hands in. */
    public Builder executor(Executor hostExecutor) {
      this.executor = hostExecutor;
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(LedgerClock ledgerClock) {
      this.clock = ledgerClock;
      return this;
    }

    /** Who is told; nobody unless set. */
    public Builder listener(LedgerListener ledgerListener) {
      this.listener = ledgerListener;
      return this;
    }

    /** The protocol's times; {@link RefreshSettings#DEFAULT} unless set. */
    public Builder settings(RefreshSettings refreshSettings) {
      this.settings = refreshSettings;
      return this;
    }

    /** Where jitter comes from. */
    Builder random(RandomGenerator generator) {
      this.random = generator;
      return this;
    }

    /** The token source; close it when done. */
    public RefreshingTokenSource build() {
      return new RefreshingTokenSource(this);
    }
  }
}
