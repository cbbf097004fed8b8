package dev.ledgerkit.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TokenVault} has to keep when many threads work on one binding. Extend it as {@link
 * TokenVaultContract}.
 *
 * @since 0.1
 */
public abstract class TokenVaultRaceContract {
  private static final int THREADS = 16;
  private static final int ROUNDS = 40;

  private final BindingId id = BindingId.random();

  /** For subclasses. */
  protected TokenVaultRaceContract() {}

  /** A vault that takes {@link BindingId#random() random} binding ids. */
  protected abstract TokenVault vault();

  /** A second vault over the same store, as another node has; the same one if there is none. */
  protected TokenVault otherNode(TokenVault vault) {
    return vault;
  }

  @Test
  void refreshes_bySixteenThreads_areEachBoughtOnceAndInOrder() throws Exception {
    TokenVault here = vault();
    TokenVault there = otherNode(here);
    AtomicInteger number = new AtomicInteger(1);
    here.store(id, TokenVaultContract.token(1));
    Set<Long> epochs = ConcurrentHashMap.newKeySet();
    AtomicInteger holders = new AtomicInteger();

    race(
        thread -> {
          TokenVault vault = thread % 2 == 0 ? here : there;
          for (int saved = 0; saved < ROUNDS; ) {
            Optional<RefreshLease> granted = vault.lease(id, TokenVaultContract.LONG);
            if (granted.isEmpty()) {
              Thread.onSpinWait();
              continue;
            }
            RefreshLease lease = granted.get();
            assertEquals(1, holders.incrementAndGet(), "holders at once");
            assertTrue(epochs.add(lease.epoch()), "an epoch is granted once");
            VaultedToken before = vault.load(id).orElseThrow();
            assertTrue(lease.epoch() > before.epoch());
            assertTrue(vault.journal(lease, TokenVaultContract.attempt(lease, before.token(), 1)));
            OauthToken bought = TokenVaultContract.token(number.incrementAndGet());
            assertTrue(vault.save(lease, bought));
            assertEquals(bought, vault.load(id).orElseThrow().token());
            holders.decrementAndGet();
            vault.release(lease);
            saved++;
          }
        });

    assertEquals(1 + THREADS * ROUNDS, number.get());
    assertEquals(THREADS * ROUNDS, epochs.size());
    assertEquals(
        TokenVaultContract.token(number.get()), here.load(id).orElseThrow().token(), "the last");
  }

  @Test
  void lateSaves_bySixteenHolders_leaveTheNewest() throws Exception {
    TokenVault here = vault();
    TokenVault there = otherNode(here);
    here.store(id, TokenVaultContract.token(0));
    List<RefreshLease> leases = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      RefreshLease lease = here.lease(id, TokenVaultContract.LONG).orElseThrow();
      leases.add(lease);
      here.release(lease);
    }

    race(
        thread -> {
          TokenVault vault = thread % 2 == 0 ? here : there;
          vault.save(leases.get(thread), TokenVaultContract.token(thread + 1));
        });

    VaultedToken last = here.load(id).orElseThrow();
    assertEquals(TokenVaultContract.token(THREADS), last.token());
    assertEquals(leases.get(THREADS - 1).epoch(), last.epoch());
  }

  @Test
  void store_whileOthersRefresh_isNeverOverwrittenByAnEarlierEpoch() throws Exception {
    TokenVault here = vault();
    TokenVault there = otherNode(here);
    here.store(id, TokenVaultContract.token(0));
    AtomicInteger number = new AtomicInteger(1_000_000);

    race(
        thread -> {
          TokenVault vault = thread % 2 == 0 ? here : there;
          for (int round = 0; round < ROUNDS; round++) {
            if (thread % 4 == 0) {
              VaultedToken stored =
                  vault.store(id, TokenVaultContract.token(number.incrementAndGet()));
              assertTrue(vault.load(id).orElseThrow().epoch() >= stored.epoch());
            } else {
              Optional<RefreshLease> granted = vault.lease(id, TokenVaultContract.LONG);
              granted.ifPresent(lease -> refresh(vault, lease, number));
            }
          }
        });

    VaultedToken last = here.store(id, TokenVaultContract.token(1));
    assertEquals(last, there.load(id).orElseThrow());
  }

  private void refresh(TokenVault vault, RefreshLease lease, AtomicInteger number) {
    VaultedToken before = vault.load(id).orElseThrow();
    if (vault.journal(lease, TokenVaultContract.attempt(lease, before.token(), 1))) {
      boolean saved = vault.save(lease, TokenVaultContract.token(number.incrementAndGet()));
      long onRecord = vault.load(id).orElseThrow().epoch();
      assertTrue(saved ? onRecord >= lease.epoch() : onRecord > lease.epoch());
    }
    vault.release(lease);
  }

  private static void race(Racer racer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(THREADS);
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        runs.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  racer.run(thread);
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private interface Racer {
    void run(int thread) throws Exception;
  }
}
