package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.TokenSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Calls a provider's API through a pipeline of OkHttp interceptors.
 *
 * <p>A call ends within its deadline, waits for permits and repetitions included, with an answer or
 * one typed exception; only a wait for a token may overrun it, by the token source's own limit. A
 * write that may have been carried out is never sent again unless repeating it is harmless.
 *
 * <p>Safe for use by many threads; one instance serves all bindings.
 *
 * <pre>{@code
 * try (OkHttpApiClient api = OkHttpApiClient.builder(routes, tokens).build()) {
 *   ApiResponse answer = api.call(binding, ApiRequest.get("/contacts").query("page", 1).build());
 * }
 * }</pre>
 *
 * <p>Defaults: a deadline of 60 s for a call and 30 s for an attempt, 5 attempts, 32 MiB for an
 * answer, the limits the provider documents, the system clock, an {@code OkHttpClient} of its own.
 *
 * <p>Note: a blocked read does not hear an interrupt on a platform thread; it ends with the
 * attempt.
 *
 * @since 0.1
 */
public final class OkHttpApiClient implements ApiClient, AutoCloseable {
  private static final String USER_AGENT = "ledgerkit";

  private final Function<BindingId, ApiRoute> routes;
  private final LedgerClock clock;
  private final Duration callDeadline;
  private final boolean ownsClient;
  private final OkHttpClient client;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OkHttpApiClient(Builder builder) {
    this.routes = builder.routes;
    this.clock = builder.clock;
    this.callDeadline = builder.callDeadline;
    this.ownsClient = builder.httpClient == null;
    this.client =
        pipeline(builder.httpClient == null ? new OkHttpClient() : builder.httpClient, builder);
  }

  /**
   * Collects what is optional.
   *
   * @param routes says where a binding's calls go, as of now; asked when a call begins and before
   *     and after its token is had, and may throw
   * @param tokens gives the tokens the calls carry
   */
  public static Builder builder(Function<BindingId, ApiRoute> routes, TokenSource tokens) {
    return new Builder(routes, tokens);
  }

  /**
   * The pipeline, outermost first.
   *
   * <pre>
   * errors(                 an answer, or one typed exception
   *   idempotency(          the key and the bytes, fixed once per call
   *     retry(              the only loop that repeats
   *       rateLimit(        a permit for every attempt; may take long
   *         auth(           a token fetched after the permit; one repetition after a 401
   *           tenant(       which business
   *             inFlight(   one of the places at the same time
   *               wire    a fresh body out, the whole answer back
   * )))))))
   * </pre>
   *
   * <p>Everything by which OkHttp would repeat a request itself is off. Trying the other addresses
   * of a host while connecting is not among that: it happens before a byte is sent, and stays. A
   * cache or a cookie jar would carry one binding's data to another.
   */
  private static OkHttpClient pipeline(OkHttpClient base, Builder builder) {
    LedgerClock clock = builder.clock;
    RateLimiter limiter = new RateLimiter(clock, builder.rateLimits);
    RetryPolicy policy = new RetryPolicy(clock, builder.jitter, builder.maxAttempts);
    List<Interceptor> nesting =
        List.of(
            new ErrorsInterceptor(clock),
            new IdempotencyInterceptor(),
            new RetryInterceptor(policy, clock),
            new RateLimitInterceptor(limiter, clock),
            new AuthInterceptor(builder.tokens, limiter),
            new TenantInterceptor(),
            new InFlightInterceptor(limiter),
            new WireInterceptor(builder.attemptTimeout, builder.maxResponseBytes));
    OkHttpClient.Builder http =
        base.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .callTimeout(Duration.ZERO); // set per call, to what is left of its deadline
    nesting.forEach(http::addInterceptor);
    http.networkInterceptors().add(0, new WireTap());
    return http.build();
  }

  @Override
  public ApiResponse call(BindingId binding, ApiRequest request) {
    long start = clock.nanoTime();
    if (closed.get()) {
      throw new ConfigurationException(
          "The Ledger or API client that makes this call was closed; keep it open while calls are made.");
    }
    CallContext context =
        new CallContext(() -> routes.apply(binding), request, clock, callDeadline, start);
    Request first = first(context);
    Call call = client.newCall(first);
    call.timeout().timeout(Math.max(1, context.remainingNanos()), TimeUnit.NANOSECONDS);
    try {
      call.execute().close(); // the pipeline has read it
      return Objects.requireNonNull(context.answer(), "the pipeline answers or throws");
    } catch (IOException e) {
      // The deadline struck on the way out of the pipeline: an answer that is there is the answer.
      ApiResponse answer = context.answer();
      if (answer != null) {
        return answer;
      }
      throw context.withHistory(Outcomes.of(context, e, first.url().host()));
    }
  }

