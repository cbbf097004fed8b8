package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consents of one binding, by users of different companies, while each other's calls are made. */
class OverlappingConsentsTest {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final int ACMES_ACCOUNTS = 2;
  private static final int OTHERS_ACCOUNTS = 5;

  private final VirtualClock clock = new VirtualClock();
  private final RecordStore store = new InMemoryRecordStore(clock);
  private final TokenVault vault = new InMemoryTokenVault(clock);
  private final FreeAgentSimulator freeAgent =
      FreeAgentSimulator.builder()
          .clock(clock)
          .company("acme", "Acme Ltd", acme -> acme.bankAccounts(ACMES_ACCOUNTS))
          .company("other", "Other Ltd", other -> other.bankAccounts(OTHERS_ACCOUNTS))
          .start();
  private final FreeAgentProvider company = SimulatedFreeAgent.of(freeAgent, clock).build();

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  /** What happens to the {@code nth} call of a path, before it is in the pipeline. */
  private interface Meet {
    void at(String path, int nth) throws IOException;
  }

  private static OkHttpClient http(Meet before, Meet after) {
    Map<String, AtomicInteger> met = new ConcurrentHashMap<>();
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              String encoded = chain.request().url().encodedPath();
              String path = encoded.substring(encoded.lastIndexOf('/') + 1);
              int nth = met.computeIfAbsent(path, one -> new AtomicInteger()).incrementAndGet();
              before.at(path, nth);
              try {
                Response answer = chain.proceed(chain.request());
                return answer;
              } finally {
                after.at(path, nth);
              }
            })
        .build();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IOException("the test waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private Ledger ledger(OkHttpClient http) {
    return Ledger.builder(store, vault).provider(company).clock(clock).httpClient(http).build();
  }

  private BindingId pending(Ledger ledger) {
    return ledger
        .connect()
        .create(new Installation("Magento", "your-shop.example.com"), company.name(), "production")
        .id();
  }

  private ConnectOutcome consent(Ledger ledger, BindingId id, String subdomain) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, freeAgent.approve(url, subdomain).toString());
  }

  private static void assertAcmes(Ledger ledger, BindingId id) {
    Binding binding = ledger.bindings().find(id).orElseThrow();
    assertThat(binding.status()).isEqualTo(BindingStatus.CONNECTED);
    assertThat(binding.label()).contains("Acme Ltd");
    assertThat(ledger.references().get(id).list(ReferenceKind.BANK_ACCOUNTS))
        .hasSize(ACMES_ACCOUNTS);
    assertThat(ledger.references().refresh(id).list(ReferenceKind.BANK_ACCOUNTS))
        .hasSize(ACMES_ACCOUNTS);
  }

  /** The first has locked its company and its lists are slow; then a user of another consents. */
  @Test
  void consentToAnotherCompany_whileTheListsAreUnderWay_leavesTheFirstsListsAlone()
      throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(2);
    OkHttpClient http =
        http(
            (path, nth) -> {
              if (path.equals("bank_accounts") && nth <= 2) {
                await(go);
              }
              if (path.equals("company") && nth == 2) { // the second pair is in the vault
                go.countDown();
                await(answered);
              }
            },
            (path, nth) -> {
              if (path.equals("bank_accounts")) {
                answered.countDown();
              }
            });
    try (Ledger ledger = ledger(http)) {
      BindingId id = pending(ledger);
      CompletableFuture<ConnectOutcome> first =
          CompletableFuture.supplyAsync(() -> consent(ledger, id, "acme"));
      Await.until(() -> ledger.bindings().get(id).status() == BindingStatus.CONNECTED);

      assertThatThrownBy(() -> consent(ledger, id, "other"))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(((ConnectOutcome.Connected) first.get(20, TimeUnit.SECONDS)).reference())
          .hasValueSatisfying(
              lists -> assertThat(lists.list(ReferenceKind.BANK_ACCOUNTS)).hasSize(ACMES_ACCOUNTS));
      assertAcmes(ledger, id);
    }
  }

  /** A call looks its binding up when it begins, and its token when it has a permit. */
  @Test
  void fetchOfAConnectedBinding_consentToAnotherCompanyInTheMiddle_readsNothingOfThat()
      throws Exception {
    BindingId id;
    try (Ledger ledger = ledger(new OkHttpClient())) {
      id = pending(ledger);
      consent(ledger, id, "acme");
    }
    CountDownLatch held = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(2);
    OkHttpClient http =
        http(
            (path, nth) -> {
              if (path.equals("bank_accounts") && nth <= 2) {
                held.countDown();
                await(go);
              }
              if (path.equals("company")) {
                go.countDown();
                await(answered);
              }
            },
            (path, nth) -> {
              if (path.equals("bank_accounts")) {
                answered.countDown();
              }
            });
    try (Ledger ledger = ledger(http)) {
      CompletableFuture<ReferenceData> refresh = ledger.references().prefetch(id);
      await(held);

      assertThatThrownBy(() -> consent(ledger, id, "other"))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(refresh).failsWithin(Duration.ofSeconds(20));
      assertAcmes(ledger, id);
    }
  }

  /** On a clock that stands: the second stands before the first's turn is over. */
  @Test
  void secondConsent_waitsForTheFirst_andIsRefused() throws Exception {
    VirtualClock standing = VirtualClock.manual(Instant.parse("2026-01-05T09:00:00Z"));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    OkHttpClient http =
        http(
            (path, nth) -> {
              if (path.equals("company") && nth == 1) {
                asked.countDown();
                await(go);
              }
            },
            (path, nth) -> {});
    try (Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(standing), new InMemoryTokenVault(standing))
            .provider(company)
            .clock(standing)
            .httpClient(http)
            .build()) {
      BindingId id = pending(ledger);
      CompletableFuture<ConnectOutcome> first =
          CompletableFuture.supplyAsync(() -> consent(ledger, id, "acme"));
      await(asked);
      CompletableFuture<ConnectOutcome> second =
          CompletableFuture.supplyAsync(() -> consent(ledger, id, "other"));
      standing.awaitWaiting(1);

      go.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(ConnectOutcome.Connected.class);
      assertThat(second).isNotDone();
      standing.advance(Duration.ofSeconds(1));

      assertThat(second)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(BusinessMismatchException.class);
      assertAcmes(ledger, id);
    }
  }

  /** Its question which company it is takes longer than its turn; another connects meanwhile. */
  @Test
  void consentThatTakesTooLong_isOvertaken_andLeavesTheOthersAlone() throws Exception {
    BindingId id;
    try (Ledger before = ledger(new OkHttpClient())) {
      id = pending(before);
      consent(before, id, "acme");
    }
    freeAgent.revokeAllGrants(); // why the merchant comes again
    CountDownLatch standing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    OkHttpClient slow =
        http(
            (path, nth) -> {
              if (path.equals("company")) {
                standing.countDown();
                await(go);
              }
            },
            (path, nth) -> {});
    try (Ledger first =
            Ledger.builder(store, vault)
                .provider(company)
                .clock(clock)
                .callDeadline(Duration.ofMinutes(5))
                .httpClient(slow)
                .build();
        Ledger second = ledger(new OkHttpClient())) {
      CompletableFuture<ConnectOutcome> late =
          CompletableFuture.supplyAsync(() -> consent(first, id, "other"));
      await(standing);
      assertThat(consent(second, id, "acme")).isInstanceOf(ConnectOutcome.Connected.class);
      String good = vault.load(id).orElseThrow().token().fingerprint();
      go.countDown();

      assertThat(late)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(BusinessMismatchException.class);
      assertThat(vault.load(id).orElseThrow().token().fingerprint()).isEqualTo(good);
      assertAcmes(second, id);
    }
  }

  /** Nobody else connects; the host allows its calls five minutes, and one takes 91 s. */
  @Test
  void consentThatTakesLongWithoutARival_connects() {
    OkHttpClient slow =
        http(
            (path, nth) -> {
              if (path.equals("company")) {
                clock.advance(Duration.ofSeconds(91));
              }
            },
            (path, nth) -> {});
    try (Ledger ledger =
        Ledger.builder(store, vault)
            .provider(company)
            .clock(clock)
            .callDeadline(Duration.ofMinutes(5))
            .httpClient(slow)
            .build()) {
      BindingId id = pending(ledger);

      assertThat(consent(ledger, id, "acme")).isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  /**
   * It stands still between the last look at its turn and the vault, for longer than that lasts.
   */
  @Test
  void consentThatStandsStill_isFoundOut_andItsPairIsDeleted() throws Exception {
    CountDownLatch standing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    TokenVault slow =
        new ForwardingVault(vault) {
          @Override
          public Optional<VaultedToken> load(BindingId id) {
            if (loads.incrementAndGet() == 1) {
              standing.countDown();
              try {
                await(go);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }
            return super.load(id);
          }
        };
    try (Ledger first = Ledger.builder(store, slow).provider(company).clock(clock).build();
        Ledger second = ledger(new OkHttpClient())) {
      BindingId id = pending(first);
      CompletableFuture<ConnectOutcome> late =
          CompletableFuture.supplyAsync(() -> consent(first, id, "other"));
      await(standing);
      assertThat(consent(second, id, "acme")).isInstanceOf(ConnectOutcome.Connected.class);
      go.countDown();

      assertThat(late)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(ProviderUnavailableException.class)
          .withMessageContaining("took too long");
      assertThat(vault.load(id)).as("of another company than the binding's").isEmpty();
      second.tokens().forget(id);
      assertThatThrownBy(() -> second.references().refresh(id))
          .isInstanceOf(ReconnectRequiredException.class);
    }
  }

  /** It knows the binding as connected; the pair it finds is of a consent on the other node. */
  @Test
  void nodeThatHasNotHeardOfAConsentToAnotherCompany_readsNothingOfThat() throws Exception {
    BindingId id;
    try (Ledger before = ledger(new OkHttpClient())) {
      id = pending(before);
      consent(before, id, "acme");
    }
    HeldPath held = new HeldPath("company");
    try (Ledger one = ledger(held.client());
        Ledger two =
            Ledger.builder(store, vault)
                .provider(company)
                .clock(clock)
                .changeInterval(Duration.ofHours(1))
                .build()) {
      assertThat(two.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      held.meanwhile( // the second pair is in the vault
          () ->
              assertThatThrownBy(() -> two.references().refresh(id))
                  .isInstanceOf(ReconnectRequiredException.class));

      assertThatThrownBy(() -> consent(one, id, "other"))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(held.met()).isTrue();
      assertAcmes(one, id);
      two.bindings().poll();
      assertAcmes(two, id);
    }
  }
}
