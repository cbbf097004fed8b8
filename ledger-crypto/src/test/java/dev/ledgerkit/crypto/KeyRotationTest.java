package dev.ledgerkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A new key, while the vault serves. */
class KeyRotationTest {
  private static final int FAST = 1_000_000;

  private final SeenStore store = new SeenStore();
  private final SteppedClock clock = new SteppedClock();
  private final MasterKeys before = MasterKeys.generate();

  /** Both keys; the new one seals. */
  private final MasterKeys after =
      MasterKeys.fromSecret(Secret.of(new KeysetChange(before.ring()).add().promoteLast().text()));

  private final EncryptedTokenVault oldVault = Samples.vault(store, before);
  private final EncryptedTokenVault vault = Samples.vault(store, after);

  @Test
  void newRecords_areUnderThePrimaryAtOnce_andOldOnesStayReadable() {
    fill(3);
    VaultedToken old = vault.load(id(0)).orElseThrow();
    RefreshLease lease = vault.lease(id(1), Duration.ofMinutes(1)).orElseThrow();
    vault.save(lease, Samples.token(9));

    assertThat(old.token()).isEqualTo(Samples.token(0));
    assertThat(keyOf(id(0))).isEqualTo(before.primaryKeyId());
    assertThat(keyOf(id(1))).isEqualTo(after.primaryKeyId());
  }

  @Test
  void run_bringsEveryRecordUnderThePrimary_unchanged() {
    int count = 3 * ChangeScan.PAGE + 7;
    fill(count);
    Samples.storeWithJournal(oldVault, Samples.A);
    VaultedToken journaled = vault.load(Samples.A).orElseThrow();
    Instant due = stored(Samples.A).dueAt();

    RotationReport report = rotation().run();

    assertThat(report.complete()).isTrue();
    assertThat(report.resealed()).isEqualTo(count + 1);
    assertThat(report.unreadable()).isZero();
    assertThat(report.primaryKeyId()).isEqualTo(after.primaryKeyId());
    for (int i = 0; i < count; i++) {
      assertThat(vault.load(id(i)).orElseThrow().token()).isEqualTo(Samples.token(i));
      assertThat(keyOf(id(i))).isEqualTo(after.primaryKeyId());
    }
    assertThat(vault.load(Samples.A)).contains(journaled);
    assertThat(stored(Samples.A).dueAt()).isEqualTo(due);
    assertThat(rotation().run().resealed()).isZero();
  }

  @Test
  void run_whenKilled_isCompletedByTheNext_whichBeginsWithTheRest() {
    int count = 2 * ChangeScan.PAGE + 50;
    fill(count);
    store.failAfter(ChangeScan.PAGE + 100);
    assertThatThrownBy(() -> rotation().run()).isInstanceOf(VaultException.class);
    store.failAfter(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      assertThat(vault.load(id(i))).as("readable in the middle").isPresent();
    }
    List<String> first = new ArrayList<>();
    store.onGet(
        key -> {
          if (first.isEmpty()) {
            first.add(key.toString());
          }
        });

    RotationReport report = rotation().run();

    assertThat(report.complete()).isTrue();
    assertThat(report.resealed()).isEqualTo(count - ChangeScan.PAGE - 100);
    assertThat(first).containsExactly("token/shop-" + (ChangeScan.PAGE + 100));
    assertThat(health().byKeyId()).isEqualTo(Map.of(after.primaryKeyId(), (long) count));
  }

