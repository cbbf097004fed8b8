package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a binding is, it is for life; and what is asked of it does not depend on who asked before.
 */
class BindingsTest {
  private static final Business ONE = new Business("b1", "Business One");
  private static final Business TWO = new Business("b2", "Business Two");

  private final RecordStore store = new InMemoryRecordStore();
  private final Bindings bindings = new Bindings(store);

  @Test
  void change_toAnotherBusiness_isRefusedNamingBoth() {
    BindingId id = connected();

    assertThatThrownBy(() -> bindings.change(id, locked(TWO)))
        .isInstanceOf(BusinessMismatchException.class)
        .hasMessageContaining("b1")
        .hasMessageContaining("b2");
    assertThatThrownBy(() -> bindings.change(id, locked(null)))
        .isInstanceOf(BusinessMismatchException.class);

    assertThat(bindings.find(id).orElseThrow().business()).isEqualTo(ONE);
    Business renamed = new Business("b1", "Business One Ltd");
    assertThat(bindings.change(id, locked(renamed)).business()).isEqualTo(renamed);
  }

  @Test
  void change_toAnotherIdentity_isRefused() {
    Binding binding = bindings.get(connected());
    Binding other = bindings.create(Host.SHOP, "Other", "UK");

    assertThatThrownBy(() -> bindings.change(binding.id(), any -> other))
        .isInstanceOf(BusinessMismatchException.class);
    assertThatThrownBy(() -> bindings.change(other.id(), any -> binding))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(other.id().value());

    assertThat(bindings.find(binding.id())).contains(binding);
    assertThat(bindings.find(other.id())).contains(other);
  }

  @Test
  void change_thatLoses_isRepeatedOnTheNewerStateAndToldOnce() {
    Hook beforePut = new Hook();
    List<LedgerEvent> told = new ArrayList<>();
    Bindings slow =
        new Bindings(
            new ForwardingStore(store) {
              @Override
              public Optional<StoredRecord> put(
                  RecordKey key, long expected, byte[] value, Instant dueAt) {
                beforePut.reached();
                return super.put(key, expected, value, dueAt);
              }
            },
            LedgerClock.system(),
            told::add);
    BindingId id = connected();
    beforePut.set(() -> bindings.transition(id, BindingStatus.RECONNECT_REQUIRED));

    slow.transition(id, BindingStatus.REVOKED);

    assertThat(bindings.find(id).orElseThrow().status()).isEqualTo(BindingStatus.REVOKED);
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            LedgerEvent.StatusChanged.class,
            change -> assertThat(change.before()).isEqualTo(BindingStatus.RECONNECT_REQUIRED));
  }

  @Test
  void list_moreThanOnePageOfThem_isEachOnceAsItIsNow() {
    Set<BindingId> ids = new HashSet<>();
    for (int i = 0; i < 2_100; i++) {
      ids.add(bindings.create(Host.SHOP, "Sage", "UK").id());
    }
    Bindings other = new Bindings(store);
    assertThat(other.list()).hasSize(2_100);
    BindingId changed = ids.iterator().next();
    bindings.transition(changed, BindingStatus.REVOKED);

    List<Binding> all = other.list();

    assertThat(all).hasSize(2_100).extracting(Binding::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(all)
        .filteredOn(binding -> binding.status() == BindingStatus.REVOKED)
        .extracting(Binding::id)
        .containsExactly(changed);
  }

  @Test
  void create_withAnIdThatIsTaken_isRefused() {
    Binding first = bindings.create(Host.SHOP, "Sage", "UK");

    assertThatThrownBy(() -> bindings.create(first.id(), Host.SHOP, "Other", "UK"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(first.id().value());

    assertThat(bindings.find(first.id())).contains(first);
  }

  @Test
  void unknownId_isRefusedBeforeTheVaultIsAskedAndNotRemembered() {
    VirtualClock clock = new VirtualClock();
    AtomicInteger asked = new AtomicInteger();
    InMemoryTokenVault vault = new InMemoryTokenVault(clock);
    ForwardingVault counting =
        new ForwardingVault(vault) {
          @Override
          public Optional<VaultedToken> load(BindingId id) {
            asked.incrementAndGet();
            return super.load(id);
          }
        };
    BindingId id = BindingId.random();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host one = Host.of(sage, clock, store, counting);
        Host other = Host.of(sage, clock, store, vault)) {
      for (int calls = 0; calls < 3; calls++) {
        assertThatThrownBy(() -> one.ledger.tokens().loadFresh(id))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining(id.value());
      }
      assertThat(asked).hasValue(0);
      other.ledger.bindings().create(id, Host.SHOP, other.sage.name(), other.sage.region("UK"));
      other.consent(id);

      assertThat(one.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  private BindingId connected() {
    BindingId id = bindings.create(Host.SHOP, "Sage", "UK").id();
    bindings.change(id, locked(ONE));
    return id;
  }

  private static UnaryOperator<Binding> locked(@Nullable Business business) {
    return now -> now.with(BindingStatus.CONNECTED, business, now.updatedAt());
  }
}
