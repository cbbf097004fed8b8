package dev.ledgerkit.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything {@link RecordStore} promises, as tests: extend it for a store of your own.
 *
 * <p>Every test opens the store at least twice, and what one handle did is asked of the other, so a
 * store that keeps something in the object fails.
 *
 * <pre>{@code
 * class MyStoreTest extends RecordStoreContract {
 *   @Override
 *   protected RecordStore open() {
 *     return new MyStore(database);
 *   }
 * }
 * }</pre>
 *
 * <p>Note: override {@link #letTimePass} if the store's clock is one a test can move; otherwise the
 * few tests that need a lease to lapse really wait.
 *
 * @since 0.1
 */
public abstract class RecordStoreContract extends RecordStoreRaceContract {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration PAST_SHORT = Duration.ofMillis(150);
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123Z");
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2};

  private RecordStore here;
  private RecordStore there;

  /** For subclasses. */
  @SuppressWarnings("NullAway.Init") // JUnit calls openBoth before each test
  protected RecordStoreContract() {}

  /** Opens the two nodes. */
  @BeforeEach
  public void openBoth() {
    here = open();
    there = open();
  }

  /** Nothing is there before it is put. */
  @Test
  public void get_ofWhatWasNeverPut_isEmpty() {
    assertTrue(here.get(key("nothing")).isEmpty());
  }

  /** What one node put, the other reads. */
  @Test
  public void put_ofANewRecord_isReadByTheOtherNode() {
    StoredRecord put = here.put(key("a"), RecordStore.ABSENT, ONE, NOON).orElseThrow();
    StoredRecord read = there.get(key("a")).orElseThrow();

    assertEquals(key("a"), read.key());
    assertArrayEquals(ONE, read.value());
    assertEquals(NOON, read.dueAt());
    assertEquals(put.version(), read.version());
    assertEquals(put.dueAt(), read.dueAt());
    assertNotEquals(RecordStore.ABSENT, read.version());
  }

  /** A version that is not the record's changes nothing. */
  @Test
  public void put_withAnotherVersion_isRefusedAndChangesNothing() {
    StoredRecord first = create("a", ONE);
    StoredRecord second = there.put(key("a"), first.version(), TWO, null).orElseThrow();

    assertTrue(second.version() > first.version());
    assertTrue(here.put(key("a"), first.version(), ONE, NOON).isEmpty());
    assertTrue(here.put(key("a"), second.version() + 1, ONE, NOON).isEmpty());
    assertTrue(here.put(key("a"), RecordStore.ABSENT, ONE, NOON).isEmpty());
    assertTrue(here.put(key("b"), first.version(), ONE, NOON).isEmpty());
    assertState("a", second.version(), TWO);
    assertTrue(there.get(key("b")).isEmpty());
  }

  /** Delete compares as put does. */
  @Test
  public void delete_withAnotherVersion_isRefused() {
    StoredRecord stored = create("a", ONE);

    assertFalse(there.delete(key("a"), stored.version() + 1));
    assertFalse(there.delete(key("a"), RecordStore.ABSENT));
    assertFalse(there.delete(key("b"), RecordStore.ABSENT));
    assertState("a", stored.version(), ONE);
    assertTrue(there.delete(key("a"), stored.version()));
    assertTrue(here.get(key("a")).isEmpty());
    assertFalse(here.delete(key("a"), stored.version()));
  }

  /** A version names one state of a key for ever. */
  @Test
  public void version_isNotUsedAgainAfterDeletion() {
    StoredRecord first = create("a", ONE);
    assertTrue(here.delete(key("a"), first.version()));
    assertTrue(here.put(key("a"), first.version(), TWO, null).isEmpty(), "put over a deletion");
    assertTrue(here.put(key("a"), first.version() + 1, TWO, null).isEmpty(), "a guessed version");

    StoredRecord again = there.put(key("a"), RecordStore.ABSENT, TWO, null).orElseThrow();

    assertTrue(again.version() > first.version(), "version rises across deletion");
    assertFalse(here.delete(key("a"), first.version()));
    assertState("a", again.version(), TWO);
  }

  /** Bytes come back as they went, whatever they are. */
  @Test
  public void value_ofAnyBytes_comesBackUnchanged() {
    byte[] all = new byte[256];
    byte[] large = new byte[64 * 1024];
    for (int i = 0; i < large.length; i++) {
      all[i % 256] = (byte) i;
      large[i] = (byte) (i * 31 + i / 256);
    }
    for (byte[] value : List.of(new byte[0], new byte[] {0}, all, large)) {
      String id = "bytes-" + value.length;
      create(id, value);
      assertArrayEquals(value, there.get(key(id)).orElseThrow().value());
    }
  }

  /** The caller's array is the caller's. */
  @Test
  public void value_isNotTheCallersArray() {
    byte[] mine = {1, 2, 3};
    create("a", mine);
    Arrays.fill(mine, (byte) 9);

    assertArrayEquals(new byte[] {1, 2, 3}, there.get(key("a")).orElseThrow().value());
  }

  /** Ids that differ only in case, or contain what a query or a file name would interpret. */
  @Test
  public void ids_areComparedByteByByte() {
    List<String> ids =
        new ArrayList<>(
            List.of("a", "A", "%61", "_", "%", "'", "\"", "\\", "/", "..", "con", "~", "a.b"));
    ids.add("x".repeat(128));
    ids.add("X".repeat(128));
    ids.add("X".repeat(127) + "x");
    for (int i = 0; i < ids.size(); i++) {
      create(ids.get(i), new byte[] {(byte) i});
    }
    for (int i = 0; i < ids.size(); i++) {
      StoredRecord read = there.get(key(ids.get(i))).orElseThrow();
      assertEquals(ids.get(i), read.key().id());
      assertArrayEquals(new byte[] {(byte) i}, read.value());
    }
    assertEquals(
        ids.stream().map(this::key).collect(Collectors.toSet()),
        Set.copyOf(there.changedSince(kind, 0, 100).keys()));
  }

  /** The same id under two kinds is two records. */
  @Test
  public void kinds_areApart() {
    create("a", ONE);
    assertTrue(there.get(new RecordKey(kind + "x", "a")).isEmpty());
  }

  /** One holder at a time, on whichever node. */
  @Test
  public void grant_whileAnotherIsLive_isRefused() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();

    assertEquals(key("a"), lease.key());
    assertTrue(there.grant(key("a"), LONG).isEmpty());
    assertTrue(here.grant(key("a"), LONG).isEmpty());
    assertTrue(there.grant(key("b"), LONG).isPresent(), "another key is free");
    assertTrue(there.get(key("a")).isEmpty(), "a lease is no record");
    assertTrue(there.changedSince(kind, 0, 10).keys().isEmpty(), "a lease is no change");
  }

  /** Giving it back frees it at once, and once. */
  @Test
  public void release_freesTheKey() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();

    assertTrue(here.release(lease));
    assertFalse(here.release(lease));
    assertFalse(here.renew(lease, LONG));
    StoreLease next = there.grant(key("a"), LONG).orElseThrow();
    assertTrue(next.fence() > lease.fence());
    assertNotEquals(lease.owner(), next.owner());
  }

  /** Another's lease is neither released nor renewed nor written under. */
  @Test
  public void lease_ofAnother_isOutOfReach() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();
    StoreLease forged = new StoreLease(key("a"), UUID.randomUUID().toString(), lease.fence());
    StoreLease behind = new StoreLease(key("a"), lease.owner(), lease.fence() - 1);

    for (StoreLease not : List.of(forged, behind)) {
      assertFalse(there.release(not));
      assertFalse(there.renew(not, LONG));
      assertTrue(there.put(not, RecordStore.ABSENT, ONE, null).isEmpty());
    }
    assertTrue(here.renew(lease, LONG));
  }

  /** A lease that lapsed is free, and its last holder is told. */
  @Test
  public void lease_thatLapsed_isLost() throws Exception {
    StoreLease lapsed = here.grant(key("a"), SHORT).orElseThrow();
    letTimePass(PAST_SHORT);

    assertFalse(here.renew(lapsed, LONG));
    assertFalse(here.release(lapsed));
    assertTrue(here.put(lapsed, RecordStore.ABSENT, ONE, null).isEmpty());
    StoreLease next = there.grant(key("a"), LONG).orElseThrow();
    assertTrue(next.fence() > lapsed.fence());
    assertFalse(here.release(lapsed), "an overtaken lease frees nothing");
    assertTrue(here.grant(key("a"), LONG).isEmpty());
    assertTrue(there.put(next, RecordStore.ABSENT, TWO, null).isPresent());
  }

  /** Renewed, it outlives its first span. */
  @Test
  public void renew_letsTheLeaseLive() throws Exception {
    StoreLease lease = here.grant(key("a"), Duration.ofSeconds(30)).orElseThrow();
    assertTrue(here.renew(lease, LONG));
    assertTrue(here.renew(lease, SHORT), "a renewal may shorten");
    letTimePass(PAST_SHORT);

    assertTrue(there.grant(key("a"), LONG).isPresent());
  }

  /** A put under a lease wants the lease and the version. */
  @Test
  public void put_underALease_wantsLeaseAndVersion() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();
    StoredRecord first = here.put(lease, RecordStore.ABSENT, ONE, NOON).orElseThrow();
    assertEquals(NOON, first.dueAt());
    assertTrue(here.put(lease, RecordStore.ABSENT, TWO, null).isEmpty());
    StoredRecord second = there.put(lease, first.version(), TWO, null).orElseThrow();
    assertTrue(here.put(lease, first.version(), ONE, null).isEmpty());

    assertTrue(here.release(lease));
    assertTrue(here.put(lease, second.version(), ONE, null).isEmpty(), "a released lease");
    assertState("a", second.version(), TWO);
  }

  /** A put without a lease does not ask for one. */
  @Test
  public void put_withoutALease_ignoresLeases() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();
    StoredRecord stored = there.put(key("a"), RecordStore.ABSENT, ONE, null).orElseThrow();

    assertTrue(here.put(lease, stored.version(), TWO, null).isPresent());
    assertTrue(there.renew(lease, LONG), "a put leaves the lease alone");
  }

  /** Fencing ends the lease and goes past its number. */
  @Test
  public void fence_endsTheLeaseThatWasLive() {
    StoreLease lease = here.grant(key("a"), LONG).orElseThrow();
    StoredRecord stored = here.put(lease, RecordStore.ABSENT, ONE, null).orElseThrow();

    long fence = there.fence(key("a"));

    assertTrue(fence > lease.fence());
    assertFalse(here.renew(lease, LONG));
    assertFalse(here.release(lease));
    assertTrue(here.put(lease, stored.version(), TWO, null).isEmpty());
    assertState("a", stored.version(), ONE);
    assertTrue(here.grant(key("a"), LONG).orElseThrow().fence() > fence);
  }

  /** Fencing numbers never go back, not even when the record does. */
  @Test
  public void fencingNumbers_riseAcrossDeletion() {
    List<Long> fences = new ArrayList<>();
    fences.add(here.fence(key("a")));
    StoredRecord stored = create("a", ONE);
    StoreLease lease = there.grant(key("a"), LONG).orElseThrow();
    fences.add(lease.fence());
    assertTrue(here.delete(key("a"), stored.version()));
    assertTrue(there.renew(lease, LONG), "a lease outlives its record");
    assertTrue(there.release(lease));
    fences.add(here.fence(key("a")));
    create("a", TWO);
    fences.add(there.grant(key("a"), LONG).orElseThrow().fence());
    fences.add(here.fence(key("a")));

    for (int i = 1; i < fences.size(); i++) {
      assertTrue(fences.get(i) > fences.get(i - 1), () -> "not rising: " + fences);
    }
  }

  /** Soonest first, at most as many as asked for, none that never wants attention. */
  @Test
  public void dueBefore_isOrderedAndLimited() {
    create("late", ONE, NOON.plusMillis(2));
    create("soon", ONE, NOON);
    create("next", ONE, NOON.plusMillis(1));
    create("old", ONE, Instant.EPOCH.minusSeconds(1));
    create("never", ONE);
    StoredRecord gone = here.put(key("gone"), RecordStore.ABSENT, ONE, NOON).orElseThrow();
    assertTrue(here.delete(gone.key(), gone.version()));

    assertEquals(ids("old", "soon", "next"), there.dueBefore(kind, NOON.plusMillis(2), 10));
    assertEquals(ids("old", "soon"), there.dueBefore(kind, NOON.plusNanos(1), 10), "nanoseconds");
    assertEquals(ids("old"), there.dueBefore(kind, NOON, 10), "strictly before");
    assertEquals(ids("old", "soon"), there.dueBefore(kind, NOON.plusSeconds(9), 2));
    assertEquals(4, there.dueBefore(kind, Instant.MAX, 10).size());
    assertEquals(List.of(), there.dueBefore(kind + "x", Instant.MAX, 10));
  }

  /** A record that was given another time, or none, is no longer due at the first. */
  @Test
  public void dueBefore_followsThePut() {
    StoredRecord stored = here.put(key("a"), RecordStore.ABSENT, ONE, NOON).orElseThrow();
    StoredRecord later =
        here.put(key("a"), stored.version(), ONE, NOON.plusSeconds(60)).orElseThrow();
    assertEquals(List.of(), there.dueBefore(kind, NOON.plusSeconds(1), 10));
    assertTrue(here.put(key("a"), later.version(), ONE, null).isPresent());
    assertEquals(List.of(), there.dueBefore(kind, Instant.MAX, 10));
  }

  /** Puts and deletions are changes. */
  @Test
  public void changedSince_namesPutsAndDeletions() {
    StoredRecord a = create("a", ONE);
    create("b", ONE);
    RecordChanges first = there.changedSince(kind, 0, 10);
    assertEquals(Set.copyOf(ids("a", "b")), Set.copyOf(first.keys()));

    assertTrue(here.delete(key("a"), a.version()));
    create("c", ONE);
    List<RecordKey> since = there.changedSince(kind, first.cursor(), 10).keys();
    assertTrue(since.containsAll(ids("a", "c")), () -> since.toString());
    assertEquals(List.of(), there.changedSince(kind + "x", 0, 10).keys());
  }

  /** Page after page, the end is reached and nothing left out. */
  @Test
  public void changedSince_inPages_reachesEveryKey() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add("p" + i);
      create("p" + i, ONE);
    }
    for (int limit : new int[] {1, 3, 10, 11}) {
      List<RecordKey> seen = new ArrayList<>();
      long cursor = 0;
      for (int page = 0; page < 30 && seen.size() < ids.size(); page++) {
        RecordChanges changes = there.changedSince(kind, cursor, limit);
        assertTrue(changes.keys().size() <= limit, "more than the limit");
        seen.addAll(changes.keys());
        cursor = changes.cursor();
      }
      assertEquals(Set.copyOf(ids(ids.toArray(String[]::new))), Set.copyOf(seen));
    }
  }

  /** Cursors belong to the store, not to the handle that gave them. */
  @Test
  public void changedSince_cursorOfOneNode_servesTheOther() {
    create("a", ONE);
    long cursor = here.changedSince(kind, 0, 10).cursor();
    create("b", ONE);
    assertTrue(there.changedSince(kind, cursor, 10).keys().contains(key("b")));
    assertTrue(open().changedSince(kind, cursor, 10).keys().contains(key("b")));
  }

  private StoredRecord create(String id, byte[] value) {
    return create(id, value, null);
  }

  private StoredRecord create(String id, byte[] value, @Nullable Instant dueAt) {
    Optional<StoredRecord> stored = here.put(key(id), RecordStore.ABSENT, value, dueAt);
    return stored.orElseThrow(() -> new AssertionError("not created: " + id));
  }

  private void assertState(String id, long version, byte[] value) {
    for (RecordStore node : List.of(here, there)) {
      StoredRecord read = node.get(key(id)).orElseThrow();
      assertEquals(version, read.version());
      assertArrayEquals(value, read.value());
    }
  }

  private List<RecordKey> ids(String... ids) {
    return Arrays.stream(ids).map(this::key).toList();
  }
}
