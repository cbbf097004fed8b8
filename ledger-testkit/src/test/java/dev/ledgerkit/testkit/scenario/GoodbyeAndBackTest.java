package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.AlreadyBoundException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Disconnected, and back again: at the wrong moment, to the wrong business, or not at all. */
class GoodbyeAndBackTest {
  private final VirtualClock clock = new VirtualClock();
  private final InMemoryRecordStore store = new InMemoryRecordStore(clock);

  private SageSimulator twoBusinesses() {
    return SageSimulator.builder()
        .clock(clock)
        .business("b-1", "One Ltd", "GB")
        .business("b-2", "Two Ltd", "GB")
        .start();
  }

  private static Binding goneFrom(Host host) {
    Binding binding =
        ((ConnectOutcome.Connected) host.consent(host.pending().id(), "b-1")).binding();
    host.ledger.connect().disconnect(binding.id());
    return binding;
  }

  private static Binding another(Host host, Binding like) {
    return host.ledger.connect().create(like.installation(), host.sage.name(), like.region());
  }

  @Test
  void businessTakenMeanwhile_refusesTheReconnect_andItStaysDisconnected() {
    try (SageSimulator sage = twoBusinesses();
        Host host = Host.of(sage, clock)) {
      Binding first = goneFrom(host);
      host.consent(another(host, first).id(), "b-1");

      assertThatThrownBy(() -> host.consent(first.id(), "b-1"))
          .isInstanceOf(AlreadyBoundException.class);

      assertThat(host.ledger.bindings().get(first.id()).status()).isEqualTo(BindingStatus.REVOKED);
    }
  }

  @Test
  void reconnectToTheWrongBusiness_keepsTheRightOneFreeForOthers() {
    try (SageSimulator sage = twoBusinesses();
        Host host = Host.of(sage, clock)) {
      Binding first = goneFrom(host);
      assertThatThrownBy(() -> host.consent(first.id(), "b-2"))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(host.consent(another(host, first).id(), "b-1"))
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void reconnectByAUserWithoutABusiness_leavesTheWorkingGrant() {
    boolean[] none = new boolean[1];
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Response answer = chain.proceed(chain.request());
                  boolean businesses = chain.request().url().encodedPath().endsWith("/businesses");
                  return none[0] && businesses ? withoutItems(answer) : answer;
                })
            .build();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock, builder -> builder.httpClient(http))) {
      BindingId id = host.connected();
      none[0] = true;
      assertThatThrownBy(() -> host.consent(id))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("reaches no business");
      none[0] = false;

      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  private static Response withoutItems(Response answer) {
    answer.close();
    return answer
        .newBuilder()
        .removeHeader("Content-Length")
        .body(
            ResponseBody.create(
                "{\"$total\":0,\"$page\":1,\"$next\":null,\"$items\":[]}",
                MediaType.get("application/json")))
        .build();
  }

  @Test
  void disconnectAskedAgain_whileTheMerchantConnects_leavesTheNewGrant() {
    Hook afterLoad = new Hook();
    TokenVault vault = new InMemoryTokenVault(clock);
    TokenVault watched =
        new ForwardingVault(vault) {
          @Override
          public Optional<VaultedToken> load(BindingId id) {
            Optional<VaultedToken> kept = super.load(id);
            afterLoad.reached();
            return kept;
          }
        };
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host one = Host.of(sage, clock, store, watched);
        Host other = Host.of(sage, clock, store, vault)) {
      BindingId id = one.connected();
      one.ledger.connect().disconnect(id);
      afterLoad.set(() -> other.consent(id));

      one.ledger.connect().disconnect(id);

      assertThat(vault.load(id)).isPresent();
      assertThat(other.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  @Test
  void rivalSawTheBusinessFree_beforeItsHolderCameBack_oneOfThemGetsIt() {
    Hook beforeClaim = new Hook();
    RecordStore watched =
        new ForwardingStore(store) {
          @Override
          public Optional<StoredRecord> put(
              RecordKey key, long version, byte[] value, @Nullable Instant dueAt) {
            if (key.kind().equals("claim")) {
              beforeClaim.reached();
            }
            return super.put(key, version, value, dueAt);
          }
        };
    TokenVault vault = new InMemoryTokenVault(clock);
    try (SageSimulator sage = twoBusinesses();
        Host one = Host.of(sage, clock, watched, vault);
        Host other = Host.of(sage, clock, store, vault)) {
      Binding first = goneFrom(one);
      Binding second = another(one, first);
      beforeClaim.set(() -> other.consent(first.id(), "b-1"));

      assertThatThrownBy(() -> one.consent(second.id(), "b-1"))
          .isInstanceOf(AlreadyBoundException.class);

      assertThat(Stream.of(first, second).map(Binding::id).map(other.ledger.bindings()::find))
          .filteredOn(found -> found.orElseThrow().status() == BindingStatus.CONNECTED)
          .hasSize(1);
    }
  }

  @Test
  void storeThatFailsAtTheLastStep_isSaid_andAskedAgainItIsDone() {
    boolean[] failing = new boolean[1];
    RecordStore flaky =
        new ForwardingStore(store) {
          @Override
          public boolean delete(RecordKey key, long version) {
            if (failing[0] && key.kind().equals("reference")) {
              throw new VaultException("the database is gone", null);
            }
            return super.delete(key, version);
          }
        };
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock, flaky, new InMemoryTokenVault(clock))) {
      BindingId id = host.connected();
      RecordKey lists = new RecordKey("reference", id.value());
      assertThat(store.get(lists)).isPresent();
      failing[0] = true;
      assertThatThrownBy(() -> host.ledger.connect().disconnect(id))
          .isInstanceOf(VaultException.class);
      failing[0] = false;

      host.ledger.connect().disconnect(id);

      assertThat(store.get(lists)).isEmpty();
    }
  }
}
