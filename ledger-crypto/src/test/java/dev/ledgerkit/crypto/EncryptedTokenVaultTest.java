package dev.ledgerkit.crypto;

import static dev.ledgerkit.crypto.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What lies between a vault and its store; what a vault does is held by the testkit's contract. */
class EncryptedTokenVaultTest {
  private final SeenStore store = new SeenStore();
  private final EncryptedTokenVault vault = Samples.vault(store, MasterKeys.generate());

  @Test
  void store_whenARefreshSavesInBetween_takesAnEpochAboveIt() {
    vault.store(A, Samples.token(1));
    AtomicReference<RefreshLease> lease = new AtomicReference<>();
    once(
        () -> {
          lease.set(vault.lease(A, Duration.ofMinutes(1)).orElseThrow());
          assertThat(vault.save(lease.get(), Samples.token(2))).isTrue();
        });

    VaultedToken reconnected = vault.store(A, Samples.token(3));

    assertThat(reconnected.epoch()).isGreaterThan(lease.get().epoch());
    assertThat(vault.load(A)).contains(reconnected);
  }

  @Test
  void save_whenAReconnectComesInBetween_isRefused() {
    vault.store(A, Samples.token(1));
    RefreshLease lease = vault.lease(A, Duration.ofMinutes(1)).orElseThrow();
    once(() -> vault.store(A, Samples.token(3)));

    assertThat(vault.save(lease, Samples.token(2))).isFalse();
    assertThat(vault.load(A).orElseThrow().token()).isEqualTo(Samples.token(3));
  }

  @Test
  void journal_whenALateSaveComesInBetween_isRefused() {
    vault.store(A, Samples.token(1));
    RefreshLease late = vault.lease(A, Duration.ofMinutes(1)).orElseThrow();
    vault.release(late);
    RefreshLease holder = vault.lease(A, Duration.ofMinutes(1)).orElseThrow();
    once(() -> assertThat(vault.save(late, Samples.token(2))).isTrue());

    assertThat(
            vault.journal(
                holder,
                RefreshAttempt.begin(
                    Samples.token(1).fingerprint(), holder.epoch(), 1, SteppedClock.START)))
        .isFalse();
    assertThat(vault.load(A).orElseThrow().journal()).isEmpty();
  }

  @Test
  void save_whenADisconnectComesInBetween_bringsNothingBack() {
    vault.store(A, Samples.token(1));
    RefreshLease lease = vault.lease(A, Duration.ofMinutes(1)).orElseThrow();
    once(() -> vault.delete(A));

    assertThat(vault.save(lease, Samples.token(2))).isFalse();
    assertThat(vault.load(A)).isEmpty();
  }

  @Test
  void storeThatNeverAgrees_endsInAnException() {
    vault.store(A, Samples.token(1));
    RefreshLease lease = vault.lease(A, Duration.ofMinutes(1)).orElseThrow();
    byte[] other = store.get(EncryptedTokenVault.key(A)).orElseThrow().value().clone();
    store.beforePut(() -> store.overwrite(EncryptedTokenVault.key(A), other));

    assertThatThrownBy(() -> vault.save(lease, Samples.token(2)))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("token/shop-a")
        .hasMessageContaining("64 times");
  }

  @Test
  void tokenThatNeverDies_hasNoDueTime() {
    OauthToken model = Samples.token(1);
    vault.store(
        A,
        new OauthToken(
            model.accessToken(),
            model.refreshToken(),
            model.accessExpiresAt(),
            Instant.MAX,
            model.scope(),
            model.obtainedAt()));

    assertThat(store.get(EncryptedTokenVault.key(A)).orElseThrow().dueAt()).isNull();
  }

  /** Cuts in before the next put, and not before those of the cut itself. */
  private void once(Runnable cutIn) {
    store.beforePut(
        () -> {
          store.beforePut(() -> {});
          cutIn.run();
        });
  }
}
