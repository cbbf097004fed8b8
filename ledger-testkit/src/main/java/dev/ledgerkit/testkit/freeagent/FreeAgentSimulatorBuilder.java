package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.tls.HandshakeCertificates;

/**
 * The settings of a {@link FreeAgentSimulator} that is not running yet.
 *
 * <p>{@link #start()} opens the socket and can be called once.
 *
 * <p>Not safe for use by many threads.
 *
 * <pre>{@code
 * FreeAgentSimulator freeAgent = FreeAgentSimulator.builder()
 *     .clock(clock)
 *     .company("acme", "Acme Ltd", acme -> acme.invoices(50_000))
 *     .start();
 * }</pre>
 *
 * <p>Defaults: see each method.
 *
 * @since 0.1
 */
public final class FreeAgentSimulatorBuilder {
  private final FreeAgentSettings settings = new FreeAgentSettings();
  private boolean started;

  FreeAgentSimulatorBuilder() {}

  /** The clock for expiries, limits, statuses and the API version; default: the system's. */
  public FreeAgentSimulatorBuilder clock(LedgerClock clock) {
    settings.clock = clock;
    return this;
  }

  /** The loopback port; default: any free one. */
  public FreeAgentSimulatorBuilder port(int port) {
    settings.port = port;
    return this;
  }

  /** Real time every API call takes; default: none. */
  public FreeAgentSimulatorBuilder latency(Duration latency) {
    settings.latency = latency;
    return this;
  }

  /** Real time the token endpoint takes; default: none. */
  public FreeAgentSimulatorBuilder tokenLatency(Duration latency) {
    settings.tokenLatency = latency;
    return this;
  }

  /** Default: one hour. */
  public FreeAgentSimulatorBuilder accessTokenLifetime(Duration lifetime) {
    settings.accessTokenLifetime = lifetime;
    return this;
  }

  /** Default: about 20 years, as the provider's sample says. */
  public FreeAgentSimulatorBuilder refreshTokenLifetime(Duration lifetime) {
    settings.refreshTokenLifetime = lifetime;
    return this;
  }

  /** Whether the answer says how long a refresh token lives; default: yes. */
  public FreeAgentSimulatorBuilder tellRefreshTokenLifetime(boolean tell) {
    settings.tellRefreshTokenLifetime = tell;
    return this;
  }

  /** How long a spent refresh token still gives new pairs; default: not at all. */
  public FreeAgentSimulatorBuilder graceTime(Duration graceTime) {
    settings.graceTime = graceTime;
    return this;
  }

  /** Whether a spent refresh token that comes again ends the whole grant; default: no. */
  public FreeAgentSimulatorBuilder revokeGrantOnReuse(boolean revoke) {
    settings.revokeGrantOnReuse = revoke;
    return this;
  }

  /** Default: {@code sim-client}. */
  public FreeAgentSimulatorBuilder clientId(String clientId) {
    settings.clientId = clientId;
    return this;
  }

  /** Default: {@code sim-secret-} and something random. */
  public FreeAgentSimulatorBuilder clientSecret(Secret clientSecret) {
    settings.clientSecret = clientSecret;
    return this;
  }

  /** Registers a callback, compared character by character; default: any loopback address. */
  public FreeAgentSimulatorBuilder redirectUri(String redirectUri) {
    settings.callbacks.add(redirectUri);
    return this;
  }

  /** Whether this is the sandbox, which knows {@code X-RateLimit-Test}; default: no. */
  public FreeAgentSimulatorBuilder sandbox(boolean sandbox) {
    settings.sandbox = sandbox;
    return this;
  }

  /** Calls of one user in one company; 0 is no limit. Default: 120 and 3,600. */
  public FreeAgentSimulatorBuilder rateLimit(int perMinute, int perHour) {
    settings.perMinute = perMinute;
    settings.perHour = perHour;
    return this;
  }

  /** Refreshes of one user in a minute; 0 is no limit. Default: 15. */
  public FreeAgentSimulatorBuilder refreshLimit(int perMinute) {
    settings.refreshesPerMinute = perMinute;
    return this;
  }

  /** Calls of all users together in a minute; default: no limit (the provider: 1,000). */
  public FreeAgentSimulatorBuilder addressLimit(int perMinute) {
    settings.perAddress = perMinute;
    return this;
  }

  /** Whether {@code Link} quotes with {@code "} as documented; default: {@code '} as met live. */
  public FreeAgentSimulatorBuilder doubleQuotedLinks(boolean doubleQuoted) {
    settings.linkQuote = doubleQuoted ? '"' : '\'';
    return this;
  }

  /** How long an uploaded statement waits on the clock; default: not at all. */
  public FreeAgentSimulatorBuilder importDelay(Duration delay) {
    settings.importDelay = delay;
    return this;
  }

  /** Whether overlapping creates share a number; default: no, the later one is refused. */
  public FreeAgentSimulatorBuilder shareNumbers(boolean share) {
    settings.shareNumbers = share;
    return this;
  }

  /** Adds a practice whose clients are all companies; default: none. */
  public FreeAgentSimulatorBuilder practice(String subdomain, String name) {
    settings.practice = subdomain;
    settings.practiceName = name;
    return this;
  }

  /** Adds a company with the defaults of {@link CompanySettings}. */
  public FreeAgentSimulatorBuilder company(String subdomain, String name) {
    return company(subdomain, name, company -> {});
  }

  /**
   * Adds a company. Default: one, {@code simulated}.
   *
   * @throws IllegalArgumentException if the subdomain is taken
   */
  public FreeAgentSimulatorBuilder company(
      String subdomain, String name, Consumer<CompanySettings> with) {
    CompanySettings company = new CompanySettings(subdomain, name);
    with.accept(company);
    if (settings.companies.putIfAbsent(subdomain, company) != null) {
      throw new IllegalArgumentException("Company " + subdomain + " is there already.");
    }
    return this;
  }

  /** Serves HTTPS with these certificates, which must name 127.0.0.1; default: plain HTTP. */
  public FreeAgentSimulatorBuilder tls(HandshakeCertificates certificates) {
    settings.tls = certificates;
    return this;
  }

  /**
   * Whether only clients are served that show a certificate which those of {@link #tls} trust;
   * default: no. The simulator's own merchant shows the server's.
   */
  public FreeAgentSimulatorBuilder requireClientCertificate(boolean require) {
    settings.clientCertificate = require;
    return this;
  }

  /**
   * Opens the socket.
   *
   * @throws IllegalStateException on a second call
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public FreeAgentSimulator start() {
    if (started) {
      throw new IllegalStateException("This builder has started its simulator already.");
    }
    started = true;
    if (settings.companies.isEmpty()) {
      company("simulated", "Simulated Ltd");
    }
    return new FreeAgentSimulator(settings);
  }
}
