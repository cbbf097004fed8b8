package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.LogCapture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command a newcomer types. */
class QuickstartTest {
  private final Console console = new Console();

  @Test
  void run_unconfigured_walksTheWholePath() {
    assertThat(console.run(Map.of())).isEqualTo(Quickstart.DONE);

    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .containsSubsequence(
            "Start the simulator",
            "Create a binding",
            "Begin the consent",
            "The merchant consents",
            "Complete the consent",
            "2 businesses to choose from",
            "Lock the business",
            "Sage Simulated Books Ltd (UK), CONNECTED",
            "bank_accounts 2, ledger_accounts 63, payment_methods",
            "default_tax_rate not_in_reference, default_bank_account not_in_reference",
            "version 1, cash stays unpaid",
            "List contacts",
            "12 of 12",
            "Create a contact",
            "Post an invoice",
            "SI-1, total 179.82, UNPAID",
            "no duplicate: SI-1",
            "Pay it",
            "received 179.82",
            "PAID, outstanding 0.00",
            "149.85 net + 29.97 tax = 179.82",
            "token refreshed, nobody noticed",
            "revoked at Sage, tokens deleted, REVOKED",
            "fails fast without the network: reconnect required",
            "(UK), CONNECTED; policy version 1 is still there",
            "Magento your-shop.example.com ↔ FreeAgent, PENDING",
            "FreeAgent Simulated Studio Ltd, CONNECTED",
            "total 179.82, Draft",
            "found, not duplicated",
            "Open, due",
            "Paid, due value 0.0",
            "FreeAgent has no way to revoke them, REVOKED",
            "33 steps in",
            "2 consent, 1 refresh, 1 repeated create, 2 revocation",
            "0 calls without a business, 0 refresh tokens spent twice");
  }

  @Test
  void run_unconfigured_showsNoSecret() {
    try (LogCapture log = LogCapture.open()) {
      console.run(Map.of());

      assertThat(log.text() + console.out() + console.err())
          .doesNotContain("sim-at-", "sim-rt-", "sim-code-", "sim-secret-", "code=", "state=");
    }
  }

  @Test
  void run_unconfigured_leavesNoThreadThatKeepsTheProgramAlive() throws InterruptedException {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    console.run(Map.of());

    Set<Thread> started =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.isDaemon() && !before.contains(thread))
            .collect(Collectors.toSet());
    for (Thread thread : started) {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    }
    assertThat(started).noneMatch(Thread::isAlive);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SAGE_CLIENT_SECRET, -, SAGE_CLIENT_SECRET is missing or blank",
        "SAGE_CLIENT_ID, '  ', SAGE_CLIENT_ID is missing or blank",
        "SAGE_PRESET, staging, SAGE_PRESET 'staging' is unknown",
        "SAGE_REGION, Mars, Sage region 'Mars' is unknown",
        "SAGE_REDIRECT_URI, https://host.example.com/callback, SAGE_REDIRECT_URI 'https://host.example.com/callback' is refused",
        "SAGE_REDIRECT_URI, http://localhost/callback, SAGE_REDIRECT_URI 'http://localhost/callback' is refused",
        "SAGE_REDIRECT_URI, not a URL, SAGE_REDIRECT_URI 'not a URL' is refused",
        "SAGE_WRITE, perhaps, SAGE_WRITE 'perhaps' is unknown",
      })
  void run_badlyConfigured_saysSoInOneLineAndStartsNothing(
      String name, String value, String complaint) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SAGE_CLIENT_ID", "some-client");
    environment.put("SAGE_CLIENT_SECRET", "some-hush");
    environment.put(name, value);
    environment.values().removeIf(Objects::isNull);

    assertThat(console.run(environment)).isEqualTo(Quickstart.MISCONFIGURED);

    assertThat(console.err()).contains(complaint).doesNotContain("some-hush").hasLineCount(1);
    assertThat(console.out()).isEmpty();
  }
}
