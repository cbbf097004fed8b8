package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ConsentRefusedException;
import dev.ledgerkit.core.ConsentRefusedException.Reason;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectFlow;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in and out, and everything that must not get in. */
@ExtendWith(SageSimulatorExtension.class)
class ConnectTest {

  @Test
  void oneBusiness_isLockedAndItsListsAreThere(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      Binding binding = host.pending();

      ConnectOutcome outcome = host.consent(binding.id());

      assertThat(outcome)
          .isInstanceOfSatisfying(
              ConnectOutcome.Connected.class,
              connected -> {
                assertThat(connected.binding().status()).isEqualTo(BindingStatus.CONNECTED);
                assertThat(connected.binding().label())
                    .startsWith("Magento your-shop.example.com ↔ Sage ")
                    .endsWith(" (UK)");
                assertThat(connected.reference().orElseThrow().lists())
                    .containsOnlyKeys(
                        ReferenceKind.TAX_RATES,
                        ReferenceKind.LEDGER_ACCOUNTS,
                        ReferenceKind.PURCHASE_LEDGER_ACCOUNTS,
                        ReferenceKind.BANK_ACCOUNTS,
                        ReferenceKind.PAYMENT_METHODS)
                    .allSatisfy((kind, items) -> assertThat(items).as(kind.name()).isNotEmpty());
              });
      assertThat(sage.seen().missingBusinessHeader()).isZero();
    }
  }

  @Test
  void severalBusinesses_areOffered_andTheChoiceIsForLife() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = twoBusinesses(clock);
        Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      ConnectOutcome.ChooseBusiness offered = (ConnectOutcome.ChooseBusiness) host.consent(id);
      assertThat(offered.businesses()).hasSize(2);
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.PENDING);
      String first = offered.businesses().get(0).id();
      String second = offered.businesses().get(1).id();

      assertThat(host.ledger.connect().lock(id, first).binding().business()).isNotNull();

      assertThatThrownBy(() -> host.ledger.connect().lock(id, second))
          .isInstanceOf(BusinessMismatchException.class)
          .hasMessageContaining(first)
          .hasMessageContaining(second);
      assertThatThrownBy(() -> host.ledger.connect().lock(host.pending().id(), "nowhere"))
          .isInstanceOf(ReconnectRequiredException.class);
      assertThat(host.ledger.connect().lock(id, first).binding().status())
          .as("locking the same again changes nothing")
          .isEqualTo(BindingStatus.CONNECTED);
    }
  }

  @Test
  void nothing_whereAValueMustBe_isRefusedAndNothingIsSpent(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      String callback =
          sage.approve(host.ledger.connect().begin(id, Host.CALLBACK).url()).toString();

      assertThatThrownBy(() -> host.ledger.connect().complete(null))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("callback is null");
      assertThatThrownBy(() -> host.ledger.connect().complete(null, callback))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("binding to complete is null");
      assertThatThrownBy(() -> host.ledger.connect().begin(id, null))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("redirect URI is null");
      assertThatThrownBy(() -> host.ledger.connect().lock(id, null))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(id.value())
          .hasMessageContaining("ChooseBusiness");
      assertThat(host.ledger.connect().complete(id, callback))
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void ledgerClosed_nothingBeginsAndNoCodeIsSpent(SageSimulator sage, VirtualClock clock) {
    Host host = Host.of(sage, clock);
    BindingId id = host.pending().id();
    ConnectFlow connect = host.ledger.connect();
    String callback = sage.approve(connect.begin(id, Host.CALLBACK).url()).toString();
    host.close();

    for (ThrowingCallable begun :
        List.<ThrowingCallable>of(
            () -> connect.create(new Installation("Magento", "other.example.com"), "Sage", "UK"),
            () -> connect.begin(id, Host.CALLBACK),
            () -> connect.complete(id, callback),
            () -> connect.resume(id),
            () -> connect.lock(id, "b1"))) {
      assertThatThrownBy(begun)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Ledger")
          .hasMessageContaining("closed");
    }
    assertThat(sage.seen().tokenExchanges()).isZero();
    assertThatThrownBy(() -> host.client(id).taxRates().list().first())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("closed");
    try (Host next = Host.of(sage, clock, host.store, host.vault)) {
      assertThat(next.ledger.connect().complete(id, callback))
          .as("the consent is still good")
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void clientRefused_isSaidInWholeSentences(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      String callback =
          sage.approve(host.ledger.connect().begin(id, Host.CALLBACK).url()).toString();
      sage.script()
          .on(Endpoint.TOKEN_EXCHANGE)
          .then(
              Fault.reply(
                  400,
                  "application/json",
                  "{\"error\":\"invalid_client\",\"error_description\":\"Wrong client secret. \"}"));

      assertThatThrownBy(() -> host.ledger.connect().complete(id, callback))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageEndingWith(
              "invalid_client: Wrong client secret. Check client id, secret and redirect URI.");
    }
  }

  @Test
  void reconnect_toAnotherBusiness_isRefusedNamingBothAndTheOldGrantGoesOn() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = twoBusinesses(clock);
        Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      host.consent(id);
      host.ledger.connect().lock(id, "b1");
      URI consent = host.ledger.connect().begin(id, Host.CALLBACK).url();
      String callback = sage.approve(consent, "b2").toString();

      assertThatThrownBy(() -> host.ledger.connect().complete(id, callback))
          .isInstanceOf(BusinessMismatchException.class)
          .hasMessageContaining("b1")
          .hasMessageContaining("b2");

      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  @Test
  void reconnectOfADeadGrant_toAnotherBusiness_leavesNone() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = twoBusinesses(clock);
        Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      host.consent(id);
      host.ledger.connect().lock(id, "b1");
      sage.revokeAllGrants();
      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOf(ReconnectRequiredException.class);
      URI consent = host.ledger.connect().begin(id, Host.CALLBACK).url();
      String callback = sage.approve(consent, "b2").toString();

      assertThatThrownBy(() -> host.ledger.connect().complete(id, callback))
          .isInstanceOf(BusinessMismatchException.class);

      assertThat(host.ledger.bindings().get(id).status())
          .isEqualTo(BindingStatus.RECONNECT_REQUIRED);
      assertThat(host.vault.load(id)).isEmpty();
    }
  }

  @Test
  void reconnect_toTheSameBusiness_keepsTheBinding(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.revokeAllGrants();
      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOf(ReconnectRequiredException.class);

      assertThat(host.consent(id)).isInstanceOf(ConnectOutcome.Connected.class);

      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
    }
  }

  @Test
  void disconnect_stopsCallsAtOnce_andReconnectBringsThemBack(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();

      assertThat(host.ledger.connect().disconnect(id)).isTrue();

      int calls = sage.seen().apiCalls();
      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOfSatisfying(
              ReconnectRequiredException.class,
              dead -> assertThat(dead.reason()).isEqualTo(ReconnectCause.NOT_CONNECTED));
      assertThat(sage.seen().apiCalls()).isEqualTo(calls);
      assertThat(sage.seen().revokes()).isEqualTo(1);
      assertThat(host.vault.load(id)).isEmpty();
      assertThat(host.ledger.connect().disconnect(id)).as("again, nothing is left to do").isFalse();
      assertThat(host.consent(id)).isInstanceOf(ConnectOutcome.Connected.class);
      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
    }
  }

  @Test
  void disconnect_providerDown_deletesTheTokensAllTheSame(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script().on(Endpoint.REVOKE).then(Fault.status(503));

      assertThat(host.ledger.connect().disconnect(id)).isFalse();

      assertThat(host.vault.load(id)).isEmpty();
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.REVOKED);
    }
  }

  @Test
  void merchantDenies_isDeclined(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      URI consent = host.ledger.connect().begin(id, Host.CALLBACK).url();

      assertThat(host.ledger.connect().complete(id, sage.deny(consent).toString()))
          .isInstanceOfSatisfying(
              ConnectOutcome.Declined.class,
              declined -> assertThat(declined.error()).isEqualTo("access_denied"));
      assertThat(sage.seen().tokenExchanges()).isZero();
    }
  }

  @Test
  void providerRefusesOddly_isDeclinedWithTheReason(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      URI consent = host.ledger.connect().begin(id, Host.CALLBACK).url();

      assertThat(host.ledger.connect().complete(id, sage.failOddly(consent).toString()))
          .isEqualTo(new ConnectOutcome.Declined("Invalid request", "", "Email already in use"));
      assertThat(sage.seen().tokenExchanges()).isZero();
    }
  }

  @Test
  void callback_withAStateThatIsNotGood_isRefusedAndNothingExchanged(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      BindingId other = host.pending().id();
      String callback = approved(host, id);

      refused(Reason.MISSING_STATE, () -> host.ledger.connect().complete(id, without(callback)));
      refused(
          Reason.UNKNOWN_STATE,
          () -> host.ledger.connect().complete(id, callback.replace("state=", "state=forged")));
      refused(Reason.OTHER_BINDING, () -> host.ledger.connect().complete(other, callback));
      assertThat(sage.seen().tokenExchanges()).isZero();

      clock.advance(Duration.ofMinutes(10));
      refused(Reason.EXPIRED_STATE, () -> host.ledger.connect().complete(id, callback));
      assertThat(sage.seen().tokenExchanges()).isZero();

      String fresh = approved(host, id);
      assertThat(host.ledger.connect().complete(id, fresh))
          .isInstanceOf(ConnectOutcome.Connected.class);
      refused(Reason.UNKNOWN_STATE, () -> host.ledger.connect().complete(id, fresh));
      assertThat(sage.seen().tokenExchanges()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a url",
        "http://localhost/callback",
        "/callback?code=x&state=y",
        "http://localhost/callback?state=a&state=b",
        "http://localhost/callback?code=x&state=%zz"
      })
  void callback_thatIsNone_isRefusedBeforeAnyCall(
      String callback, SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      assertThatThrownBy(() -> host.ledger.connect().complete(id, callback))
          .isInstanceOf(ConfigurationException.class);
      assertThat(sage.seen().tokenExchanges()).isZero();
    }
  }

  @Test
  void codeTooOld_isDeclined(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      String callback = approved(host, id);
      clock.advance(Duration.ofSeconds(61));

      assertThat(host.ledger.connect().complete(id, callback))
          .isInstanceOfSatisfying(
              ConnectOutcome.Declined.class,
              declined -> assertThat(declined.error()).isEqualTo("invalid_grant"));
      assertThat(host.vault.load(id)).isEmpty();
    }
  }

  @Test
  void businessesNotListedAfterTheExchange_tokensAreKeptAndResumeGoesOn(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      String callback = approved(host, id);
      sage.script().on(Endpoint.api("GET", "/businesses")).then(Fault.status(500)).times(5);

      assertThatThrownBy(() -> host.ledger.connect().complete(id, callback))
          .isInstanceOf(ProviderUnavailableException.class);
      assertThat(host.vault.load(id)).isPresent();
      sage.script().clear();

      assertThat(host.ledger.connect().resume(id)).isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  @Test
  void begin_withValuesThatAreNone_namesThem(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.pending().id();
      assertThatThrownBy(
              () -> host.ledger.connect().begin(id, URI.create("http://shop.example.com/cb")))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("http://shop.example.com/cb")
          .hasMessageContaining("https");
      assertThatThrownBy(() -> host.ledger.connect().begin(id, Host.CALLBACK, "everything"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("everything");
      assertThatThrownBy(() -> host.ledger.connect().begin(new BindingId("nobody"), Host.CALLBACK))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("nobody");
      assertThatThrownBy(() -> host.sage.region("Atlantis"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Atlantis");
    }
  }

  private static String approved(Host host, BindingId id) {
    URI consent = host.ledger.connect().begin(id, Host.CALLBACK).url();
    return host.simulator.approve(consent).toString();
  }

  private static String without(String callback) {
    return callback.replaceAll("[?&]state=[^&]*", "");
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ConsentRefusedException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static SageSimulator twoBusinesses(VirtualClock clock) {
    return SageSimulator.builder()
        .clock(clock)
        .business("b1", "Business One", "GB")
        .business("b2", "Business Two", "GB")
        .start();
  }
}
