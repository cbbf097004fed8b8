package dev.ledgerkit.testkit.scenario;

import static dev.ledgerkit.core.BindingStatus.CONNECTED;
import static dev.ledgerkit.core.BindingStatus.PENDING;
import static dev.ledgerkit.core.BindingStatus.RECONNECT_REQUIRED;
import static dev.ledgerkit.core.BindingStatus.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.AlreadyBoundException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.IllegalTransitionException;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.mapping.EntityMap;
import dev.ledgerkit.core.mapping.ProviderEntity;
import dev.ledgerkit.core.mapping.SourceEntity;
import dev.ledgerkit.core.policy.Policies;
import dev.ledgerkit.core.policy.SyncPolicy;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statuses of a binding, several bindings side by side, and a grant that ends in use. */
class BindingLifeTest {
  private static final Map<BindingStatus, Set<BindingStatus>> LEGAL =
      new EnumMap<>(
          Map.of(
              PENDING, Set.of(CONNECTED, RECONNECT_REQUIRED, REVOKED),
              CONNECTED, Set.of(PENDING, RECONNECT_REQUIRED, REVOKED),
              RECONNECT_REQUIRED, Set.of(PENDING, CONNECTED, REVOKED),
              REVOKED, Set.of(PENDING)));

  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator =
      SageSimulator.builder()
          .clock(clock)
          .business("b-1", "One Ltd", "GB")
          .business("b-2", "Two Ltd", "GB")
          .start();
  private final Host host = Host.of(simulator, clock);

  @AfterEach
  void close() {
    host.close();
    simulator.close();
  }

  @Test
  void everyTransition_isLegalOrRefused_asTheTableSays() {
    Bindings bindings = new Bindings(new InMemoryRecordStore(), clock);
    for (BindingStatus from : BindingStatus.values()) {
      for (BindingStatus to : BindingStatus.values()) {
        BindingId id = bindings.create(Host.SHOP, "Sage", "UK").id();
        bindings.transition(id, from);
        if (from == to || LEGAL.get(from).contains(to)) {
          assertThat(bindings.transition(id, to).status()).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> bindings.transition(id, to))
              .isInstanceOf(IllegalTransitionException.class)
              .hasMessageContaining(from.name())
              .hasMessageContaining(to.name());
          assertThat(bindings.find(id).orElseThrow().status()).isEqualTo(from);
        }
      }
    }
  }

  @Test
  void secondBindingOfAShop_toTheSameBusiness_isRefused_andChangesNothing() {
    Binding first = connected("b-1");
    Binding second =
        host.ledger.bindings().create(first.installation(), host.sage.name(), first.region());

    assertThatThrownBy(() -> host.consent(second.id(), "b-1"))
        .isInstanceOf(AlreadyBoundException.class)
        .hasMessageContaining(first.id().value())
        .hasMessageContaining(second.id().value())
        .hasMessageContaining("One Ltd");

    Binding after = host.ledger.bindings().find(second.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(PENDING);
    assertThat(after.business()).isNull();
    assertThat(host.vault.load(second.id())).isEmpty();
    assertThat(host.client(first.id()).contacts().list().first().items()).isNotNull();
    // The same shop to another business is another matter.
    assertThat(host.consent(second.id(), "b-2")).isInstanceOf(ConnectOutcome.Connected.class);
  }

  @Test
  void twoShops_toOneBusiness_areBothConnected() {
    Binding one = connected("b-1");
    Binding two = connected("b-1");

    assertThat(one.installation()).isNotEqualTo(two.installation());
    assertThat(two.status()).isEqualTo(CONNECTED);
    assertThat(two.business()).isEqualTo(one.business());
  }

  @Test
  void disconnected_givesItsBusinessUp_andCannotTakeItBack() {
    Binding first = connected("b-1");
    host.ledger.connect().disconnect(first.id());
    Binding second =
        host.ledger.bindings().create(first.installation(), host.sage.name(), first.region());

    assertThat(host.consent(second.id(), "b-1")).isInstanceOf(ConnectOutcome.Connected.class);
    assertThatThrownBy(() -> host.consent(first.id(), "b-1"))
        .isInstanceOf(AlreadyBoundException.class)
        .satisfies(
            refused ->
                assertThat(((AlreadyBoundException) refused).boundBy()).isEqualTo(second.id()));
  }

  @Test
  void reconnect_keepsIdPolicyAndMappings() {
    Binding binding = connected("b-1");
    Policies policies = new Policies(host.store);
    policies.save(binding.id(), SyncPolicy.builder().syncZeroValueInvoices(false).build());
    SourceEntity order = new SourceEntity("order", "1042", "GBP");
    new EntityMap(host.store, binding).map(order, new ProviderEntity("sales_invoice", "i-1"));

    host.ledger.connect().disconnect(binding.id());
    host.consent(binding.id(), "b-1");

    Binding again = host.ledger.bindings().find(binding.id()).orElseThrow();
    assertThat(again.status()).isEqualTo(CONNECTED);
    assertThat(policies.get(binding.id()).syncZeroValueInvoices()).isFalse();
    assertThat(new EntityMap(host.store, again).find(order))
        .contains(new ProviderEntity("sales_invoice", "i-1"));
  }

  @Test
  void revokedAtTheProvider_inTraffic_oneCallFails_oneEvent_thenSilence_onEveryNode() {
    BindingId id = connected("b-1").id();
    try (Host other = host.otherNode(clock)) {
      other.client(id).contacts().list().first();
      host.client(id).contacts().list().first();
      simulator.revokeAllGrants();
      clock.advance(Duration.ofMinutes(6)); // what was bought before is dead too

      assertThatThrownBy(() -> host.client(id).contacts().list().first())
          .isInstanceOf(ReconnectRequiredException.class);
      other.ledger.bindings().poll();
      int calls = simulator.seen().apiCalls() + simulator.seen().refreshesRejected();
      for (int i = 0; i < 20; i++) {
        for (Host node : new Host[] {host, other}) {
          assertThatThrownBy(() -> node.client(id).contacts().list().first())
              .isInstanceOf(ReconnectRequiredException.class);
        }
      }

      assertThat(host.events(LedgerEvent.ReconnectRequired.class)).hasSize(1);
      assertThat(other.events(LedgerEvent.ReconnectRequired.class)).isEmpty();
      assertThat(simulator.seen().apiCalls() + simulator.seen().refreshesRejected())
          .isEqualTo(calls);
      assertThat(host.ledger.bindings().find(id).orElseThrow().status())
          .isEqualTo(RECONNECT_REQUIRED);
    }
  }

  private Binding connected(String business) {
    return ((ConnectOutcome.Connected) host.consent(host.pending().id(), business)).binding();
  }
}
