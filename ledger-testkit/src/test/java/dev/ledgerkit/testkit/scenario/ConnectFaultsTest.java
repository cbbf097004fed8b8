package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connect during which the store fails, a listener calls back, or the merchant disconnects. */
class ConnectFaultsTest {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  private final VirtualClock clock = new VirtualClock();
  private final RecordStore store = new InMemoryRecordStore(clock);
  private final TokenVault vault = new InMemoryTokenVault(clock);
  private final FreeAgentSimulator freeAgent = FreeAgentSimulator.builder().clock(clock).start();
  private final FreeAgentProvider company = SimulatedFreeAgent.of(freeAgent, clock).build();

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  private Ledger ledger(RecordStore on, TokenVault in) {
    return Ledger.builder(on, in).provider(company).clock(clock).build();
  }

  private BindingId pending(Ledger ledger) {
    return ledger
        .connect()
        .create(new Installation("Magento", "your-shop.example.com"), company.name(), "production")
        .id();
  }

  /** The callback of a merchant who agreed. */
  private String callback(Ledger ledger, BindingId id) {
    return freeAgent.approve(ledger.connect().begin(id, CALLBACK).url()).toString();
  }

  @Test
  void anotherConnectIsUnderWay_theCallbackCanBeTakenAgainLater() {
    try (Ledger ledger = ledger(store, vault)) {
      BindingId id = pending(ledger);
      String callback = callback(ledger, id);
      RecordKey turn = new RecordKey("connect", id.value());
      StoreLease others = store.grant(turn, Duration.ofMinutes(4)).orElseThrow();

      assertThatThrownBy(() -> ledger.connect().complete(id, callback))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("Another connect")
          .hasMessageContaining(id.value());

      assertThat(store.release(others)).isTrue();
      assertThat(ledger.connect().complete(id, callback))
          .as("neither state nor code was spent")
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void storeFailsWhenTheTurnIsTaken_theCallbackCanBeTakenAgain() {
    AtomicBoolean fails = new AtomicBoolean(true);
    RecordStore flaky =
        new ForwardingStore(store) {
          @Override
          public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
            if (key.kind().equals("connect") && fails.getAndSet(false)) {
              throw new VaultException("the store is down for a moment", null);
            }
            return super.grant(key, ttl);
          }
        };
    try (Ledger ledger = ledger(flaky, vault)) {
      BindingId id = pending(ledger);
      String callback = callback(ledger, id);

      assertThatThrownBy(() -> ledger.connect().complete(id, callback))
          .isInstanceOf(VaultException.class);
      assertThat(ledger.connect().complete(id, callback))
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void storeFailsBeforeThePairIsKept_theConnectionThatWorkedWorksOn() {
    AtomicInteger renewals = new AtomicInteger(-100);
    RecordStore flaky =
        new ForwardingStore(store) {
          @Override
          public boolean renew(StoreLease lease, Duration ttl) {
            if (lease.key().kind().equals("connect") && renewals.incrementAndGet() == 2) {
              throw new VaultException("the store is down for a moment", null);
            }
            return super.renew(lease, ttl);
          }
        };
    try (Ledger ledger = ledger(flaky, vault)) {
      BindingId id = pending(ledger);
      ledger.connect().complete(id, callback(ledger, id));
      String working = vault.load(id).orElseThrow().token().fingerprint();
      String again = callback(ledger, id);
      renewals.set(0);

      assertThatThrownBy(() -> ledger.connect().complete(id, again))
          .isInstanceOf(VaultException.class);

      assertThat(ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(vault.load(id).orElseThrow().token().fingerprint()).isEqualTo(working);
      assertThat(ledger.references().refresh(id).lists()).isNotEmpty();
    }
  }

  @Test
  void listenerThatGoesOnWithTheFlow_isToldAtOnceToUseAnotherThread() {
    AtomicReference<Ledger> wired = new AtomicReference<>();
    AtomicReference<Throwable> inner = new AtomicReference<>();
    LedgerListener listener =
        event -> {
          if (event instanceof LedgerEvent.StatusChanged changed
              && changed.after() == BindingStatus.CONNECTED) {
            inner.set(catchThrowable(() -> wired.get().connect().resume(changed.binding())));
          }
        };
    try (Ledger ledger =
        Ledger.builder(store, vault).provider(company).clock(clock).listener(listener).build()) {
      wired.set(ledger);
      BindingId id = pending(ledger);
      Instant began = clock.instant();

      assertThat(ledger.connect().complete(id, callback(ledger, id)))
          .isInstanceOf(ConnectOutcome.Connected.class);

      assertThat(inner.get())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(id.value())
          .hasMessageContaining("another thread");
      assertThat(Duration.between(began, clock.instant())).isLessThan(Duration.ofSeconds(30));
      assertThat(ledger.connect().resume(id)).isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void disconnectJustBeforeThePairIsKept_wins() {
    AtomicReference<Ledger> wired = new AtomicReference<>();
    TokenVault hooked =
        new ForwardingVault(vault) {
          @Override
          public VaultedToken store(BindingId id, OauthToken token) {
            wired.get().connect().disconnect(id);
            return super.store(id, token);
          }
        };
    try (Ledger ledger = ledger(store, hooked)) {
      wired.set(ledger);
      BindingId id = pending(ledger);
      String callback = callback(ledger, id);

      assertThatThrownBy(() -> ledger.connect().complete(id, callback))
          .isInstanceOf(ReconnectRequiredException.class);

      assertThat(ledger.bindings().get(id).status()).isEqualTo(BindingStatus.REVOKED);
      assertThat(vault.load(id)).isEmpty();
    }
  }

  /** Disconnected on another node while the lists, asked for under their own token, are slow. */
  @Test
  void disconnectOnAnotherNodeWhileTheListsAreRead_theyDoNotComeBack() {
    HeldPath held = new HeldPath("categories");
    try (Ledger two = ledger(store, vault);
        Ledger one =
            Ledger.builder(store, vault)
                .provider(company)
                .clock(clock)
                .httpClient(held.client())
                .build()) {
      BindingId id = pending(one);
      held.meanwhile(
          () -> {
            Await.until(
                () -> two.bindings().find(id).orElseThrow().status() == BindingStatus.CONNECTED);
            two.connect().disconnect(id);
          });
      String callback = callback(one, id);

      assertThatThrownBy(() -> one.connect().complete(id, callback))
          .isInstanceOf(ReconnectRequiredException.class);

      assertThat(store.get(new RecordKey("reference", id.value()))).isEmpty();
      one.bindings().poll();
      assertThatThrownBy(() -> one.references().get(id))
          .isInstanceOf(ReconnectRequiredException.class);
    }
  }
}
