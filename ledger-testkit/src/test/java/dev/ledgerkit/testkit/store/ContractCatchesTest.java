package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract against stores that each break one promise: it has to fail, and where it should. */
class ContractCatchesTest {
  /** The store a run of the contract is about; a run is one thread's from begin to end. */
  private static final ThreadLocal<UnaryOperator<RecordStore>> BROKEN =
      ThreadLocal.withInitial(() -> sound -> sound);

  /** Not run by itself: its name does not end as a test's does. */
  static class Run extends RecordStoreContract {
    private final UnaryOperator<RecordStore> broken = BROKEN.get();
    private final RecordStore sound = new InMemoryRecordStore();

    @Override
    protected RecordStore open() {
      return broken.apply(sound);
    }
  }

  @Test
  void soundStore_passes() {
    assertThat(failures(sound -> sound)).isEmpty();
  }

  @Test
  void storeOfItsOwnObject_isCaught() {
    assertThat(failures(sound -> new InMemoryRecordStore()))
        .contains("put_ofANewRecord_isReadByTheOtherNode", "grant_whileAnotherIsLive_isRefused");
  }

  @Test
  void idsWithoutCase_areCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      RecordKey map(RecordKey key) {
                        return new RecordKey(key.kind(), key.id().toLowerCase(Locale.ROOT));
                      }
                    }))
        .contains("ids_areComparedByteByByte");
  }

  @Test
  void putThatComparesInTwoSteps_isCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      public Optional<StoredRecord> put(
                          RecordKey key, long expected, byte[] value, Instant dueAt) {
                        long version = get(key).map(StoredRecord::version).orElse(0L);
                        LockSupport.parkNanos(1_000_000); // wide enough for another to come between
                        return version == expected
                            ? super.put(
                                key, get(key).map(StoredRecord::version).orElse(0L), value, dueAt)
                            : Optional.empty();
                      }
                    }))
        .containsAnyOf(
            "put_byManyThreadsOnOneRecord_losesNoIncrement",
            "put_ofTheSameNewRecordByManyThreads_succeedsOnce");
  }

  @Test
  void putThatForgetsTheLease_isCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      public Optional<StoredRecord> put(
                          StoreLease lease, long expected, byte[] value, Instant dueAt) {
                        return put(lease.key(), expected, value, dueAt);
                      }
                    }))
        .contains(
            "lease_thatLapsed_isLost",
            "lease_ofAnother_isOutOfReach",
            "fence_endsTheLeaseThatWasLive",
            "put_underALease_wantsLeaseAndVersion");
  }

  @Test
  void leaseThatNeverLapses_isCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
                        return super.grant(key, Duration.ofDays(1));
                      }
                    }))
        .contains("lease_thatLapsed_isLost");
  }

  @Test
  void leaseThatAnybodyReleases_isCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      public boolean release(StoreLease lease) {
                        super.fence(lease.key());
                        return true;
                      }
                    }))
        .contains("lease_ofAnother_isOutOfReach", "release_freesTheKey");
  }

  @Test
  void scanThatStopsAtItsLimit_isCaught() {
    assertThat(
            failures(
                sound ->
                    new ForwardingStore(sound) {
                      @Override
                      public RecordChanges changedSince(String kind, long cursor, int limit) {
                        long end = super.changedSince(kind, cursor, Integer.MAX_VALUE).cursor();
                        return new RecordChanges(
                            super.changedSince(kind, cursor, limit).keys(), end);
                      }
                    }))
        .contains(
            "changedSince_inPages_reachesEveryKey",
            "changedSince_whileManyThreadsCommit_missesNoKey");
  }

  @Test
  void changeThatShowsLate_isCaught() {
    assertThat(failures(LateStore::new))
        .contains("changedSince_whileManyThreadsCommit_missesNoKey");
  }

  /** Every other change becomes visible to scans only after the next scan has passed it. */
  private static final class LateStore extends ForwardingStore {
    private volatile @Nullable RecordKey hidden;

    LateStore(RecordStore sound) {
      super(sound);
    }

    @Override
    public RecordChanges changedSince(String kind, long cursor, int limit) {
      RecordChanges all = super.changedSince(kind, cursor, limit);
      hidden = all.keys().isEmpty() ? null : all.keys().get(all.keys().size() - 1);
      List<RecordKey> shown = all.keys().stream().filter(key -> !key.equals(hidden)).toList();
      return new RecordChanges(shown, all.cursor());
    }
  }

  private static List<String> failures(UnaryOperator<RecordStore> broken) {
    BROKEN.set(broken);
    try {
      return EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(Run.class))
          .execute()
          .testEvents()
          .finished()
          .filter(ContractCatchesTest::failed)
          .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
          .toList();
    } finally {
      BROKEN.remove();
    }
  }

  private static boolean failed(Event event) {
    return event.getPayload(TestExecutionResult.class).orElseThrow().getStatus()
        != TestExecutionResult.Status.SUCCESSFUL;
  }
}