  /**
   * Stops what this client started; calls under way end on their own. A client handed in stays as
   * it is.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && ownsClient) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static Request first(CallContext context) {
    ApiRequest request = context.request();
    ApiDialect dialect = context.route().dialect();
    Request.Builder first = new Request.Builder().url(url(context)).tag(CallContext.class, context);
    HeaderValues.put(first, "User-Agent", USER_AGENT);
    for (Map.Entry<String, String> header : dialect.commonHeaders().entrySet()) {
      HeaderValues.put(first, header.getKey(), header.getValue());
    }
    HeaderValues.put(first, "Accept", request.accept());
    boolean needsBody = request.method().equals("POST") || request.method().equals("PUT");
    return first
        .method(
            request.method(), needsBody ? new OneShotBody(new byte[0]) : null) // filled per attempt
        .build();
  }

  private static HttpUrl url(CallContext context) {
    URI base = context.route().dialect().apiBase(context.route().binding());
    HttpUrl api = HttpUrl.get(OauthClient.requireSecure("API base", base));
    if (api == null) {
      throw new ConfigurationException(
          "The API base '%s' is not an http or https URL.".formatted(base));
    }
    HttpUrl.Builder url = api.newBuilder().addPathSegments(context.request().path().substring(1));
    context.request().query().forEach(q -> url.addQueryParameter(q.getKey(), q.getValue()));
    return url.build();
  }

  /** What can be chosen. Not safe for use by many threads. */
  public static final class Builder {
    private final Function<BindingId, ApiRoute> routes;
    private final TokenSource tokens;
    private @Nullable OkHttpClient httpClient;
    private LedgerClock clock = LedgerClock.system();
    private Duration callDeadline = Duration.ofSeconds(60);
    private Duration attemptTimeout = Duration.ofSeconds(30);
    private int maxAttempts = 5;
    private long maxResponseBytes = 32L * 1024 * 1024;
    private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
    private @Nullable List<RateLimit> rateLimits;

    private Builder(Function<BindingId, ApiRoute> routes, TokenSource tokens) {
      this.routes = Objects.requireNonNull(routes, "routes");
      this.tokens = Objects.requireNonNull(tokens, "tokens");
    }

    /**
     * The host's own client, for its proxy, TLS, DNS and connection pool. A client derived from it
     * is used, and nothing of it is ever closed. Its interceptors run outside the pipeline and see
     * no bodies; its timeouts, cache, cookies and authenticator are not used.
     */
    public Builder httpClient(OkHttpClient hostClient) {
      this.httpClient = hostClient;
      return this;
    }

    /** Where time comes from; the system's clock unless set. */
    public Builder clock(LedgerClock newClock) {
      this.clock = newClock;
      return this;
    }

    /** The time one call may take, whatever happens in it; 60 s unless set. */
    public Builder callDeadline(Duration deadline) {
      this.callDeadline = deadline;
      return this;
    }

    /**
     * The time to connect, and the time to wait for an answer or the rest of one; 30 s unless set.
     */
    public Builder attemptTimeout(Duration timeout) {
      this.attemptTimeout = timeout;
      return this;
    }

    /** How often a call is tried at the most, the first time included; 5 unless set. */
    public Builder maxAttempts(int attempts) {
      this.maxAttempts = attempts;
      return this;
    }

    /** How large an answer may be, after decompression; 32 MiB unless set. */
    public Builder maxResponseBytes(long bytes) {
      this.maxResponseBytes = bytes;
      return this;
    }

    /** Numbers in [0, 1) that spread the waits between attempts; random unless set. */
    public Builder jitter(DoubleSupplier fractions) {
      this.jitter = fractions;
      return this;
    }

    /** Replaces the limits the provider documents; an empty list limits nothing. */
    public Builder rateLimits(List<RateLimit> limits) {
      this.rateLimits = List.copyOf(limits);
      return this;
    }

    /**
     * The client.
     *
     * @throws ConfigurationException naming the value that is refused
     */
    public OkHttpApiClient build() {
      require("callDeadline", callDeadline);
      require("attemptTimeout", attemptTimeout);
      if (maxAttempts < 1) {
        throw new ConfigurationException(
            "maxAttempts %d is refused: 1 is the least.".formatted(maxAttempts));
      }
      if (maxResponseBytes < 1 || maxResponseBytes > Integer.MAX_VALUE - 16) {
        throw new ConfigurationException(
            "maxResponseBytes %d is refused: it must be between 1 and 2 GiB."
                .formatted(maxResponseBytes));
      }
      return new OkHttpApiClient(this);
    }

    private static void require(String name, Duration value) {
      if (value.toMillis() < 1 || value.compareTo(Duration.ofDays(1)) > 0) {
        throw new ConfigurationException(
            "%s %s is refused: it must be between 1 ms and a day.".formatted(name, value));
      }
    }
  }
}