  @Test
  void run_interrupted_saysSo_andTheNextCompletes() {
    fill(20);
    AtomicInteger puts = new AtomicInteger();
    store.beforePut(
        () -> {
          if (puts.incrementAndGet() == 10) {
            Thread.currentThread().interrupt();
          }
        });

    RotationReport report = new KeyRotation(vault, 100, clock).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.complete()).isFalse();
    assertThat(report.resealed()).isEqualTo(10);
    store.beforePut(() -> {});
    assertThat(rotation().run().resealed()).isEqualTo(10);
  }

  @Test
  void run_whileARefreshSaves_neverOverwritesIt() {
    fill(1);
    RefreshLease lease = oldVault.lease(id(0), Duration.ofMinutes(1)).orElseThrow();
    AtomicInteger cuts = new AtomicInteger();
    store.beforePut(
        () -> {
          if (cuts.incrementAndGet() == 1) {
            // By a node that has not loaded the new key.
            assertThat(oldVault.save(lease, Samples.token(77))).isTrue();
          }
        });

    RotationReport report = rotation().run();

    assertThat(report.resealed()).isEqualTo(1);
    assertThat(vault.load(id(0)).orElseThrow())
        .isEqualTo(new VaultedToken(Samples.token(77), lease.epoch(), List.of()));
    assertThat(keyOf(id(0))).isEqualTo(after.primaryKeyId());
  }

  @Test
  void run_whileADisconnectDeletes_bringsNothingBack() {
    fill(1);
    store.beforePut(() -> vault.delete(id(0)));

    assertThat(rotation().run().complete()).isTrue();

    assertThat(store.get(EncryptedTokenVault.key(id(0)))).isEmpty();
  }

  @Test
  void twoRuns_withRefreshesAllTheWhile_endUnderThePrimaryWithTheLastPairs() throws Exception {
    int count = 800;
    fill(count);
    Map<Integer, Integer> last = new HashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      CountDownLatch start = new CountDownLatch(3);
      List<Future<?>> runs = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        KeyRotation rotation = rotation(Samples.vault(store, after));
        runs.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  assertThat(rotation.run().complete()).isTrue();
                  return null;
                }));
      }
      runs.add(
          threads.submit(
              () -> {
                start.countDown();
                start.await();
                for (int i = 0; i < count; i += 2) {
                  RefreshLease lease = vault.lease(id(i), Duration.ofMinutes(1)).orElseThrow();
                  assertThat(vault.save(lease, Samples.token(10_000 + i))).isTrue();
                  vault.release(lease);
                  last.put(i, 10_000 + i);
                }
                return null;
              }));
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }

    for (int i = 0; i < count; i++) {
      assertThat(vault.load(id(i)).orElseThrow().token())
          .isEqualTo(Samples.token(last.getOrDefault(i, i)));
    }
    assertThat(health().byKeyId()).isEqualTo(Map.of(after.primaryKeyId(), (long) count));
  }

  @Test
  void run_keepsToItsRate() {
    fill(100);

    new KeyRotation(vault, 50, clock).run();

    // 100 records, each met again as a change, at 50 a second; the first does not wait.
    assertThat(clock.passed()).isBetween(Duration.ofMillis(1980), Duration.ofMillis(4000));
  }

  @Test
  void rate_thatIsNone_isRefused() {
    assertThatThrownBy(() -> new KeyRotation(vault, 0, clock))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 records a second");
  }

  @Test
  void run_overRecordsThatDoNotOpen_countsThemAndGoesOn() {
    fill(3);
    store.overwrite(EncryptedTokenVault.key(id(1)), new byte[] {1, 2, 3});

    RotationReport report = rotation().run();

    assertThat(report.complete()).isTrue();
    assertThat(report.resealed()).isEqualTo(2);
    assertThat(report.unreadable()).isEqualTo(1);
    assertThat(report.firstUnreadable()).singleElement().asString().contains("token/shop-1");
  }

  @Test
  void run_whenThePrimaryChangesMeanwhile_stops() {
    fill(3);
    AtomicInteger reads = new AtomicInteger();
    MasterKeys moving =
        MasterKeys.fromKms(
            () ->
                reads.getAndIncrement() == 0
                    ? after.wrappedBy(IDENTITY)
                    : before.wrappedBy(IDENTITY),
            IDENTITY);
    store.beforePut(moving::reload);

    RotationReport report = rotation(Samples.vault(store, moving)).run();

    assertThat(report.complete()).isFalse();
    assertThat(report.primaryKeyId()).isEqualTo(after.primaryKeyId());
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      oldVault.store(id(i), Samples.token(i));
    }
  }

  private KeyRotation rotation() {
    return rotation(vault);
  }

  private KeyRotation rotation(EncryptedTokenVault over) {
    return new KeyRotation(over, FAST, clock);
  }

  private VaultHealth health() {
    return new VaultDoctor(vault, clock).examine(finding -> {});
  }

  private long keyOf(BindingId id) {
    return Integer.toUnsignedLong(TokenSeal.keyId(stored(id).value()).orElseThrow());
  }

  private StoredRecord stored(BindingId id) {
    return store.get(EncryptedTokenVault.key(id)).orElseThrow();
  }

  private static BindingId id(int number) {
    return new BindingId("shop-" + number);
  }

  /** Wraps nothing. */
  private static final Aead IDENTITY =
      new Aead() {
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
          return plaintext;
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
          return ciphertext;
        }
      };
}
