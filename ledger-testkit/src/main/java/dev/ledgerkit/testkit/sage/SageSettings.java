package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** What the builder collects; nobody writes to it once the simulator runs. */
final class SageSettings {
  static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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
  final List<String> redirectUris = new ArrayList<>();
  boolean basicAuthentication;
  boolean longTokens;
  boolean pickBusinessOnConsent;
  final List<SimBusiness> businesses = new ArrayList<>();
  int ledgerAccounts = SeedData.LEDGER_ACCOUNTS;
  int bankAccounts = 2;
  int taxRates = SeedData.TAX_RATES;
  int contacts;
  int salesInvoices;
  int permits;
  Duration window = Duration.ZERO;
  int concurrencyLimit;
  boolean hideNext;
  boolean computeOmittedTax;
  @Nullable HandshakeCertificates tls;

  boolean allowsRedirect(String uri) {
    if (!redirectUris.isEmpty()) {
      return redirectUris.contains(uri);
    }
    try {
      URI parsed = URI.create(uri);
      return parsed.getHost() != null && LOOPBACK.contains(parsed.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
