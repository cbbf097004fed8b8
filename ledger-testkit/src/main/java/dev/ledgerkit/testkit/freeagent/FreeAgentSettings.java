package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.testkit.freeagent.books.BooksSettings;
import dev.ledgerkit.testkit.oauth.Callbacks;
import dev.ledgerkit.testkit.oauth.TokenRules;
import dev.ledgerkit.testkit.oauth.Tokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** What the builder collects; nobody writes to it once the simulator runs. */
final class FreeAgentSettings {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);

  LedgerClock clock = LedgerClock.system();
  int port;
  Duration latency = Duration.ZERO;
  Duration tokenLatency = Duration.ZERO;
  Duration accessTokenLifetime = Duration.ofHours(1);

  /** About 20 years: what the provider's own sample says. */
  Duration refreshTokenLifetime = Duration.ofSeconds(631_151_957);

  boolean tellRefreshTokenLifetime = true;
  Duration graceTime = Duration.ZERO;
  boolean revokeGrantOnReuse;
  String clientId = "sim-client";
  Secret clientSecret = Secret.of("sim-secret-" + Tokens.random(24));
  final Callbacks callbacks = new Callbacks();
  boolean sandbox;
  int perMinute = 120;
  int perHour = 3600;
  int refreshesPerMinute = 15;
  int perAddress;
  char linkQuote = '\'';
  Duration importDelay = Duration.ZERO;
  boolean shareNumbers;
  String practice = "";
  String practiceName = "";
  final Map<String, CompanySettings> companies = new LinkedHashMap<>();
  @Nullable HandshakeCertificates tls;
  boolean clientCertificate;

  TokenRules tokenRules() {
    return new TokenRules(
        clock,
        CODE_LIFETIME,
        accessTokenLifetime,
        refreshTokenLifetime,
        graceTime,
        revokeGrantOnReuse);
  }

  BooksSettings books() {
    return new BooksSettings(clock, linkQuote, importDelay, !shareNumbers);
  }
}
