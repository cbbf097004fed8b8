package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A binding locked to one business, and a merchant who consents again with a user of another. */
class WrongBusinessTest {
  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator sage =
      SageSimulator.builder()
          .clock(clock)
          .business("b1", "Business One", "GB")
          .business("b2", "Business Two", "GB")
          .start();
  private final Host host = Host.of(sage, clock);
  private BindingId id;

  @BeforeEach
  void connectToTheFirst() {
    id = host.pending().id();
    host.consent(id);
    host.ledger.connect().lock(id, "b1");
  }

  @AfterEach
  void stop() {
    host.close();
    sage.close();
  }

  @Test
  void reconnectOfAConnectedBinding_isRefused_andTheOldGrantWorksOn() {
    OauthToken old = host.ledger.tokens().loadFresh(id);

    assertThatThrownBy(() -> host.consent(id, "b2")).isInstanceOf(BusinessMismatchException.class);

    assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
    assertThat(business()).isEqualTo("b1");
    assertThat(host.ledger.tokens().loadFresh(id)).isEqualTo(old);
    assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
    clock.advance(Duration.ofMinutes(6));
    assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
    assertThat(sage.seen().revokes()).isZero();
  }

  @Test
  void reconnect_businessesNotListed_noCallOfTheHostGoesOutUnderAGrantNobodyLookedAt() {
    businessesAreDown();

    assertThatThrownBy(() -> host.consent(id, "b2"))
        .isInstanceOf(ProviderUnavailableException.class);

    assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.PENDING);
    assertThatThrownBy(() -> host.client(id).contacts().list().first())
        .isInstanceOfSatisfying(
            ReconnectRequiredException.class,
            refused -> assertThat(refused.reason()).isEqualTo(ReconnectCause.NOT_CONNECTED));
    assertThat(sage.seen().calls("GET /contacts")).isZero();
    sage.script().clear();
    assertThatThrownBy(() -> host.ledger.connect().resume(id))
        .isInstanceOf(BusinessMismatchException.class)
        .hasMessageContaining("b1")
        .hasMessageContaining("b2");
    assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.RECONNECT_REQUIRED);
    assertThat(host.vault.load(id)).isEmpty();
    assertThat(sage.seen().revokes()).as("other bindings may live on that grant").isZero();
  }

  @Test
  void refreshOfAGrantNobodyLookedAt_doesNotConnect() {
    sage.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));
    assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
        .isInstanceOf(ReconnectRequiredException.class);
    businessesAreDown();
    assertThatThrownBy(() -> host.consent(id, "b2"))
        .isInstanceOf(ProviderUnavailableException.class);
    clock.advance(Duration.ofMinutes(6));

    assertThat(host.ledger.tokens().loadFresh(id)).isNotNull();

    assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.PENDING);
    assertThat(business()).isEqualTo("b1");
    sage.script().clear();
  }

  @Test
  void rightUserAfterTheWrongOne_connectsAgain() {
    businessesAreDown();
    assertThatThrownBy(() -> host.consent(id, "b2"))
        .isInstanceOf(ProviderUnavailableException.class);
    sage.script().clear();

    host.consent(id, "b1");

    assertThat(host.ledger.bindings().get(id).status()).isEqualTo(BindingStatus.CONNECTED);
    assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();
  }

  private void businessesAreDown() {
    sage.script().on(Endpoint.api("GET", "/businesses")).then(Fault.status(500)).times(5);
  }

  private String business() {
    Business business = host.ledger.bindings().get(id).business();
    return business == null ? "" : business.id();
  }
}
