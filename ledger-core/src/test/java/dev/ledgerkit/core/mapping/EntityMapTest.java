package dev.ledgerkit.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pairs of entities: one to one, once, per binding and business. */
class EntityMapTest {
  private static final SourceEntity CUSTOMER = new SourceEntity("customer", "42");
  private static final ProviderEntity CONTACT = new ProviderEntity("contact", "c-1");

  private final RecordStore store = new InMemoryRecordStore();
  private final EntityMap map = new EntityMap(store, binding("shop", "b-1"));

  @Test
  void pair_isFoundFromBothSides() {
    map.map(CUSTOMER, CONTACT);

    assertThat(map.find(CUSTOMER)).contains(CONTACT);
    assertThat(map.find(CONTACT)).contains(CUSTOMER);
    assertThat(map.find(new SourceEntity("customer", "43"))).isEmpty();
    assertThat(map.find(new SourceEntity("order", "42"))).isEmpty();
  }

  @Test
  void sameCustomer_inTwoCurrencies_isTwoContacts() {
    map.map(new SourceEntity("customer", "42", "GBP"), CONTACT);
    map.map(new SourceEntity("customer", "42", "EUR"), new ProviderEntity("contact", "c-2"));

    assertThat(map.find(new SourceEntity("customer", "42", "EUR")))
        .contains(new ProviderEntity("contact", "c-2"));
    assertThat(map.find(CUSTOMER)).isEmpty();
  }

  @Test
  void samePairAgain_changesNothing() {
    map.map(CUSTOMER, CONTACT);
    map.map(CUSTOMER, CONTACT);

    assertThat(map.find(CUSTOMER)).contains(CONTACT);
  }

  @Test
  void entityMappedTwice_isRefusedNamingBoth_andChangesNothing() {
    map.map(CUSTOMER, CONTACT);
    ProviderEntity other = new ProviderEntity("contact", "c-2");

    AlreadyMappedException refused =
        catchThrowableOfType(AlreadyMappedException.class, () -> map.map(CUSTOMER, other));

    assertThat(refused.existing()).isEqualTo(new EntityPair(CUSTOMER, CONTACT));
    assertThat(refused.refused()).isEqualTo(new EntityPair(CUSTOMER, other));
    assertThat(refused).hasMessageContaining("c-1").hasMessageContaining("c-2");
    assertThat(map.find(CUSTOMER)).contains(CONTACT);
    assertThat(map.find(other)).isEmpty();
  }

  @Test
  void providerEntityMappedTwice_isRefused_andChangesNothing() {
    map.map(CUSTOMER, CONTACT);
    SourceEntity other = new SourceEntity("customer", "43");

    assertThatThrownBy(() -> map.map(other, CONTACT)).isInstanceOf(AlreadyMappedException.class);
    assertThat(map.find(other)).isEmpty();
    assertThat(map.find(CONTACT)).contains(CUSTOMER);
  }

  @Test
  void unmapped_bothCanBeMappedAnew() {
    map.map(CUSTOMER, CONTACT);

    assertThat(map.unmap(CUSTOMER)).isTrue();
    assertThat(map.unmap(CUSTOMER)).isFalse();
    assertThat(map.find(CUSTOMER)).isEmpty();
    assertThat(map.find(CONTACT)).isEmpty();
    map.map(new SourceEntity("customer", "43"), CONTACT);
    assertThat(map.find(CONTACT)).contains(new SourceEntity("customer", "43"));
  }

  @Test
  void sameBusinessAgain_findsWhatWasCreated_anotherDoesNot() {
    map.map(CUSTOMER, CONTACT);

    assertThat(new EntityMap(store, binding("shop", "b-1")).find(CUSTOMER)).contains(CONTACT);
    assertThat(new EntityMap(store, binding("shop", "b-2")).find(CUSTOMER)).isEmpty();
    assertThat(new EntityMap(store, binding("other-shop", "b-1")).find(CUSTOMER)).isEmpty();
  }

