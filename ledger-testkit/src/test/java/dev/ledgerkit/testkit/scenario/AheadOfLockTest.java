package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The lists of a settings page are asked for beside the business, and used only if they are its.
 */
class AheadOfLockTest {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final String NEW_ACCOUNT =
      "{\"name\":\"New one\",\"type\":\"StandardBankAccount\",\"opening_balance\":\"0.0\"}";
  private static final Installation SHOP = new Installation("Magento", "your-shop.example.com");

  private final VirtualClock clock = new VirtualClock();
  private final RecordStore store = new InMemoryRecordStore(clock);
  private final TokenVault vault = new InMemoryTokenVault(clock);
  private final FreeAgentSimulator freeAgent =
      FreeAgentSimulator.builder()
          .clock(clock)
          .company("acme", "Acme Ltd", acme -> acme.bankAccounts(2))
          .company("other", "Other Ltd", other -> other.bankAccounts(5))
          .start();
  private final FreeAgentProvider company = SimulatedFreeAgent.of(freeAgent, clock).build();
  private final SageSimulator sage =
      SageSimulator.builder()
          .clock(clock)
          .business("b1", "Business One", "GB")
          .business("b2", "Business Two", "GB")
          .start();

  @AfterEach
  void stop() {
    freeAgent.close();
    sage.close();
  }

  private SageProvider sage(boolean listsBeforeBusiness) {
    return SageProvider.builder(sage.clientId(), sage.clientSecret())
        .endpoints(SageEndpoints.at(sage.baseUri()))
        .listsBeforeBusiness(listsBeforeBusiness)
        .build();
  }

  private Ledger ledger(LedgerProvider provider, HeldPath held) {
    return Ledger.builder(store, vault)
        .provider(provider)
        .clock(clock)
        .httpClient(held.client())
        .build();
  }

  private Ledger ledger(LedgerProvider provider) {
    return ledger(provider, new HeldPath("nothing"));
  }

  private static BindingId pending(Ledger ledger, LedgerProvider provider) {
    String region = provider instanceof SageProvider ? "UK" : "production";
    return ledger.connect().create(SHOP, provider.name(), region).id();
  }

