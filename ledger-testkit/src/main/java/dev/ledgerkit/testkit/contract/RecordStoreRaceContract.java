package dev.ledgerkit.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The half of {@link RecordStoreContract} in which many threads, on two handles, want the same
 * thing at once. Extend that class; this one is its part.
 *
 * @since 0.1
 */
public abstract class RecordStoreRaceContract {
  private static final int THREADS = 16;
  private static final int ROUNDS = 5;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMillis(1);

  /** A kind nobody else uses, so that tests can share one database. */
  final String kind = "t" + UUID.randomUUID().toString().substring(0, 13);

  /** For subclasses. */
  protected RecordStoreRaceContract() {}

  /**
   * Opens another handle on the same data, as a second node would: a new connection pool, a new
   * object, another process's view. The first call of a test may make the data; what earlier tests
   * left in it does no harm. The contract closes nothing.
   */
  protected abstract RecordStore open();

  /**
   * Moves the store's clock on. Waits by the wall clock unless overridden, which suits a store that
   * lives by its own clock: every test that waits for a lease to lapse gives it less than a second.
   */
  protected void letTimePass(Duration duration) throws InterruptedException {
    LedgerClock.system().sleep(duration);
  }

  /** A key of this test's own kind. */
  final RecordKey key(String id) {
    return new RecordKey(kind, id);
  }

  /** Increments under compare-and-set lose nothing, whichever handle they go through. */
  @Test
  public void put_byManyThreadsOnOneRecord_losesNoIncrement() throws Exception {
    RecordStore[] nodes = {open(), open()};
    RecordKey key = key("counter");
    assertTrue(nodes[0].put(key, RecordStore.ABSENT, new byte[4], null).isPresent());

    try (Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        RecordStore node = nodes[i % 2];
        crew.member(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                increment(node, key);
              }
            });
      }
      crew.join();
    }

    StoredRecord last = nodes[1].get(key).orElseThrow();
    assertEquals(THREADS * ROUNDS, number(last.value()));
  }

  /** One of many creators wins, the others are told. */
  @Test
  public void put_ofTheSameNewRecordByManyThreads_succeedsOnce() throws Exception {
    RecordStore[] nodes = {open(), open()};
    AtomicInteger created = new AtomicInteger();

    try (Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        RecordStore node = nodes[i % 2];
        crew.member(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                RecordKey key = key("new-" + round);
                if (node.put(key, RecordStore.ABSENT, new byte[] {1}, null).isPresent()) {
                  created.incrementAndGet();
                }
              }
            });
      }
      crew.join();
    }

    assertEquals(ROUNDS, created.get());
  }

  /** Nobody is granted a lease that another holds, and every grant has a number of its own. */
  @Test
  public void grant_toManyThreadsOnTwoNodes_neverHasTwoHolders() throws Exception {
    RecordStore[] nodes = {open(), open()};
    RecordKey key = key("wanted");
    AtomicInteger holders = new AtomicInteger();
    Set<Long> fences = ConcurrentHashMap.newKeySet();

    try (Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        RecordStore node = nodes[i % 2];
        crew.member(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                StoreLease lease = awaitGrant(node, key);
                boolean released;
                try {
                  assertEquals(1, holders.incrementAndGet(), "holders at once");
                  assertTrue(fences.add(lease.fence()), "a fencing number twice");
                  holders.decrementAndGet();
                } finally {
                  released = node.release(lease); // the others would wait for it
                }
                assertTrue(released);
              }
            });
      }
      crew.join();
    }

    assertEquals(THREADS * ROUNDS, fences.size());
  }

  /** Fencing numbers taken at once are all different. */
  @Test
  public void fence_byManyThreads_givesEachItsOwnNumber() throws Exception {
    RecordStore[] nodes = {open(), open()};
    RecordKey key = key("fenced");
    Set<Long> fences = ConcurrentHashMap.newKeySet();

    try (Crew crew = new Crew(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        RecordStore node = nodes[i % 2];
        crew.member(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                assertTrue(fences.add(node.fence(key)), "a fencing number twice");
              }
            });
      }
      crew.join();
    }

    assertEquals(THREADS * ROUNDS, fences.size());
  }

  /** However commits overtake each other, a polling reader hears of every key. */
  @Test
  public void changedSince_whileManyThreadsCommit_missesNoKey() throws Exception {
    RecordStore[] nodes = {open(), open()};
    RecordStore reader = open();
    AtomicInteger writing = new AtomicInteger(THREADS);
    Set<RecordKey> expected = new HashSet<>();
    Set<RecordKey> seen = new HashSet<>();
    int perWriter = 12;

    try (Crew crew = new Crew(THREADS + 1)) {
      for (int i = 0; i < THREADS; i++) {
        int writer = i;
        RecordStore node = nodes[i % 2];
        for (int n = 0; n < perWriter; n++) {
          expected.add(key("w" + writer + "-" + n));
        }
        crew.member(
            () -> {
              for (int n = 0; n < perWriter; n++) {
                RecordKey key = key("w" + writer + "-" + n);
                StoredRecord made =
                    node.put(key, RecordStore.ABSENT, new byte[] {1}, null).orElseThrow();
                if (n % 3 == 0) {
                  assertTrue(node.delete(key, made.version()));
                }
              }
              writing.decrementAndGet();
            });
      }
      crew.member(
          () -> {
            long cursor = 0;
            boolean last;
            do {
              last = writing.get() == 0;
              cursor = drain(reader, cursor, seen);
            } while (!last);
          });
      crew.join();
    }

    assertEquals(expected, seen);
  }

  private long drain(RecordStore reader, long from, Set<RecordKey> seen) {
    int limit = 7;
    long cursor = from;
    RecordChanges changes;
    do {
      changes = reader.changedSince(kind, cursor, limit);
      seen.addAll(changes.keys());
      cursor = changes.cursor();
    } while (changes.keys().size() == limit);
    return cursor;
  }

  private static void increment(RecordStore node, RecordKey key) {
    Optional<StoredRecord> stored;
    do {
      StoredRecord before = node.get(key).orElseThrow();
      byte[] next = bytes(number(before.value()) + 1);
      stored = node.put(key, before.version(), next, null);
    } while (stored.isEmpty());
  }

  private static StoreLease awaitGrant(RecordStore node, RecordKey key)
      throws InterruptedException {
    Optional<StoreLease> lease = node.grant(key, LONG);
    while (lease.isEmpty()) {
      LedgerClock.system().sleep(PAUSE);
      lease = node.grant(key, LONG);
    }
    return lease.get();
  }

  private static int number(byte[] value) {
    return ByteBuffer.wrap(value).getInt();
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }
}
