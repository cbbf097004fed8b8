package dev.ledgerkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private final FaultScript script = new FaultScript();

  private Optional<Fault> api(String method, String path, Instant at) {
    return script.take(Endpoint.Kind.API, method, path, at);
  }

  @Test
  void take_severalFaults_areFirstInFirstOutByEndpoint() {
    script.on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());
    script.on(Endpoint.API).then(Fault.reset(), Fault.status(503));

    assertThat(api("GET", "/contacts", NOW)).contains(Fault.reset());
    assertThat(script.take(Endpoint.Kind.TOKEN_REFRESH, "POST", "/token", NOW))
        .contains(Fault.loseReply());
    assertThat(api("GET", "/contacts", NOW)).contains(Fault.status(503));
    assertThat(api("GET", "/contacts", NOW)).isEmpty();
    assertThat(script.pending()).isEmpty();
  }

  @Test
  void take_methodAndPrefix_leavesOthersAlone() {
    script.on(Endpoint.api("POST", "/sales_invoices")).then(Fault.reset());

    assertThat(api("GET", "/sales_invoices", NOW)).isEmpty();
    assertThat(api("POST", "/contacts", NOW)).isEmpty();
    assertThat(script.pending()).containsExactly("POST /sales_invoices*: Reset[]");
    assertThat(api("POST", "/sales_invoices/1/release", NOW)).isPresent();
  }

  @Test
  void times_three_repeatsTheLastFaults() {
    script.on(Endpoint.API).then(Fault.reset(), Fault.slow(Duration.ofMillis(1))).times(3);

    assertThat(script.pending()).hasSize(6);
    assertThatThrownBy(() -> script.on(Endpoint.API).then(Fault.reset()).times(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outage_fromFirstHit_lastsItsLengthOnTheClock() {
    script.on(Endpoint.API).then(Fault.outage(Duration.ofMinutes(1)));
    assertThat(script.pending()).hasSize(1);

    assertThat(api("GET", "/user", NOW.plusSeconds(500))).isPresent();
    assertThat(script.pending()).isEmpty();
    assertThat(api("GET", "/user", NOW.plusSeconds(559))).isPresent();
    assertThat(api("GET", "/user", NOW.plusSeconds(560))).isEmpty();
  }

  @Test
  void sometimes_oneInTen_isTheSameForTheSameSeedAndNeverPending() {
    FaultScript again = new FaultScript();
    for (FaultScript each : new FaultScript[] {script, again}) {
      each.on(Endpoint.API).sometimes(10, 7, Fault.reset(), Fault.status(503));
    }
    int met = 0;
    for (int i = 0; i < 1_000; i++) {
      Optional<Fault> fault = api("GET", "/contacts", NOW);
      assertThat(again.take(Endpoint.Kind.API, "GET", "/contacts", NOW)).isEqualTo(fault);
      met += fault.isPresent() ? 1 : 0;
    }

    assertThat(met).isBetween(60, 140);
    assertThat(script.pending()).isEmpty();
    assertThatThrownBy(() -> script.on(Endpoint.API).sometimes(0, 7, Fault.reset()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
