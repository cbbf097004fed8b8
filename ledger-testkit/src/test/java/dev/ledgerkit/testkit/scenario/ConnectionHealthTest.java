package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectionHealth;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a dashboard is told about a connection. */
class ConnectionHealthTest {
  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator =
      SageSimulator.builder().clock(clock).refreshTokenLifetime(Duration.ofDays(31)).start();
  private final Host host = Host.of(simulator, clock);

  @AfterEach
  void close() {
    host.close();
    simulator.close();
  }

  @Test
  void connected_tellsWhenEachTokenDies() {
    BindingId id = host.connected();

    ConnectionHealth health = host.ledger.health().of(id);

    assertThat(health.status()).isEqualTo(BindingStatus.CONNECTED);
    assertThat(health.rotations()).isZero();
    assertThat(health.lastFailure()).isEmpty();
    Instant bought = health.lastProofOfLife();
    assertThat(health.accessExpiresAt()).isEqualTo(bought.plus(Duration.ofMinutes(5)));
    assertThat(health.refreshExpiresAt()).isEqualTo(bought.plus(Duration.ofDays(31)));
    assertThat(health.reconnectBy()).contains(health.refreshExpiresAt());
  }

  @Test
  void rotations_ofAllNodes_areCounted_alsoAfterARestart() {
    BindingId id = host.connected();
    try (Host other = host.otherNode(clock)) {
      for (int i = 0; i < 6; i++) {
        clock.advance(Duration.ofMinutes(6));
        (i % 2 == 0 ? host : other).client(id).contacts().list().first();
      }
      assertThat(host.ledger.health().of(id).rotations()).isEqualTo(3);
      host.ledger.health().flush();
      other.ledger.health().flush();

      assertThat(host.ledger.health().of(id).rotations()).isEqualTo(6);
    }
    try (Host restarted = host.otherNode(clock)) {
      assertThat(restarted.ledger.health().of(id).rotations()).isEqualTo(6);
    }
  }

  @Test
  void failure_isTold_andStaysKnownAfterItIsOver() {
    BindingId id = host.connected();
    clock.advance(Duration.ofMinutes(6));
    simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.outage(Duration.ofMinutes(10)));
    assertThatThrownBy(() -> host.client(id).contacts().list().first())
        .isInstanceOf(ProviderUnavailableException.class);

    ConnectionHealth failing = host.ledger.health().of(id);
    assertThat(failing.lastFailureAt()).isNotNull();
    assertThat(failing.lastFailure()).isNotEmpty();
    assertThat(failing.status()).isEqualTo(BindingStatus.CONNECTED);

    clock.advance(Duration.ofMinutes(11));
    host.client(id).contacts().list().first();
    ConnectionHealth over = host.ledger.health().of(id);
    assertThat(over.lastProofOfLife()).isAfter(failing.lastFailureAt());
    assertThat(over.lastFailureAt()).isEqualTo(failing.lastFailureAt());
  }

  @Test
  void deadGrant_tellsItsCause_andThatItIsTooLate() {
    BindingId id = host.connected();
    simulator.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));
    assertThatThrownBy(() -> host.client(id).contacts().list().first())
        .isInstanceOf(ReconnectRequiredException.class);

    ConnectionHealth health = host.ledger.health().of(id);

    assertThat(health.status()).isEqualTo(BindingStatus.RECONNECT_REQUIRED);
    assertThat(health.cause()).isEqualTo(ReconnectCause.REVOKED);
    assertThat(health.reconnectBy()).contains(health.lastFailureAt());
    assertThat(health.toString()).doesNotContain("sim-");
  }

  @Test
  void disconnected_hasNoPairAndNothingToReconnect() {
    BindingId id = host.connected();
    host.ledger.connect().disconnect(id);

    ConnectionHealth health = host.ledger.health().of(id);

    assertThat(health.lastProofOfLife()).isNull();
    assertThat(health.reconnectBy()).isEmpty();
  }
}
