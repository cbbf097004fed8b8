package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A binding's status follows its grant: in the end always, and told once. */
@ExtendWith(SageSimulatorExtension.class)
class StatusProjectionTest {

  @Test
  void statusNotWritten_atTheVerdict_isWrittenByTheNextCaller(
      SageSimulator sage, VirtualClock clock) {
    Hook beforePut = new Hook();
    RecordStore store =
        new ForwardingStore(new InMemoryRecordStore(clock)) {
          @Override
          public Optional<StoredRecord> put(
              RecordKey key, long expected, byte[] value, Instant dueAt) {
            beforePut.reached();
            return super.put(key, expected, value, dueAt);
          }
        };
    try (Host host = Host.of(sage, clock, store, new InMemoryTokenVault(clock))) {
      BindingId id = host.connected();
      sage.revokeAllGrants();
      clock.advance(Duration.ofMinutes(6));
      beforePut.set(
          () -> {
            throw new VaultException("down for a moment", null);
          });
      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ReconnectRequiredException.class);
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);

      for (int calls = 0; calls < 3; calls++) {
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
            .isInstanceOf(ReconnectRequiredException.class);
      }

      assertThat(host.ledger.bindings().get(id).status())
          .isEqualTo(BindingStatus.RECONNECT_REQUIRED);
      assertThat(toReconnectRequired(host)).isEqualTo(1);
      assertThat(host.events(LedgerEvent.ReconnectRequired.class)).hasSize(1);
      assertThat(sage.seen().refreshesRejected()).as("the verdict is on record").isEqualTo(1);
    }
  }

  @Test
  void grantDies_threeNodesMeetIt_changeIsToldByOneOfThem() {
    ShiftedClock clock = new ShiftedClock();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host one = Host.of(sage, clock);
        Host two = one.otherNode(clock);
        Host three = one.otherNode(clock)) {
      List<Host> nodes = List.of(one, two, three);
      BindingId id = one.connected();
      nodes.forEach(node -> node.ledger.tokens().loadFresh(id));
      sage.revokeAllGrants();
      clock.advance(Duration.ofMinutes(6));

      List<CompletableFuture<Void>> calls =
          nodes.stream()
              .map(
                  node ->
                      CompletableFuture.runAsync(
                          () ->
                              assertThatThrownBy(() -> node.ledger.tokens().loadFresh(id))
                                  .isInstanceOf(ReconnectRequiredException.class)))
              .toList();
      calls.forEach(CompletableFuture::join);
      nodes.forEach(node -> node.ledger.bindings().poll());

      assertThat(nodes)
          .allSatisfy(
              node ->
                  assertThat(node.ledger.bindings().get(id).status())
                      .isEqualTo(BindingStatus.RECONNECT_REQUIRED));
      assertThat(sum(nodes, StatusProjectionTest::toReconnectRequired)).isEqualTo(1);
      assertThat(sum(nodes, node -> node.events(LedgerEvent.ReconnectRequired.class).size()))
          .isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).isEqualTo(1);
    }
  }

  private static int toReconnectRequired(Host node) {
    return (int)
        node.events(LedgerEvent.StatusChanged.class).stream()
            .filter(change -> change.after() == BindingStatus.RECONNECT_REQUIRED)
            .count();
  }

  private static int sum(List<Host> nodes, ToIntFunction<Host> count) {
    return nodes.stream().mapToInt(count).sum();
  }
}
