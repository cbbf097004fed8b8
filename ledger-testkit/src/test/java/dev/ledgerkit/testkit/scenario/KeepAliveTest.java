package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.KeepAlive;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bindings that nobody uses stay connected, with few refreshes. */
class KeepAliveTest {
  private static final Duration MARGIN = Duration.ofDays(3);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private final VirtualClock clock = new VirtualClock();

  @Test
  void sixtyDaysWithoutASale_onTwoNodes_stayConnected_withTheFewestRefreshes() {
    // 31 days each, renewed 3 days before the end: at day 28 and at day 56.
    assertThat(idle(Duration.ofDays(31), Duration.ofDays(60))).isEqualTo(2);
  }

  @Test
  void sixtyDays_withRefreshTokensOfSevenDays_stayConnected() {
    // 7 days each, renewed 3 days before the end: every 4 days.
    assertThat(idle(Duration.ofDays(7), Duration.ofDays(60))).isBetween(14, 15);
  }

  @Test
  void accessTokenThatOutlivesTheRefreshToken_isNoReasonToWait() {
    try (SageSimulator simulator =
            SageSimulator.builder()
                .clock(clock)
                .accessTokenLifetime(Duration.ofDays(8))
                .refreshTokenLifetime(Duration.ofDays(7))
                .start();
        Host host = Host.of(simulator, clock)) {
      BindingId id = host.connected();
      KeepAlive keepAlive = keepAlive(host, 10);
      for (int hour = 0; hour < 21 * 24; hour++) {
        clock.advance(Duration.ofHours(1));
        keepAlive.sweep();
      }

      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(simulator.seen().refreshesAccepted()).isBetween(4, 6);
    }
  }

  /** How many refreshes two nodes made for one binding that nobody used. */
  private int idle(Duration refreshLife, Duration length) {
    try (SageSimulator simulator =
            SageSimulator.builder().clock(clock).refreshTokenLifetime(refreshLife).start();
        Host one = Host.of(simulator, clock);
        Host two = one.otherNode(clock)) {
      BindingId id = one.connected();
      List<KeepAlive> nodes = List.of(keepAlive(one, 10), keepAlive(two, 10));
      Instant end = clock.instant().plus(length);
      while (clock.instant().isBefore(end)) {
        clock.advance(BETWEEN_SWEEPS);
        nodes.forEach(KeepAlive::sweep);
      }
      int refreshes = simulator.seen().refreshesAccepted();

      assertThat(one.ledger.bindings().find(id).orElseThrow().status())
          .isEqualTo(BindingStatus.CONNECTED);
      assertThat(two.client(id).contacts().list().first().items()).isNotNull();
      assertThat(simulator.seen().reuseDetected()).isZero();
      return refreshes;
    }
  }

