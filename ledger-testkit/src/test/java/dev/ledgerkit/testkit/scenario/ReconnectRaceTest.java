package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A merchant who connects again while another node is busy with the grant before. */
@ExtendWith(SageSimulatorExtension.class)
class ReconnectRaceTest {

  @Test
  void reconnect_betweenTheVerdictAndItsStatus_theOtherNodeTakesTheNewGrant(
      SageSimulator sage, VirtualClock clock) {
    Hook afterVerdict = new Hook();
    TokenVault vault = new InMemoryTokenVault(clock);
    TokenVault watched =
        new ForwardingVault(vault) {
          @Override
          public boolean journal(RefreshLease lease, RefreshAttempt attempt) {
            boolean written = super.journal(lease, attempt);
            if (attempt.outcome() == RefreshAttempt.Outcome.REFUSED) {
              afterVerdict.reached();
            }
            return written;
          }
        };
    try (Host one = Host.of(sage, clock, new InMemoryRecordStore(clock), vault);
        Host other = Host.of(sage, clock, one.store, watched)) {
      BindingId id = one.connected();
      other.ledger.tokens().loadFresh(id);
      sage.revokeAllGrants();
      clock.advance(Duration.ofMinutes(6));
      afterVerdict.set(() -> one.consent(id));

      assertThatThrownBy(() -> other.ledger.tokens().loadFresh(id))
          .as("the grant it asked about was dead")
          .isInstanceOf(ReconnectRequiredException.class);

      other.ledger.bindings().poll();
      for (Host node : new Host[] {one, other}) {
        assertThat(node.client(id).taxRates().list().first().items()).isNotEmpty();
        assertThat(node.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      }
      clock.advance(Duration.ofHours(2));
      assertThat(other.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  @Test
  void askedBeforeTheConsent_onAnotherNode_theChoiceCanBeLockedThere() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = twoBusinesses(clock);
        Host one = Host.of(sage, clock);
        Host other = one.otherNode(clock)) {
      BindingId id = one.pending().id();
      assertThatThrownBy(() -> other.ledger.tokens().loadFresh(id))
          .isInstanceOf(ReconnectRequiredException.class);
      assertThat(one.consent(id)).isInstanceOf(ConnectOutcome.ChooseBusiness.class);
      other.ledger.bindings().poll();

      assertThat(other.ledger.connect().lock(id, "b1").binding().status())
          .isEqualTo(BindingStatus.CONNECTED);
    }
  }

  @Test
  void reconnect_whileADisconnectDeletes_wins(SageSimulator sage, VirtualClock clock) {
    Hook beforeDelete = new Hook();
    TokenVault vault = new InMemoryTokenVault(clock);
    TokenVault slow = hookedAtDelete(vault, beforeDelete);
    try (Host one = Host.of(sage, clock, new InMemoryRecordStore(clock), slow);
        Host other = Host.of(sage, clock, one.store, vault)) {
      BindingId id = one.connected();
      beforeDelete.set(() -> other.consent(id));

      assertThat(one.ledger.connect().disconnect(id)).as("nothing was revoked").isFalse();

      assertThat(sage.seen().revokes()).isZero();
      one.ledger.bindings().poll();
      for (Host node : new Host[] {one, other}) {
        assertThat(node.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
        assertThat(node.client(id).taxRates().list().first().items()).isNotEmpty();
      }
    }
  }

  @Test
  void refresh_whileADisconnectDeletes_theNewPairIsTheOneDeletedAndRevoked(
      SageSimulator sage, VirtualClock clock) {
    Hook beforeDelete = new Hook();
    TokenVault vault = new InMemoryTokenVault(clock);
    TokenVault slow = hookedAtDelete(vault, beforeDelete);
    try (Host one = Host.of(sage, clock, new InMemoryRecordStore(clock), slow);
        Host other = Host.of(sage, clock, one.store, vault)) {
      BindingId id = one.connected();
      other.ledger.tokens().loadFresh(id); // it has not heard of the disconnect
      clock.advance(Duration.ofMinutes(6));
      beforeDelete.set(() -> other.ledger.tokens().loadFresh(id));

      assertThat(one.ledger.connect().disconnect(id)).isTrue();

      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().revokes()).isEqualTo(1);
      assertThat(sage.liveGrants()).isZero();
      assertThat(vault.load(id)).isEmpty();
    }
  }

  @Test
  void disconnect_whileAConnectLooksAtTheBusinesses_stays(SageSimulator sage, VirtualClock clock) {
    Hook atBusinesses = new Hook();
    OkHttpClient watched =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  if (chain.request().url().encodedPath().endsWith("/businesses")) {
                    atBusinesses.reached();
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    try (Host one = Host.of(sage, clock, settings -> settings.httpClient(watched));
        Host other = one.otherNode(clock)) {
      BindingId id = one.pending().id();
      atBusinesses.set(() -> other.ledger.connect().disconnect(id));

      assertThatThrownBy(() -> one.consent(id)).isInstanceOf(ReconnectRequiredException.class);

      assertThat(one.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.REVOKED);
      assertThat(one.vault.load(id)).isEmpty();
      assertThat(sage.liveGrants()).isZero();
    }
  }

  private static TokenVault hookedAtDelete(TokenVault vault, Hook hook) {
    return new ForwardingVault(vault) {
      @Override
      public boolean delete(BindingId id, long epoch) {
        hook.reached();
        return super.delete(id, epoch);
      }
    };
  }

  private static SageSimulator twoBusinesses(LedgerClock clock) {
    return SageSimulator.builder()
        .clock(clock)
        .business("b1", "Business One", "GB")
        .business("b2", "Business Two", "GB")
        .start();
  }
}
