package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One expired token, a slow token endpoint, and everybody at once. */
@ExtendWith(SageSimulatorExtension.class)
class RefreshStormTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(longs = {200, 6_000})
  void platformThreads_slowEndpoint_shareOneRefresh(
      long millis, SageSimulator sage, VirtualClock clock) throws Exception {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(LIFETIME);
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.slow(Duration.ofMillis(millis)));

      Storm storm = Storm.platformThreads(1_000, host.ledger.tokens(), id);

      assertThat(storm.failures()).isEmpty();
      assertThat(storm.tokens()).hasSize(1);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {200, 6_000})
  void virtualThreads_slowEndpoint_shareOneRefresh(
      long millis, SageSimulator sage, VirtualClock clock) throws Exception {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(LIFETIME);
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.slow(Duration.ofMillis(millis)));

      Optional<Storm> storm = Storm.virtualThreads(10_000, host.ledger.tokens(), id);

      if (storm.isEmpty()) {
        sage.script().clear();
        org.junit.jupiter.api.Assumptions.abort("this JDK has no virtual threads");
      }
      assertThat(storm.get().failures()).isEmpty();
      assertThat(storm.get().tokens()).hasSize(1);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).isZero();
    }
  }

  @Test
  void replyLost_providerWithGraceTime_nobodyFails() throws Exception {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage =
            SageSimulator.builder().clock(clock).graceTime(Duration.ofMinutes(2)).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(LIFETIME);
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());

      Storm storm = Storm.platformThreads(1_000, host.ledger.tokens(), id);

      assertThat(storm.failures()).isEmpty();
      assertThat(storm.tokens()).hasSize(1);
      assertThat(sage.seen().refreshesAccepted())
          .as("the lost one and its repetition")
          .isEqualTo(2);
      assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(sage.script().pending()).isEmpty();
    }
  }

  @Test
  void replyLost_strictProvider_everyCallerLearnsTheCause(SageSimulator sage, VirtualClock clock)
      throws Exception {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(LIFETIME);
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());

      Storm storm = Storm.platformThreads(1_000, host.ledger.tokens(), id);

      assertThat(storm.tokens()).isEmpty();
      assertThat(storm.failures())
          .hasSize(1_000)
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .isInstanceOfSatisfying(
                          ReconnectRequiredException.class,
                          dead -> assertThat(dead.reason()).isEqualTo(ReconnectCause.LOST_REPLY)));
      assertThat(host.ledger.bindings().get(id).status())
          .isEqualTo(BindingStatus.RECONNECT_REQUIRED);
      assertThat(host.events(LedgerEvent.ReconnectRequired.class)).hasSize(1);

      int rejected = sage.seen().refreshesRejected();
      clock.advance(Duration.ofDays(1));
      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ReconnectRequiredException.class)
          .hasMessageContaining("LOST_REPLY");
      assertThat(rejected).isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).as("left alone from then on").isEqualTo(1);
    }
  }
}