  @Test
  void workersAtOnce_oneMaps_theOthersAreToldWhat() throws Exception {
    int workers = 6;
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      for (int round = 0; round < 100; round++) {
        SourceEntity source = new SourceEntity("order", "o-" + round);
        CyclicBarrier together = new CyclicBarrier(workers);
        List<Future<ProviderEntity>> answers = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
          ProviderEntity mine = new ProviderEntity("invoice", round + "-" + worker);
          answers.add(
              threads.submit(
                  () -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                      map.map(source, mine);
                      return mine;
                    } catch (AlreadyMappedException e) {
                      return e.existing().provider();
                    }
                  }));
        }
        for (Future<ProviderEntity> answer : answers) {
          ProviderEntity told = answer.get(10, TimeUnit.SECONDS);
          assertThat(map.find(source)).contains(told);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void workerThatDiedBetweenTheTwoRecords_standsInNobodysWay() {
    SourceEntity abandoned = new SourceEntity("customer", "41");
    store.put(
        new RecordKey("entity-by-provider", EntityCodec.id("shop", "b-1", "contact", "c-1")),
        RecordStore.ABSENT,
        EntityCodec.write(new EntityPair(abandoned, CONTACT)),
        null);

    assertThat(map.find(CONTACT)).isEmpty();
    map.map(CUSTOMER, CONTACT);
    assertThat(map.find(CONTACT)).contains(CUSTOMER);
    assertThat(map.find(abandoned)).isEmpty();
    ProviderEntity other = new ProviderEntity("contact", "c-2");
    map.map(abandoned, other);
    assertThat(map.find(abandoned)).contains(other);
  }

  @Test
  void workersAtOnce_forOneProviderEntity_onePairRemains() throws Exception {
    int workers = 6;
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      for (int round = 0; round < 100; round++) {
        ProviderEntity provider = new ProviderEntity("invoice", "i-" + round);
        CyclicBarrier together = new CyclicBarrier(workers);
        List<Future<Boolean>> answers = new ArrayList<>();
        List<SourceEntity> sources = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
          SourceEntity mine = new SourceEntity("order", round + "-" + worker);
          sources.add(mine);
          answers.add(
              threads.submit(
                  () -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                      map.map(mine, provider);
                      return true;
                    } catch (AlreadyMappedException e) {
                      return false;
                    }
                  }));
        }
        List<SourceEntity> mapped = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
          if (answers.get(worker).get(10, TimeUnit.SECONDS)) {
            mapped.add(sources.get(worker));
          }
        }
        assertThat(mapped).hasSize(1);
        assertThat(map.find(provider)).contains(mapped.get(0));
        assertThat(sources.stream().filter(source -> map.find(source).isPresent()).toList())
            .isEqualTo(mapped);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ids_ofAnyTextAndLength_areKeptApart() {
    SourceEntity first = new SourceEntity("a", "b|c", "ü ".repeat(500));
    SourceEntity second = new SourceEntity("a|b", "c", "ü ".repeat(500));
    map.map(first, CONTACT);
    map.map(second, new ProviderEntity("contact", "https://books.example/v2/contacts/2"));

    assertThat(map.find(first)).contains(CONTACT);
    assertThat(map.find(new ProviderEntity("contact", "https://books.example/v2/contacts/2")))
        .contains(second);
  }

  @Test
  void blankNames_areRefused() {
    assertThatThrownBy(() -> new SourceEntity("customer", " "))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'customer' and ' '");
    assertThatThrownBy(() -> new ProviderEntity("", "c-1"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void bindingWithoutBusiness_isRefused() {
    assertThatThrownBy(() -> new EntityMap(store, binding("shop", null)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("shop");
  }

  @Test
  void recordThatIsNoPair_isAVaultException() {
    store.put(
        new RecordKey("entity-by-source", EntityCodec.id("shop", "b-1", "customer", "42", "")),
        RecordStore.ABSENT,
        "{\"format\":1}".getBytes(StandardCharsets.UTF_8),
        null);

    assertThatThrownBy(() -> map.find(CUSTOMER)).isInstanceOf(VaultException.class);
  }

  private static Binding binding(String id, @Nullable String business) {
    return new Binding(
        new BindingId(id),
        new Installation("Magento", "your-shop.example.com"),
        "Books",
        "UK",
        business == null ? BindingStatus.PENDING : BindingStatus.CONNECTED,
        business == null ? null : new Business(business, "Your business"),
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
