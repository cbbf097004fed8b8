package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.connect.KeepAlive;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many bindings that nobody uses, on three nodes, with grants that all die in the same minute. Of
 * 10,000 with {@code -Dledger.idle=10000}.
 */
class IdleFleetTest {
  private static final int IDLE = Integer.getInteger("ledger.idle", 400);
  private static final int PER_MINUTE = 20;
  private static final KeepAlive.Sweep NOTHING = new KeepAlive.Sweep(0, 0, 0, false);
  private static final Duration LIFE = Duration.ofDays(31);
  private static final Duration MARGIN = Duration.ofDays(3);

  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator =
      SageSimulator.builder().clock(clock).refreshTokenLifetime(LIFE).start();
  private final Host one = Host.of(simulator, clock);
  private final List<Host> nodes = List.of(one, one.otherNode(clock), one.otherNode(clock));
  private final List<RefreshingTokenSource> sources = new ArrayList<>();
  private final Queue<Instant> asked = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void listen() {
    nodes.forEach(node -> sources.add(node.tokenSource(clock).build()));
    simulator.changes().on(Endpoint.TOKEN_REFRESH).always(() -> asked.add(clock.instant()));
  }

  @AfterEach
  void stop() {
    sources.forEach(RefreshingTokenSource::close);
    nodes.forEach(Host::close);
    simulator.close();
  }

  private List<KeepAlive> keepAlives() {
    List<KeepAlive> all = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      Host host = nodes.get(node);
      all.add(
          new KeepAlive(
                  host.vault, sources.get(node), host.ledger.bindings(), clock, MARGIN, PER_MINUTE)
              .takingTurns(host.store));
    }
    return all;
  }

  /** All nodes at once, as their timers may fall together. */
  private static int sweep(List<KeepAlive> keepAlives) {
    return keepAlives.stream()
        .map(node -> CompletableFuture.supplyAsync(node::sweep))
        .toList()
        .stream()
        .mapToInt(sweep -> sweep.join().refreshed())
        .sum();
  }

  @Test
  void allDieInTheSameMinute_eachIsRenewedOnce_andTheFleetKeepsToItsNumberAMinute() {
    List<BindingId> fleet = SageFleet.connected(one, clock, IDLE);
    List<KeepAlive> keepAlives = keepAlives();
    clock.advance(LIFE.minus(MARGIN));
    int minutes = 0;
    int renewed = 0;
    while (renewed < IDLE && minutes <= 2 * IDLE / PER_MINUTE) {
      clock.advance(Duration.ofSeconds(20)); // three timers a minute apart, in different phases
      renewed += sweep(keepAlives.subList(0, 1));
      clock.advance(Duration.ofSeconds(20));
      renewed += sweep(keepAlives);
      clock.advance(Duration.ofSeconds(20));
      renewed += sweep(keepAlives.subList(1, 3));
      minutes++;
    }

    assertThat(renewed).isEqualTo(IDLE);
    assertThat(simulator.seen().refreshesAccepted()).isEqualTo(IDLE);
    assertThat(simulator.seen().refreshesRejected()).isZero();
    assertThat(SageFleet.mostInAMinute(asked)).isEqualTo(PER_MINUTE);
    assertThat(minutes).isBetween(IDLE / PER_MINUTE, IDLE / PER_MINUTE + 2);
    assertThat(fleet)
        .allSatisfy(
            id ->
                assertThat(nodes.get(2).ledger.bindings().find(id).orElseThrow().status())
                    .isEqualTo(BindingStatus.CONNECTED));
  }

  @Test
  void nodeThatCannotReachTheProvider_letsAnotherTry_withoutASweepMoreThanOneAMinute() {
    SageFleet.connected(one, clock, 5);
    List<KeepAlive> keepAlives = keepAlives();
    clock.advance(LIFE.minus(MARGIN).plusMinutes(1));
    simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(500)).times(1_000);

    KeepAlive.Sweep failing = keepAlives.get(0).sweep();
    assertThat(failing).isEqualTo(new KeepAlive.Sweep(0, 5, 0, false));
    assertThat(keepAlives.get(1).sweep()).as("not at once").isEqualTo(NOTHING);

    simulator.script().clear();
    clock.advance(Duration.ofMinutes(1));
    assertThat(keepAlives.get(0).sweep()).as("sits out").isEqualTo(NOTHING);
    assertThat(keepAlives.get(1).sweep().refreshed()).isEqualTo(5);
    assertThat(keepAlives.get(2).sweep()).isEqualTo(NOTHING);
  }

  /** Each failure takes half a minute; before, they ate up the turns of all others. */
  @Test
  void slowFailuresOfSome_keepNoOthersFromTheirPlace() {
    List<BindingId> fleet = SageFleet.connected(one, clock, 15);
    RefreshingTokenSource source = sources.get(0);
    List<BindingId> bad = fleet.subList(0, 12);
    TokenSource slow =
        new TokenSource() {
          @Override
          public OauthToken loadFresh(BindingId id) {
            if (bad.contains(id)) {
              clock.advance(Duration.ofSeconds(30));
              throw new ProviderUnavailableException("down", null);
            }
            return source.loadFresh(id);
          }

          @Override
          public OauthToken loadFresh(BindingId id, OauthToken rejected) {
            return source.loadFresh(id, rejected);
          }

          @Override
          public void forget(BindingId id) {
            source.forget(id);
          }
        };
    KeepAlive alone =
        new KeepAlive(one.vault, slow, one.ledger.bindings(), clock, MARGIN, PER_MINUTE)
            .takingTurns(one.store);
    clock.advance(LIFE.minus(MARGIN).plusMinutes(1));

    assertThat(alone.sweep()).isEqualTo(new KeepAlive.Sweep(3, 12, 0, false));
  }

  /** A timer that is never late. */
  @Test
  void oneNode_sweepsEveryMinute() {
    SageFleet.connected(one, clock, 3 * PER_MINUTE);
    KeepAlive alone = keepAlives().get(0);
    clock.advance(LIFE.minus(MARGIN).plusMinutes(1));

    for (int minute = 0; minute < 3; minute++) {
      assertThat(alone.sweep().refreshed()).isEqualTo(PER_MINUTE);
      assertThat(alone.sweep()).as("asked twice in a minute").isEqualTo(NOTHING);
      clock.advance(Duration.ofMillis(59_999));
    }
  }
}
