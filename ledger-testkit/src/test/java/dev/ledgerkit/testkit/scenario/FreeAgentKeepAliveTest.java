package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.KeepAlive;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens of seven days at FreeAgent, whether its answer says so or not. */
class FreeAgentKeepAliveTest {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  private final VirtualClock clock = new VirtualClock();
  private final RecordStore store = new InMemoryRecordStore(clock);
  private final TokenVault vault = new InMemoryTokenVault(clock);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fourWeeksWithoutASale_twoNodesThatSweepAtOnce_stayConnected(boolean told) {
    try (FreeAgentSimulator simulator =
            FreeAgentSimulator.builder()
                .clock(clock)
                .refreshTokenLifetime(Duration.ofDays(7))
                .tellRefreshTokenLifetime(told)
                .start();
        Ledger one = node(simulator);
        Ledger two = node(simulator)) {
      BindingId id = connected(one, simulator);
      List<KeepAlive> nodes = List.of(keepAlive(one), keepAlive(two));
      for (int hour = 0; hour < 28 * 24; hour++) {
        clock.advance(Duration.ofHours(1));
        CompletableFuture.allOf(
                nodes.stream()
                    .map(node -> CompletableFuture.runAsync(node::sweep))
                    .toArray(CompletableFuture[]::new))
            .join();
      }

      assertThat(two.bindings().find(id).orElseThrow().status()).isEqualTo(BindingStatus.CONNECTED);
      assertThat(simulator.seen().refreshesAccepted())
          .as("every four days, three before the end of seven")
          .isBetween(6, 7);
      assertThat(simulator.seen().reuseDetected()).isZero();
    }
  }

  private Ledger node(FreeAgentSimulator simulator) {
    FreeAgentProvider provider = SimulatedFreeAgent.of(simulator, clock).build();
    return Ledger.builder(store, vault).provider(provider).clock(clock).build();
  }

  private static BindingId connected(Ledger ledger, FreeAgentSimulator simulator) {
    BindingId id =
        ledger
            .connect()
            .create(new Installation("Magento", "shop.example.com"), "FreeAgent", "production")
            .id();
    URI consent = ledger.connect().begin(id, CALLBACK).url();
    assertThat(ledger.connect().complete(id, simulator.approve(consent).toString()))
        .isInstanceOf(ConnectOutcome.Connected.class);
    return id;
  }

  private KeepAlive keepAlive(Ledger ledger) {
    return new KeepAlive(vault, ledger.tokens(), ledger.bindings(), clock, Duration.ofDays(3), 10);
  }
}