  @Test
  void outageOfTwoDays_inTheMargin_costsNothing() {
    try (SageSimulator simulator =
            SageSimulator.builder().clock(clock).refreshTokenLifetime(Duration.ofDays(31)).start();
        Host host = Host.of(simulator, clock)) {
      BindingId id = host.connected();
      KeepAlive keepAlive = keepAlive(host, 10);
      clock.advance(Duration.ofDays(28));
      simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.outage(Duration.ofDays(2)));
      int asked = 0;
      for (int hour = 0; hour < 60; hour++) {
        clock.advance(BETWEEN_SWEEPS);
        KeepAlive.Sweep sweep = keepAlive.sweep();
        asked += sweep.failed();
      }

      assertThat(asked).isPositive();
      assertThat(host.ledger.bindings().find(id).orElseThrow().status())
          .isEqualTo(BindingStatus.CONNECTED);
      assertThat(host.client(id).contacts().list().first().items()).isNotNull();
    }
  }

  @Test
  void tenThousandIdleBindings_neverAskFasterThanTheBudget_theSoonestToDieFirst() {
    InMemoryRecordStore store = new InMemoryRecordStore(clock);
    InMemoryTokenVault vault = new InMemoryTokenVault(clock);
    Bindings bindings = new Bindings(store, clock);
    int count = 10_000;
    Instant start = clock.instant();
    for (int i = 0; i < count; i++) {
      BindingId id = new BindingId("b-" + i);
      bindings.create(id, Host.SHOP, "Sage", "UK");
      if (i % 10 != 0) {
        bindings.transition(id, BindingStatus.CONNECTED); // a tenth is dead and stays on record
      }
      vault.store(id, token(i, start.plus(Duration.ofHours(71)).plusSeconds(i)));
    }
    Renewing tokens = new Renewing(vault, clock);
    KeepAlive keepAlive = new KeepAlive(vault, tokens, bindings, clock, MARGIN, 60);

    int sweeps = 0;
    KeepAlive.Sweep sweep;
    do {
      sweep = keepAlive.sweep();
      assertThat(sweep.refreshed()).isLessThanOrEqualTo(60);
      clock.advance(Duration.ofMinutes(1));
      sweeps++;
    } while (sweep.refreshed() > 0);

    assertThat(tokens.asked).hasSize(9_000).doesNotHaveDuplicates();
    assertThat(tokens.asked.get(0)).isEqualTo(new BindingId("b-1"));
    assertThat(tokens.asked.get(8_999)).isEqualTo(new BindingId("b-9999"));
    assertThat(sweeps).isEqualTo(151);
  }

  @Test
  void failingBindings_keepNoOthersFromTheirTurn() {
    InMemoryRecordStore store = new InMemoryRecordStore(clock);
    InMemoryTokenVault vault = new InMemoryTokenVault(clock);
    Bindings bindings = new Bindings(store, clock);
    for (int i = 0; i < 20; i++) {
      BindingId id = new BindingId("b-" + i);
      bindings.create(id, Host.SHOP, "Sage", "UK");
      bindings.transition(id, BindingStatus.CONNECTED);
      vault.store(id, token(i, clock.instant().plusSeconds(3_600 + i)));
    }
    Renewing tokens = new Renewing(vault, clock);
    tokens.failing = 10;
    KeepAlive keepAlive = new KeepAlive(vault, tokens, bindings, clock, MARGIN, 5);

    assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(0, 5, 0, true));
    assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(0, 5, 0, true));
    assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(5, 0, 0, true));
    assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(5, 0, 0, false));
    assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(0, 0, 0, false));
    tokens.failing = 0;
    clock.advance(KeepAlive.RETRY_AFTER);
    assertThat(keepAlive.sweep().refreshed()).isEqualTo(5);
  }

  @Test
  void revokedAtTheProvider_isToldOnceAndThenLeftAlone() {
    try (SageSimulator simulator = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(simulator, clock)) {
      BindingId id = host.connected();
      KeepAlive keepAlive = keepAlive(host, 10);
      simulator.revokeAllGrants();
      clock.advance(Duration.ofDays(29));

      assertThat(keepAlive.sweep().lost()).isEqualTo(1);
      int calls = simulator.seen().refreshesRejected();
      assertThat(keepAlive.sweep()).isEqualTo(new KeepAlive.Sweep(0, 0, 0, false));
      assertThat(simulator.seen().refreshesRejected()).isEqualTo(calls);
      assertThat(host.events(LedgerEvent.ReconnectRequired.class)).hasSize(1);
      assertThat(host.ledger.bindings().find(id).orElseThrow().status())
          .isEqualTo(BindingStatus.RECONNECT_REQUIRED);
    }
  }

  @Test
  void settingsThatCannotBe_areRefused() {
    try (SageSimulator simulator = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(simulator, clock)) {
      assertThatThrownBy(() -> keepAlive(host, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("0 refreshes");
      assertThatThrownBy(
              () ->
                  new KeepAlive(
                      host.vault,
                      host.ledger.tokens(),
                      host.ledger.bindings(),
                      clock,
                      Duration.ZERO,
                      1))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("PT0S");
    }
  }

  private KeepAlive keepAlive(Host host, int perSweep) {
    return new KeepAlive(
        host.vault, host.ledger.tokens(), host.ledger.bindings(), clock, MARGIN, perSweep);
  }

  private OauthToken token(int number, Instant dies) {
    return new OauthToken(
        Secret.of("sim-at-" + number),
        Secret.of("sim-rt-" + number + "-" + dies),
        clock.instant(),
        dies,
        "",
        clock.instant());
  }

  /** A token source that renews at once, or fails for those with a small number. */
  private final class Renewing implements TokenSource {
    final List<BindingId> asked = new ArrayList<>();
    private final InMemoryTokenVault vault;
    private final VirtualClock time;
    int failing;

    Renewing(InMemoryTokenVault vault, VirtualClock time) {
      this.vault = vault;
      this.time = time;
    }

    @Override
    public OauthToken loadFresh(BindingId id) {
      int number = Integer.parseInt(id.value().substring(2));
      if (number < failing) {
        throw new dev.ledgerkit.core.ProviderUnavailableException("down", null);
      }
      asked.add(id);
      OauthToken renewed = token(number, time.instant().plus(Duration.ofDays(31)));
      vault.store(id, renewed);
      return renewed;
    }

    @Override
    public OauthToken loadFresh(BindingId id, OauthToken rejected) {
      throw new AssertionError("nothing was rejected");
    }

    @Override
    public void forget(BindingId id) {}
  }
}
