package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshSettings;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers notice of a refresh: nothing, as long as that is possible. */
@ExtendWith(SageSimulatorExtension.class)
class RefreshBehaviourTest {

  @Test
  void tokenWithHalfAMinuteLeft_slowEndpoint_nobodyWaits(SageSimulator sage, VirtualClock clock)
      throws Exception {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      OauthToken old = host.ledger.tokens().loadFresh(id);
      clock.advance(Duration.ofSeconds(270));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.slow(Duration.ofSeconds(2)));

      // whoever had waited for the refresh would come back with the new token
      Storm storm = Storm.platformThreads(200, host.ledger.tokens(), id);

      assertThat(storm.failures()).isEmpty();
      assertThat(storm.tokens()).containsExactly(old.fingerprint());
      Await.until(() -> !host.events(LedgerEvent.TokenRefreshed.class).isEmpty());
      assertThat(host.ledger.tokens().loadFresh(id).fingerprint()).isNotEqualTo(old.fingerprint());
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void processAsleepWhileItConnected_oldTokenIsNotSentAfterTheDeadline(
      SageSimulator sage, VirtualClock clock) {
    AtomicInteger connected = new AtomicInteger();
    OkHttpClient sleepy =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call ->
                    new EventListener() {
                      @Override
                      public void requestHeadersStart(Call sending) {
                        if (connected.getAndIncrement() == 0) {
                          clock.advance(Duration.ofSeconds(21));
                        }
                      }
                    })
            .build();
    try (Host host = Host.of(sage, clock, settings -> settings.httpClient(sleepy))) {
      connected.set(1);
      BindingId id = host.connected();
      connected.set(0);
      clock.advance(Duration.ofMinutes(6));

      host.ledger.tokens().loadFresh(id);

      assertThat(connected).as("asleep, and again").hasValue(2);
      assertThat(sage.seen().calls("token_refresh")).as("sent").isEqualTo(1);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void endpointDownForAMinute_tokenStillWorks_noErrorAndAHandfulOfCalls() {
    VirtualClock clock = new VirtualClock();
    Duration minute = Duration.ofMinutes(1);
    try (SageSimulator sage =
            SageSimulator.builder()
                .clock(clock)
                .accessTokenLifetime(Duration.ofMinutes(10))
                .start();
        Host host = Host.of(sage, clock);
        RefreshingTokenSource tokens = inline(host, clock)) {
      BindingId id = host.connected();
      OauthToken old = tokens.loadFresh(id);
      clock.advance(Duration.ofSeconds(490));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.outage(minute));

      for (int second = 0; second < 60; second++) {
        assertThat(tokens.loadFresh(id).fingerprint()).isEqualTo(old.fingerprint());
        clock.advance(Duration.ofSeconds(1));
      }

      assertThat(sage.seen().answered(503)).isBetween(2, 8);
      clock.advance(Duration.ofSeconds(30));
      tokens.loadFresh(id);
      assertThat(tokens.loadFresh(id).fingerprint()).isNotEqualTo(old.fingerprint());
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
    }
  }

