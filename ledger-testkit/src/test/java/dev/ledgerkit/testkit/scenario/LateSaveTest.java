package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A save that hangs for longer than its lease lives, and what others conclude meanwhile. */
@ExtendWith(SageSimulatorExtension.class)
class LateSaveTest {

  @Test
  void saveAfterAnotherNodesVerdict_grantAndStatusAreHealedOnBothNodes(
      SageSimulator sage, VirtualClock clock) {
    Hook beforeSave = new Hook();
    TokenVault vault = new InMemoryTokenVault(clock);
    TokenVault slow =
        new ForwardingVault(vault) {
          @Override
          public boolean save(RefreshLease lease, OauthToken token) {
            beforeSave.reached();
            return super.save(lease, token);
          }
        };
    try (Host one = Host.of(sage, clock, new InMemoryRecordStore(clock), slow);
        Host other = Host.of(sage, clock, one.store, vault)) {
      BindingId id = one.connected();
      other.ledger.tokens().loadFresh(id);
      clock.advance(Duration.ofMinutes(6));
      AtomicReference<Throwable> seenThere = new AtomicReference<>();
      AtomicReference<BindingStatus> statusThere = new AtomicReference<>();
      beforeSave.set(
          () -> {
            clock.advance(Duration.ofMinutes(1)); // the lease is over
            seenThere.set(catchThrowable(() -> other.ledger.tokens().loadFresh(id)));
            statusThere.set(other.ledger.bindings().get(id).status());
          });

      OauthToken saved = one.ledger.tokens().loadFresh(id);

      assertThat(seenThere.get())
          .isInstanceOfSatisfying(
              ReconnectRequiredException.class,
              dead -> assertThat(dead.reason()).isEqualTo(ReconnectCause.LOST_REPLY));
      assertThat(statusThere.get()).isEqualTo(BindingStatus.RECONNECT_REQUIRED);
      assertThat(vault.load(id).orElseThrow().verdict()).isEmpty();
      other.ledger.bindings().poll();
      assertThat(other.ledger.tokens().loadFresh(id)).isEqualTo(saved);
      for (Host node : new Host[] {one, other}) {
        assertThat(node.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
        assertThat(node.client(id).taxRates().list().first().items()).isNotEmpty();
      }
    }
  }
}
