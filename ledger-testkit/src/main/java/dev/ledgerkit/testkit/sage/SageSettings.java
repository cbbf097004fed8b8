package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.testkit.oauth.Callbacks;
import dev.ledgerkit.testkit.oauth.TokenRules;
import dev.ledgerkit.testkit.oauth.Tokens;
import dev.ledgerkit.testkit.sage.books.SeedCounts;
import dev.ledgerkit.testkit.sage.table.BookSettings;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** What the builder collects; nobody writes to it once the simulator runs. */
final class SageSettings {
  private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

  LedgerClock clock = LedgerClock.system();
  int port;
  Duration latency = Duration.ZERO;
  Duration tokenLatency = Duration.ZERO;
  Duration accessTokenLifetime = Duration.ofMinutes(5);
  Duration refreshTokenLifetime = Duration.ofDays(31);
  Duration graceTime = Duration.ZERO;
  boolean revokeGrantOnReuse;
  String clientId = "sim-client";
  Secret clientSecret = Secret.of("sim-secret-" + Tokens.random(24));
  final Callbacks callbacks = new Callbacks();
  boolean basicAuthentication;
  boolean longTokens;
  boolean pickBusinessOnConsent;
  final List<SimBusiness> businesses = new ArrayList<>();
  int ledgerAccounts = SeedCounts.USUAL.ledgerAccounts();
  int bankAccounts = SeedCounts.USUAL.bankAccounts();
  int taxRates = SeedCounts.USUAL.taxRates();
  int contacts;
  int salesInvoices;
  int linesEach = 1;
  int everything;
  long seed = SeedCounts.USUAL.seed();
  int permits;
  Duration window = Duration.ZERO;
  int concurrencyLimit;
  boolean leadForUnknown;
  boolean numberingFault = true;
  boolean hideNext;
  boolean computeOmittedTax;
  @Nullable HandshakeCertificates tls;
  boolean clientCertificate;

  BookSettings books() {
    return new BookSettings(clock, hideNext, computeOmittedTax);
  }

  SeedCounts seeds() {
    return new SeedCounts(
        ledgerAccounts,
        bankAccounts,
        taxRates,
        contacts,
        salesInvoices,
        linesEach,
        everything,
        seed);
  }

  TokenRules tokenRules() {
    return new TokenRules(
        clock,
        CODE_LIFETIME,
        accessTokenLifetime,
        refreshTokenLifetime,
        graceTime,
        revokeGrantOnReuse);
  }
}