  private ConnectOutcome consentAtSage(Ledger ledger, BindingId id, String business) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, sage.approve(url, business).toString());
  }

  private ConnectOutcome consentAtFreeAgent(Ledger ledger, BindingId id, String subdomain) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, freeAgent.approve(url, subdomain).toString());
  }

  private static ReferenceData lists(ConnectOutcome outcome) {
    assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
    return ((ConnectOutcome.Connected) outcome).reference().orElseThrow();
  }

  private static HeldPath heldCompany() {
    return new HeldPath("company", "bank_accounts", "categories");
  }

  private static HeldPath heldBusinesses() {
    return new HeldPath(
        "businesses", "tax_rates", "ledger_accounts", "bank_accounts", "payment_methods");
  }

  @Test
  void firstConnectToFreeAgent_listsAreThereBeforeTheCompany() {
    HeldPath held = heldCompany();
    try (Ledger ledger = ledger(company, held)) {
      BindingId id = pending(ledger, company);

      ReferenceData lists = lists(consentAtFreeAgent(ledger, id, "acme"));

      assertThat(held.met()).isTrue();
      assertThat(lists.list(ReferenceKind.BANK_ACCOUNTS)).hasSize(2);
      assertThat(freeAgent.seen().calls("GET /categories")).isEqualTo(1);
      assertThat(ledger.references().get(id)).isEqualTo(lists);
      assertThat(freeAgent.seen().calls("GET /categories")).isEqualTo(1);
    }
    try (Ledger restarted = ledger(company)) {
      BindingId id = restarted.bindings().list().get(0).id();
      assertThat(restarted.references().get(id).list(ReferenceKind.BANK_ACCOUNTS)).hasSize(2);
      assertThat(freeAgent.seen().calls("GET /categories")).as("kept").isEqualTo(1);
    }
  }

  @Test
  void reconnectToAnotherCompany_isRefused_andItsListsGoNowhere() {
    HeldPath held = heldCompany();
    BindingId id;
    try (Ledger ledger = ledger(company)) {
      id = pending(ledger, company);
      lists(consentAtFreeAgent(ledger, id, "acme"));
    }
    try (Ledger ledger = ledger(company, held)) {
      assertThatThrownBy(() -> consentAtFreeAgent(ledger, id, "other"))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(held.met()).isTrue();
      assertThat(ledger.references().get(id).list(ReferenceKind.BANK_ACCOUNTS)).hasSize(2);
    }
  }

  @Test
  void listsRefusedAhead_noTokenIsSpentForThat_andTheyAreReadAgain() {
    HeldPath held = heldCompany();
    try (Ledger ledger = ledger(company, held)) {
      BindingId id = pending(ledger, company);
      held.answers(answer -> answer.newBuilder().code(401).build());
      held.meanwhile(() -> held.answers(answer -> answer));

      assertThat(lists(consentAtFreeAgent(ledger, id, "acme")).list(ReferenceKind.BANK_ACCOUNTS))
          .hasSize(2);

      assertThat(held.met()).isTrue();
      assertThat(freeAgent.seen().refreshesAccepted()).isZero();
      assertThat(freeAgent.seen().calls("GET /categories")).isEqualTo(2);
    }
  }

  @Test
  void firstConnectToSage_everyCallNamesItsBusiness_unlessToldOtherwise() {
    HeldPath seen = new HeldPath("nothing");
    try (Ledger ledger = ledger(sage(false), seen)) {
      lists(consentAtSage(ledger, pending(ledger, sage(false)), "b2"));
    }
    assertThat(seen.order().indexOf("businesses"))
        .isLessThan(seen.order().indexOf("tax_rates"))
        .isNotNegative();
    assertThat(sage.seen().missingBusinessHeader()).isZero();
  }

  @Test
  void firstConnectToSage_listsBeforeBusiness_areUsedIfTheAnswersSayTheyAreOfIt() {
    HeldPath held = heldBusinesses();
    try (Ledger ledger = ledger(sage(true), held)) {
      BindingId id = pending(ledger, sage(true));

      ReferenceData lists = lists(consentAtSage(ledger, id, "b2"));

      assertThat(held.met()).isTrue();
      assertThat(lists.list(ReferenceKind.TAX_RATES)).isNotEmpty();
      assertThat(sage.seen().calls("GET /tax_rates")).isEqualTo(1);
      assertThat(sage.seen().missingBusinessHeader()).isEqualTo(5);
      assertThat(ledger.references().refresh(id).lists()).isEqualTo(lists.lists());
    }
  }

  @Test
  void listsBeforeBusiness_thatSayAnotherOrNothing_areReadAgainByName() {
    for (String said : new String[] {"b1", ""}) {
      HeldPath held = heldBusinesses();
      held.answers(answer -> answer.newBuilder().header("X-Business", said).build());
      try (Ledger ledger = ledger(sage(true), held)) {
        int before = sage.seen().calls("GET /tax_rates");
        BindingId id =
            ledger.connect().create(new Installation("Magento", "shop" + said), "Sage", "UK").id();

        assertThat(lists(consentAtSage(ledger, id, "b2")).lists()).isNotEmpty();

        assertThat(held.met()).isTrue();
        assertThat(sage.seen().calls("GET /tax_rates")).isEqualTo(before + 2);
      }
    }
    assertThat(sage.seen().missingBusinessHeader()).as("the second time by name").isEqualTo(10);
  }

  @Test
  void reconnectToSage_listsAreAskedForBesideTheBusinesses_byName() {
    SageProvider provider = sage(false);
    BindingId id;
    try (Ledger ledger = ledger(provider)) {
      id = pending(ledger, provider);
      lists(consentAtSage(ledger, id, "b2"));
    }
    HeldPath held = heldBusinesses();
    try (Ledger ledger = ledger(provider, held)) {
      assertThat(lists(consentAtSage(ledger, id, "b2")).lists()).isNotEmpty();

      assertThat(held.met()).isTrue();
      assertThat(sage.seen().calls("GET /tax_rates")).isEqualTo(2);
      assertThat(sage.seen().missingBusinessHeader()).isZero();
    }
  }

  @Test
  void businessChosen_listsAreAskedForBesideTheBusinesses_byName() {
    SageProvider provider = sage(true);
    BindingId id;
    try (Ledger ledger = ledger(provider)) {
      id = pending(ledger, provider);
      URI url = ledger.connect().begin(id, CALLBACK).url();
      assertThat(ledger.connect().complete(id, sage.approve(url).toString()))
          .isInstanceOf(ConnectOutcome.ChooseBusiness.class);
      assertThatThrownBy(() -> ledger.references().get(id))
          .as("nothing of the lead business stays")
          .isInstanceOf(ReconnectRequiredException.class);
    }
    HeldPath held = heldBusinesses();
    try (Ledger ledger = ledger(provider, held)) {
      int unnamed = sage.seen().missingBusinessHeader();

      assertThat(lists(ledger.connect().lock(id, "b2")).lists()).isNotEmpty();

      assertThat(held.met()).isTrue();
      assertThat(sage.seen().missingBusinessHeader()).isEqualTo(unnamed);
      assertThatThrownBy(() -> ledger.connect().lock(id, "b1"))
          .isInstanceOf(BusinessMismatchException.class);
    }
  }

  @Test
  void businessNobodyHas_isRefused_andWhatItWasAskedForIsDropped() {
    SageProvider provider = sage(false);
    try (Ledger ledger = ledger(provider)) {
      BindingId id = pending(ledger, provider);
      URI url = ledger.connect().begin(id, CALLBACK).url();
      ledger.connect().complete(id, sage.approve(url).toString());

      assertThatThrownBy(() -> ledger.connect().lock(id, "b3"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("'b3'")
          .hasMessageContaining("b1");
      assertThat(lists(ledger.connect().lock(id, "b1")).lists()).isNotEmpty();
    }
  }

  @Test
  void reconnect_answersThatSayAnotherBusinessThanWasNamed_areReadAgain() {
    SageProvider provider = sage(false);
    BindingId id;
    try (Ledger ledger = ledger(provider)) {
      id = pending(ledger, provider);
      lists(consentAtSage(ledger, id, "b2"));
    }
    HeldPath held = heldBusinesses();
    held.answers(answer -> answer.newBuilder().header("X-Business", "b1").build());
    try (Ledger ledger = ledger(provider, held)) {
      lists(consentAtSage(ledger, id, "b2"));

      assertThat(held.met()).isTrue();
      assertThat(sage.seen().calls("GET /tax_rates")).isEqualTo(3);
    }
  }

  @Test
  void listsAreDown_theyAreNotAskedForTwice() {
    freeAgent
        .script()
        .on(Endpoint.api("GET", "/bank_accounts"))
        .then(Fault.status(503))
        .times(1_000);
    try (Ledger ledger = ledger(company)) {
      BindingId id = pending(ledger, company);

      ConnectOutcome outcome = consentAtFreeAgent(ledger, id, "acme");

      assertThat(((ConnectOutcome.Connected) outcome).reference()).isEmpty();
      assertThat(freeAgent.seen().calls("GET /bank_accounts"))
          .as("two lists, five attempts each")
          .isLessThanOrEqualTo(10);
    }
    freeAgent.script().clear();
  }

  /** Three calls are left of the hour: the question which company it is comes first. */
  @Test
  void fewPermitsLeft_theBusinessIsAskedForFirst() {
    FreeAgentProvider limited =
        SimulatedFreeAgent.of(freeAgent, clock)
            .limits(List.of(new RateLimit(RateLimit.Scope.BINDING, 3, Duration.ofHours(1))))
            .build();
    try (Ledger ledger = ledger(limited)) {
      ConnectOutcome outcome = consentAtFreeAgent(ledger, pending(ledger, limited), "acme");

      assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
      assertThat(((ConnectOutcome.Connected) outcome).reference()).isEmpty();
    }
  }

  @Test
  void olderListsReadAhead_doNotReplaceNewerOfAnotherNode() {
    HeldPath held = heldCompany();
    BindingId id;
    try (Ledger ledger = ledger(company)) {
      id = pending(ledger, company);
      lists(consentAtFreeAgent(ledger, id, "acme"));
    }
    try (Ledger other =
            Ledger.builder(store, vault)
                .provider(company)
                .clock(clock)
                .changeInterval(Duration.ofHours(1))
                .build();
        Ledger ledger = ledger(company, held)) {
      other.references().get(id);
      other.tokens().loadFresh(id);
      held.meanwhile(
          () -> {
            clock.advance(Duration.ofSeconds(20));
            freeAgent.books("acme").create("bank_accounts", NEW_ACCOUNT);
            assertThat(other.references().refresh(id).list(ReferenceKind.BANK_ACCOUNTS)).hasSize(3);
          });
      lists(consentAtFreeAgent(ledger, id, "acme"));
      assertThat(held.met()).isTrue();
    }
    try (Ledger restarted = ledger(company)) {
      assertThat(restarted.references().get(id).list(ReferenceKind.BANK_ACCOUNTS))
          .as("kept later and read later")
          .hasSize(3);
    }
  }

  /** Told on the connecting thread, between the lock and the lists. */
  @Test
  void listenerThatReadsTheListsWhenConnected_getsThem() {
    AtomicReference<Ledger> wired = new AtomicReference<>();
    AtomicReference<ReferenceData> read = new AtomicReference<>();
    LedgerListener listener =
        event -> {
          if (event instanceof LedgerEvent.StatusChanged changed
              && changed.after() == BindingStatus.CONNECTED) {
            read.set(wired.get().references().get(changed.binding()));
          }
        };
    try (Ledger ledger =
        Ledger.builder(store, vault).provider(company).clock(clock).listener(listener).build()) {
      wired.set(ledger);

      lists(consentAtFreeAgent(ledger, pending(ledger, company), "acme"));

      assertThat(read.get().list(ReferenceKind.BANK_ACCOUNTS)).hasSize(2);
    }
  }

  @Test
  void whoeverAsksWhileItIsPending_isAnsweredAtOnce_andADisconnectEndsItAll() {
    HeldPath held = heldCompany();
    AtomicReference<CompletableFuture<ReferenceData>> joined = new AtomicReference<>();
    try (Ledger ledger = ledger(company, held)) {
      BindingId id = pending(ledger, company);
      held.meanwhile(
          () -> {
            joined.set(ledger.references().prefetch(id));
            ledger.connect().disconnect(id);
          });

      assertThatThrownBy(() -> consentAtFreeAgent(ledger, id, "acme"))
          .isInstanceOf(ReconnectRequiredException.class);

      assertThat(joined.get())
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(ReconnectRequiredException.class);
      assertThat(vault.load(id)).isEmpty();
    }
    try (Ledger restarted = ledger(company)) {
      BindingId id = restarted.bindings().list().get(0).id();
      assertThatThrownBy(() -> restarted.references().get(id))
          .as("nothing was kept")
          .isInstanceOf(ReconnectRequiredException.class);
    }
  }
}