  @Test
  void endpointDown_tokenDead_isUnavailableAndNotHammered() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock);
        RefreshingTokenSource tokens = inline(host, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.outage(Duration.ofHours(1)));
      assertThatThrownBy(() -> tokens.loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining(id.value())
          .hasMessageContaining("503");
      int calls = sage.seen().answered(503);

      for (int i = 0; i < 1_000; i++) {
        assertThatThrownBy(() -> tokens.loadFresh(id))
            .isInstanceOf(ProviderUnavailableException.class);
      }

      assertThat(sage.seen().answered(503)).as("remembered, not repeated").isEqualTo(calls);
      assertThat(calls).isLessThan(12);
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      sage.script().clear();
    }
  }

  @Test
  void grantRevoked_thousandCalls_oneReachesTheTokenEndpoint(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.revokeAllGrants();

      List<ReconnectCause> causes = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        try {
          host.client(id).taxRates().list().first();
        } catch (ReconnectRequiredException e) {
          causes.add(e.reason());
        }
      }

      assertThat(causes).hasSize(1_000).containsOnly(ReconnectCause.REVOKED);
      assertThat(sage.seen().refreshesRejected()).isEqualTo(1);
      assertThat(sage.seen().unauthorized()).as("one call met the 401").isEqualTo(1);
      assertThat(host.ledger.bindings().get(id).status())
          .isEqualTo(BindingStatus.RECONNECT_REQUIRED);
      assertThat(host.events(LedgerEvent.ReconnectRequired.class)).hasSize(1);
      assertThat(host.events(LedgerEvent.StatusChanged.class))
          .extracting(LedgerEvent.StatusChanged::after)
          .containsExactly(BindingStatus.CONNECTED, BindingStatus.RECONNECT_REQUIRED);
    }
  }

  @Test
  void refreshTokenOutlived_isExpired(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofDays(32));

      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOfSatisfying(
              ReconnectRequiredException.class,
              dead -> assertThat(dead.reason()).isEqualTo(ReconnectCause.EXPIRED));
    }
  }

  @Test
  void accessTokenRejected_whileItLooksFresh_isReplacedOnceAndTheCallGoesThrough(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.rejectAccessTokens();

      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();

      assertThat(sage.seen().unauthorized()).isEqualTo(1);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void everyTokenRejected_tokenEndpointIsNotHammered(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script().on(Endpoint.api("GET", "/tax_rates")).then(Fault.status(401)).times(100);

      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> host.client(id).taxRates().list().first())
            .isInstanceOf(ApiException.class)
            .hasMessageContaining("401");
      }

      assertThat(sage.seen().refreshesAccepted())
          .as("the token was not what was wrong")
          .isEqualTo(1);
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      sage.script().clear();
    }
  }

  @Test
  void sourceClosed_callerLearnsAtOnce(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      host.ledger.close();
      clock.advance(Duration.ofMinutes(6));

      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("the Ledger")
          .hasMessageContaining("closed");
    }
  }

  @Test
  void clientRefused_isConfigurationErrorAndLeavesTheBinding(
      SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script()
          .on(Endpoint.TOKEN_REFRESH)
          .then(Fault.reply(400, "application/json", "{\"error\":\"invalid_client\"}"));

      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("invalid_client")
          .hasMessageContaining(sage.clientId());

      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      clock.advance(Duration.ofMinutes(1));
      assertThat(host.ledger.tokens().loadFresh(id)).isNotNull();
    }
  }

  @Test
  void answersThatAreNone_areRetriedUntilOneComes(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script()
          .on(Endpoint.TOKEN_REFRESH)
          .then(Fault.loseRequest(), Fault.reset(), Fault.nonJson(502), Fault.status(429, 3));

      assertThat(host.ledger.tokens().loadFresh(id)).isNotNull();

      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).isZero();
    }
  }

  @Test
  void hugeTokenAnswer_isRefusedInBoundedMemory(SageSimulator sage, VirtualClock clock) {
    RefreshSettings oneTry =
        new RefreshSettings(
            Duration.ofSeconds(20),
            Duration.ofMillis(100),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));
    try (Host host = Host.of(sage, clock, settings -> settings.refreshSettings(oneTry))) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.hugeBody(100L * 1024 * 1024));

      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class);
    }
  }

  /**
   * A source whose refreshes run in the caller, so that a test on a virtual clock is a sequence.
   */
  private static RefreshingTokenSource inline(Host host, VirtualClock clock) {
    return RefreshingTokenSource.builder(
            host.vault,
            host.ledger.bindings(),
            id -> host.sage.oauthClient(host.ledger.bindings().get(id).region()))
        .clock(clock)
        .executor(Runnable::run)
        .settings(
            new RefreshSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(2)))
        .build();
  }
}
