package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pair that was bought and not saved is the only one there is: it is kept until it is. */
class UnsavedPairTest {
  private final VirtualClock clock = VirtualClock.manual(Instant.parse("2026-01-05T09:00:00Z"));

  static Stream<Throwable> whatSavesThrow() {
    return Stream.of(
        new VaultException("down for a moment", null),
        new IllegalStateException("the pool is closed for a moment"),
        new NoClassDefFoundError("driver"));
  }

  @ParameterizedTest
  @MethodSource("whatSavesThrow")
  void saveThrows_whateverItIs_thePairIsKeptAndTheOldTokenNotSpentAgain(Throwable failure) {
    PickyVault vault = new PickyVault(new InMemoryTokenVault(clock), failure);
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock, new InMemoryRecordStore(clock), vault);
        RefreshingTokenSource tokens = host.tokenSource(clock).build()) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      vault.refuse(any -> true);

      OauthToken bought = tokens.loadFresh(id);

      assertThat(tokens.unsavedPairs()).isEqualTo(1);
      assertThat(host.events(LedgerEvent.SaveDelayed.class)).hasSize(1);
      vault.refuse(any -> false);
      clock.advance(Duration.ofSeconds(1)); // the save is repeated
      Await.until(() -> tokens.unsavedPairs() == 0);
      assertThat(vault.load(id).orElseThrow().token()).isEqualTo(bought);
      clock.advance(Duration.ofMinutes(6));
      assertThat(tokens.loadFresh(id).fingerprint()).isNotEqualTo(bought.fingerprint());
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(2);
      assertThat(sage.seen().refreshesRejected()).isZero();
    }
  }

  @Test
  void close_onePairStillRefused_everyOtherIsSaved() {
    PickyVault vault =
        new PickyVault(new InMemoryTokenVault(clock), new IllegalStateException("refused"));
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock, new InMemoryRecordStore(clock), vault)) {
      RefreshingTokenSource tokens = host.tokenSource(clock).build();
      List<BindingId> ids = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        ids.add(host.connected());
      }
      clock.advance(Duration.ofMinutes(6));
      vault.refuse(any -> true);
      ids.forEach(tokens::loadFresh);
      assertThat(tokens.unsavedPairs()).isEqualTo(5);
      vault.refuse(ids.get(0)::equals);
      vault.tried.clear();

      assertThatThrownBy(tokens::close)
          .isInstanceOf(VaultException.class)
          .hasRootCauseMessage("refused");

      assertThat(vault.tried).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(tokens.unsavedPairs()).isEqualTo(1);
    }
  }

  /** Throws from some saves and does not make them. */
  private static final class PickyVault extends ForwardingVault {
    final List<BindingId> tried = new CopyOnWriteArrayList<>();
    private final Throwable failure;
    private volatile Predicate<BindingId> refused = id -> false;

    PickyVault(TokenVault vault, Throwable failure) {
      super(vault);
      this.failure = failure;
    }

    void refuse(Predicate<BindingId> which) {
      refused = which;
    }

    @Override
    public boolean save(RefreshLease lease, OauthToken token) {
      tried.add(lease.binding());
      if (!refused.test(lease.binding())) {
        return super.save(lease, token);
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
  }
}
