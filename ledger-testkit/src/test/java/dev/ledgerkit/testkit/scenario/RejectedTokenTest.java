package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caller whose token the provider refused gets another one, whoever else asks meanwhile. */
@ExtendWith(SageSimulatorExtension.class)
class RejectedTokenTest {

  @Test
  void rejected_whileSomebodyElseLoadsThatSameToken_anotherIsBought(
      SageSimulator sage, VirtualClock clock) throws Exception {
    Hook atLoad = new Hook();
    TokenVault vault =
        new ForwardingVault(new InMemoryTokenVault(clock)) {
          @Override
          public Optional<VaultedToken> load(BindingId id) {
            atLoad.reached();
            return super.load(id);
          }
        };
    try (Host host = Host.of(sage, clock, new InMemoryRecordStore(clock), vault)) {
      BindingId id = host.connected();
      OauthToken refused = host.ledger.tokens().loadFresh(id);
      host.ledger.tokens().forget(id);
      CountDownLatch loading = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      atLoad.set(
          () -> {
            loading.countDown();
            awaitOpen(goOn);
          });
      CompletableFuture<OauthToken> unaware =
          CompletableFuture.supplyAsync(() -> host.ledger.tokens().loadFresh(id));
      assertThat(loading.await(10, TimeUnit.SECONDS)).isTrue();
      FutureTask<OauthToken> aware =
          new FutureTask<>(() -> host.ledger.tokens().loadFresh(id, refused));
      Thread joining = new Thread(aware, "joins-the-load");
      joining.start();
      Await.until(() -> joining.getState() == Thread.State.TIMED_WAITING);

      goOn.countDown();

      assertThat(unaware.get(10, TimeUnit.SECONDS)).isEqualTo(refused);
      assertThat(aware.get(10, TimeUnit.SECONDS)).isNotEqualTo(refused);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody let it go on");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
