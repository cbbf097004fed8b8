package dev.ledgerkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies that are kept, version by version. */
class PoliciesTest {
  private final RecordStore store = new InMemoryRecordStore();
  private final Policies policies = new Policies(store);
  private final BindingId shop = new BindingId("shop");

  @BeforeEach
  void connectTheShop() {
    new Bindings(store).create(shop, new Installation("Shop", "shop.example.com"), "none", "none");
  }

  @Test
  void save_forABindingThereIsNot_isRefusedByName() {
    BindingId nobody = new BindingId("shpo");

    assertThatThrownBy(() -> policies.save(nobody, policies.get(nobody)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no binding shpo");
    assertThat(store.get(new RecordKey("policy", "shpo"))).isEmpty();
  }

  @Test
  void nothingSaved_isTheDefaultsAtVersionZero() {
    assertThat(policies.get(shop)).isEqualTo(SyncPolicy.builder().build());
    assertThat(policies.get(shop, 0)).contains(SyncPolicy.builder().build());
    assertThat(policies.get(shop, 1)).isEmpty();
  }

  @Test
  void job_findsThePolicyItWasQueuedWith_afterLaterSaves() {
    SyncPolicy first = save(policies.get(shop).toBuilder().defaultTaxRate("OLD"));
    SyncPolicy second = save(first.toBuilder().defaultTaxRate("NEW"));

    assertThat(policies.get(shop)).isEqualTo(second);
    assertThat(policies.get(shop, 1)).contains(first);
    assertThat(policies.get(shop, 2)).contains(second);
    assertThat(first.defaultTaxRate()).isEqualTo("OLD");
  }

  @Test
  void save_fromAnOlderVersion_isRefusedAndChangesNothing() {
    SyncPolicy stale = policies.get(shop);
    SyncPolicy saved = save(stale.toBuilder().syncProducts(true));

    assertThat(policies.save(shop, stale.toBuilder().syncUnpaidInvoices(false).build())).isEmpty();
    assertThat(policies.get(shop)).isEqualTo(saved);
  }

  @Test
  void savesAtOnce_oneWins_andEveryVersionIsTheOneThatWasInForce() throws Exception {
    int savers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(savers);
    try {
      for (int round = 1; round <= 50; round++) {
        SyncPolicy before = policies.get(shop);
        CyclicBarrier together = new CyclicBarrier(savers);
        List<Future<Optional<SyncPolicy>>> saves = new ArrayList<>();
        for (int saver = 0; saver < savers; saver++) {
          SyncPolicy mine = before.toBuilder().defaultTaxRate(round + "-" + saver).build();
          saves.add(
              threads.submit(
                  () -> {
                    together.await(10, TimeUnit.SECONDS);
                    return policies.save(shop, mine);
                  }));
        }
        List<SyncPolicy> won = new ArrayList<>();
        for (Future<Optional<SyncPolicy>> save : saves) {
          save.get(10, TimeUnit.SECONDS).ifPresent(won::add);
        }
        assertThat(won).containsExactly(policies.get(shop));
        assertThat(policies.get(shop, round - 1)).contains(before);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void recordThatIsNoPolicy_isAVaultException_namingIt() {
    store.put(
        new RecordKey("policy", "shop"),
        RecordStore.ABSENT,
        "{\"colour\":1}".getBytes(StandardCharsets.UTF_8),
        null);

    assertThatThrownBy(() -> policies.get(shop))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("policy/shop");
  }

  private SyncPolicy save(PolicyBuilder policy) {
    return policies.save(shop, policy.build()).orElseThrow();
  }
}
