package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.testkit.sage.books.Past;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import okhttp3.tls.HandshakeCertificates;

/**
 * The settings of a {@link SageSimulator} that is not running yet.
 *
 * <p>{@link #start()} opens the socket and can be called once.
 *
 * <p>Not safe for use by many threads.
 *
 * <pre>{@code
 * SageSimulator sage = SageSimulator.builder()
 *     .clock(clock)
 *     .business("b1", "Acme Ltd", "GB")
 *     .ledgerAccounts(300)
 *     .rateLimit(100, Duration.ofMinutes(1))
 *     .start();
 * }</pre>
 *
 * <p>Defaults: see each method.
 *
 * @since 0.1
 */
public final class SageSimulatorBuilder {
  private final SageSettings settings = new SageSettings();
  private boolean started;

  SageSimulatorBuilder() {}

  /** The clock for expiries, windows and {@code Date} headers; default: the system's. */
  public SageSimulatorBuilder clock(LedgerClock clock) {
    settings.clock = clock;
    return this;
  }

  /** The loopback port; default: any free one. */
  public SageSimulatorBuilder port(int port) {
    settings.port = port;
    return this;
  }

  /** Real time every API call takes, calls beside each other; default: none. */
  public SageSimulatorBuilder latency(Duration latency) {
    settings.latency = latency;
    return this;
  }

  /** Real time the token and revoke endpoints take; default: none. */
  public SageSimulatorBuilder tokenLatency(Duration latency) {
    settings.tokenLatency = latency;
    return this;
  }

  /** Default: 5 minutes. */
  public SageSimulatorBuilder accessTokenLifetime(Duration lifetime) {
    settings.accessTokenLifetime = lifetime;
    return this;
  }

  /** Default: 31 days. */
  public SageSimulatorBuilder refreshTokenLifetime(Duration lifetime) {
    settings.refreshTokenLifetime = lifetime;
    return this;
  }

  /** How long a spent refresh token still gives new pairs; default: not at all. */
  public SageSimulatorBuilder graceTime(Duration graceTime) {
    settings.graceTime = graceTime;
    return this;
  }

  /** Whether a spent refresh token that comes again ends the whole grant; default: no. */
  public SageSimulatorBuilder revokeGrantOnReuse(boolean revoke) {
    settings.revokeGrantOnReuse = revoke;
    return this;
  }

  /** Default: {@code sim-client}. */
  public SageSimulatorBuilder clientId(String clientId) {
    settings.clientId = clientId;
    return this;
  }

  /** Default: {@code sim-secret-} and something random. */
  public SageSimulatorBuilder clientSecret(Secret clientSecret) {
    settings.clientSecret = clientSecret;
    return this;
  }

  /** Registers a callback, compared character by character; default: any loopback address. */
  public SageSimulatorBuilder redirectUri(String redirectUri) {
    settings.callbacks.add(redirectUri);
    return this;
  }

  /** Whether client credentials in a Basic header are taken too; default: only in the form body. */
  public SageSimulatorBuilder acceptBasicAuthentication(boolean accept) {
    settings.basicAuthentication = accept;
    return this;
  }

  /** Whether tokens are about 1300 characters long as the provider's are; default: about 64. */
  public SageSimulatorBuilder realisticTokenLength(boolean realistic) {
    settings.longTokens = realistic;
    return this;
  }

  /** Whether consent covers one business the user picks; default: all of them. */
  public SageSimulatorBuilder pickBusinessOnConsent(boolean pick) {
    settings.pickBusinessOnConsent = pick;
    return this;
  }

  /**
   * Adds a business; the first is the lead. Default: one, "Simulated Ltd" in GB.
   *
   * @param country upper case, for example {@code GB}
   */
  public SageSimulatorBuilder business(String id, String name, String country) {
    if (settings.businesses.stream().anyMatch(b -> b.id().equals(id))) {
      throw new IllegalArgumentException("Business " + id + " is there already.");
    }
    settings.businesses.add(new SimBusiness(id, name, country));
    return this;
  }

  /** Ledger accounts in each business; default: 30. */
  public SageSimulatorBuilder ledgerAccounts(int count) {
    settings.ledgerAccounts = count;
    return this;
  }

  /** Bank accounts in each business; default: 2. */
  public SageSimulatorBuilder bankAccounts(int count) {
    settings.bankAccounts = count;
    return this;
  }

