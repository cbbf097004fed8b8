package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.ConnectionReport;
import dev.ledgerkit.core.connect.ConnectionReport.Check;
import dev.ledgerkit.core.connect.ConnectionReport.Outcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageFaults;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a connection ends that does not work, and what is said about it. */
class ConnectionCheckTest {
  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator = SageSimulator.builder().clock(clock).start();
  private final Host host = Host.of(simulator, clock);

  @AfterEach
  void close() {
    host.close();
    simulator.close();
  }

  @Test
  void everythingWorks_allStepsPass() {
    ConnectionReport report = host.ledger.check().of(host.connected());

    assertThat(report.answer()).isEqualTo("connection available");
    assertThat(report.failure()).isEmpty();
    assertThat(report.steps())
        .extracting(ConnectionReport.Step::check)
        .containsExactly(Check.values());
    assertThat(report.steps()).allMatch(step -> step.outcome() == Outcome.PASSED);
    assertThat(report.toString()).doesNotContain("sim-at-", "sim-rt-", "sim-secret-");
  }

  @Test
  void grantRevoked_endsAtTheToken() {
    BindingId id = host.connected();
    simulator.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));

    ConnectionReport report = host.ledger.check().of(id);

    assertThat(report.answer()).isEqualTo("Connection unavailable");
    assertEndsAt(report, Check.TOKEN, "connect again");
  }

  @Test
  void noSubscription_isTold_andTheTokenIsNotBlamed() {
    BindingId id = host.connected();
    simulator.endSubscription(host.ledger.bindings().get(id).business().id());

    ConnectionReport report = host.ledger.check().of(id);

    assertThat(report.failure().orElseThrow().remedy()).contains("subscription");
    assertThat(report.step(Check.TOKEN).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void userWithoutPermission_isTold() {
    BindingId id = host.connected();
    simulator
        .script()
        .on(Endpoint.API)
        .then(Fault.slow(Duration.ZERO), Fault.slow(Duration.ZERO), SageFaults.accessDenied());

    ConnectionReport report = host.ledger.check().of(id);

    assertEndsAt(report, Check.PERMISSION, "full scope");
  }

  @Test
  void bareConfiguration_rightCredentials_arePassed_wrongOnesAreNot() {
    assertThat(host.ledger.check().of("Sage", "UK").available()).isTrue();
    assertThat(host.ledger.check().of("Sage", "UK").step(Check.BUSINESS).outcome())
        .isEqualTo(Outcome.SKIPPED);

    assertEndsAt(
        check(SageEndpoints.at(simulator.baseUri()), "sim-secret-wrong"),
        Check.TOKEN,
        "client id and secret");
  }

  /** The OAuth host of one preset is no OAuth host of the other. */
  @Test
  void wrongEndpointPreset_saysSo() {
    URI elsewhere = simulator.baseUri().resolve("/elsewhere");
    SageEndpoints wrong =
        SageEndpoints.at(simulator.baseUri())
            .withOauth(elsewhere, elsewhere, simulator.revokeUri());

    ConnectionReport report = check(wrong, simulator.clientSecret().reveal());

    assertEndsAt(report, Check.TOKEN, "endpoints are those the client was registered for");
  }

  @Test
  void serverThatIsDown_endsWhereNobodyAnswers() {
    URI gone = simulator.baseUri();
    String secret = simulator.clientSecret().reveal();
    simulator.close();

    ConnectionReport report = check(SageEndpoints.at(gone), secret);

    assertEndsAt(report, Check.TLS, "provider is down");
    assertThat(report.step(Check.TOKEN).outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void hostThatDoesNotExist_endsAtItsName() {
    ConnectionReport report =
        check(SageEndpoints.at(URI.create("https://no-such-host.invalid")), "sim-secret-x");

    assertEndsAt(report, Check.DNS, "name server");
    assertThat(report.failure().orElseThrow().detail()).contains("no-such-host.invalid");
  }

  @Test
  void clockThatIsWrong_isToldButFailsNothing() {
    BindingId id = host.connected();
    VirtualClock behind = new VirtualClock(clock.instant().minus(Duration.ofMinutes(10)));
    try (Host late = host.otherNode(behind)) {
      ConnectionReport report = late.ledger.check().of(id);

      assertThat(report.step(Check.CLOCK).detail()).contains("behind by 600 s");
      assertThat(report.step(Check.CLOCK).outcome()).isEqualTo(Outcome.PASSED);
    }
  }

  @Test
  void unknownProviderOrRegion_isRefused() {
    assertThatThrownBy(() -> host.ledger.check().of("Other", "UK"))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> host.ledger.check().of("Sage", "Mars"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Mars");
  }

  private ConnectionReport check(SageEndpoints endpoints, String secret) {
    SageProvider provider =
        SageProvider.builder(simulator.clientId(), Secret.of(secret)).endpoints(endpoints).build();
    try (Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .build()) {
      return ledger.check().of("Sage", "UK");
    }
  }

  private static void assertEndsAt(ConnectionReport report, Check check, String remedy) {
    ConnectionReport.Step failed = report.failure().orElseThrow();
    assertThat(failed.check()).as(failed.detail()).isEqualTo(check);
    assertThat(failed.remedy()).contains(remedy);
    assertThat(Arrays.stream(Check.values()).filter(each -> each.compareTo(check) > 0))
        .allMatch(each -> report.step(each).outcome() == Outcome.SKIPPED);
  }
}
