package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hosts with memories of their own on one store and one vault. */
@ExtendWith(SageSimulatorExtension.class)
class TwoNodesTest {

  @Test
  void bothExpireAtOnce_oneRefreshes_theOtherReadsIt(SageSimulator sage, VirtualClock clock)
      throws Exception {
    try (Host one = Host.of(sage, clock);
        Host other = one.otherNode(clock)) {
      BindingId id = one.connected();
      other.ledger.tokens().loadFresh(id);
      for (int round = 1; round <= 10; round++) {
        clock.advance(Duration.ofMinutes(6));
        CompletableFuture<Storm> there = CompletableFuture.supplyAsync(() -> storm(other, id));
        Storm here = storm(one, id);

        assertThat(here.failures()).isEmpty();
        assertThat(there.get().failures()).isEmpty();
        assertThat(there.get().tokens()).isEqualTo(here.tokens()).hasSize(1);
        assertThat(sage.seen().refreshesAccepted()).isEqualTo(round);
      }
      assertThat(sage.seen().refreshesRejected()).isZero();
    }
  }

  @Test
  void disconnectOnOne_stopsTheOtherWithinAnInterval(SageSimulator sage, VirtualClock clock) {
    try (Host one = Host.of(sage, clock);
        Host other = one.otherNode(clock)) {
      BindingId id = one.connected();
      other.client(id).taxRates().list().first();

      one.ledger.connect().disconnect(id);
      other.ledger.bindings().poll(); // what the watch does every interval

      int calls = sage.seen().apiCalls();
      assertThatThrownBy(() -> other.client(id).taxRates().list().first())
          .isInstanceOf(ReconnectRequiredException.class);
      assertThat(sage.seen().apiCalls()).isEqualTo(calls);
    }
  }

  @Test
  void disconnectWhileARefreshIsUnderWay_theRowStaysDeleted(
      SageSimulator sage, VirtualClock clock) {
    try (Host one = Host.of(sage, clock);
        Host other = one.otherNode(clock)) {
      BindingId id = one.connected();
      clock.advance(Duration.ofSeconds(270));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.slow(Duration.ofSeconds(1)));
      other.ledger.tokens().loadFresh(id); // starts the refresh in the background
      Await.until(() -> sage.seen().refreshesAccepted() == 1);

      one.ledger.connect().disconnect(id);

      Await.until(() -> !other.events(LedgerEvent.PairDropped.class).isEmpty());
      assertThat(one.vault.load(id)).isEmpty();
    }
  }

  @Test
  void reconnectOnOne_isSeenByTheOther(SageSimulator sage, VirtualClock clock) {
    try (Host one = Host.of(sage, clock);
        Host other = one.otherNode(clock)) {
      BindingId id = one.connected();
      sage.revokeAllGrants();
      assertThatThrownBy(() -> other.client(id).taxRates().list().first())
          .isInstanceOf(ReconnectRequiredException.class);
      one.consent(id);
      other.ledger.bindings().poll();

      assertThat(other.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  private static Storm storm(Host host, BindingId id) {
    try {
      return Storm.platformThreads(50, host.ledger.tokens(), id);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