  /** Tax rates in each business, at least the usual five; default: 5. */
  public SageSimulatorBuilder taxRates(int count) {
    settings.taxRates = count;
    return this;
  }

  /**
   * Customers in each business beside the provider's own two, written only when they are read;
   * default: none.
   */
  public SageSimulatorBuilder contacts(int count) {
    settings.contacts = count;
    return this;
  }

  /** Unpaid invoices of one line in each business; default: none. */
  public SageSimulatorBuilder salesInvoices(int count) {
    return salesInvoices(count, 1);
  }

  /**
   * Unpaid invoices in each business, for a customer of their own. They are written only when they
   * are read, so a hundred thousand take no memory; their transactions exist, their ledger entries
   * do not.
   */
  public SageSimulatorBuilder salesInvoices(int count, int linesEach) {
    settings.salesInvoices = count;
    settings.linesEach = linesEach;
    return this;
  }

  /**
   * So many records in each business, over all streams together and in every one of them, as the
   * rules of the resources make them: payments pay invoices, and what is posted adds up. They have
   * come one after the other in the two years before now; see {@link SageBooks#streams()}.
   *
   * @param records at least 500
   */
  public SageSimulatorBuilder everything(int records) {
    if (records < Past.LEAST) {
      throw new IllegalArgumentException(
          "everything(" + records + "): at least " + Past.LEAST + " records.");
    }
    settings.everything = records;
    return this;
  }

  /** Decides prices and dates of the seeded invoices; default: 1. */
  public SageSimulatorBuilder seed(long seed) {
    settings.seed = seed;
    return this;
  }

  /**
   * API calls allowed in each window of the clock, then 429 with {@code Retry-After}; default: no
   * limit.
   */
  public SageSimulatorBuilder rateLimit(int permits, Duration window) {
    settings.permits = permits;
    settings.window = window;
    return this;
  }

  /**
   * Requests at one time, then 429 without {@code Retry-After}; default: no limit (the provider:
   * 150).
   */
  public SageSimulatorBuilder concurrencyLimit(int requests) {
    settings.concurrencyLimit = requests;
    return this;
  }

  /**
   * Whether an {@code X-Business} the grant does not reach silently means the lead business, as a
   * missing one does; default: no, it is 403.
   */
  public SageSimulatorBuilder leadForUnknownBusiness(boolean lead) {
    settings.leadForUnknown = lead;
    return this;
  }

  /**
   * Whether a create of a numbered resource fails while another of the same resource and business
   * is under way, because both drew the same number; default: yes.
   */
  public SageSimulatorBuilder numberingFault(boolean fault) {
    settings.numberingFault = fault;
    return this;
  }

  /**
   * Whether {@code $next} is null though more pages exist, as the provider at times leaves it;
   * default: no.
   */
  public SageSimulatorBuilder hideNext(boolean hide) {
    settings.hideNext = hide;
    return this;
  }

  /**
   * Whether a line's omitted tax is computed from its rate; default: no, it is zero as the
   * provider's guide says.
   */
  public SageSimulatorBuilder computeOmittedTax(boolean compute) {
    settings.computeOmittedTax = compute;
    return this;
  }

  /** Serves HTTPS with these certificates, which must name 127.0.0.1; default: plain HTTP. */
  public SageSimulatorBuilder tls(HandshakeCertificates certificates) {
    settings.tls = certificates;
    return this;
  }

  /**
   * Whether only clients are served that show a certificate which those of {@link #tls} trust;
   * default: no. The simulator's own merchant shows the server's.
   */
  public SageSimulatorBuilder requireClientCertificate(boolean require) {
    settings.clientCertificate = require;
    return this;
  }

  /**
   * Opens the socket.
   *
   * @throws IllegalStateException on a second call
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public SageSimulator start() {
    if (started) {
      throw new IllegalStateException("This builder has started its simulator already.");
    }
    started = true;
    if (settings.businesses.isEmpty()) {
      String id =
          UUID.nameUUIDFromBytes("Simulated Ltd".getBytes(StandardCharsets.UTF_8)).toString();
      settings.businesses.add(new SimBusiness(id.replace("-", ""), "Simulated Ltd", "GB"));
    }
    return new SageSimulator(settings);
  }
}
