package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a dashboard counts of one binding's life. */
class MicrometerBridgeTest {
  private final VirtualClock clock = new VirtualClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void connectRefreshAndRevocation_areCounted() {
    try (FreeAgentSimulator simulator =
            FreeAgentSimulator.builder().clock(clock).company("acme", "Acme Ltd").start();
        Ledger ledger = ledger(simulator)) {
      Binding binding =
          ledger
              .connect()
              .create(new Installation("Magento", "shop.example.com"), "FreeAgent", "production");
      URI consent =
          ledger.connect().begin(binding.id(), URI.create("http://localhost:8080/callback")).url();
      assertThat(ledger.connect().complete(simulator.approve(consent).toString()))
          .isInstanceOf(ConnectOutcome.Connected.class);
      clock.advance(Duration.ofHours(2));
      ledger.tokens().loadFresh(binding.id());
      simulator.revokeAllGrants();
      clock.advance(Duration.ofHours(2));
      assertThatThrownBy(() -> ledger.tokens().loadFresh(binding.id()))
          .isInstanceOf(ReconnectRequiredException.class);
    }

    assertThat(count("ledger.token.refreshes")).isEqualTo(1);
    assertThat(count("ledger.reconnects.required", "cause", "REVOKED")).isEqualTo(1);
    assertThat(count("ledger.status.changes", "from", "PENDING", "to", "CONNECTED")).isEqualTo(1);
    assertThat(count("ledger.status.changes", "from", "CONNECTED", "to", "RECONNECT_REQUIRED"))
        .isEqualTo(1);
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  private Ledger ledger(FreeAgentSimulator simulator) {
    return Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
        .provider(
            FreeAgentProvider.builder()
                .production(simulator.clientId(), simulator.clientSecret())
                .endpoints(FreeAgentEndpoints.at(simulator.baseUri()))
                .application("Test")
                .clock(clock)
                .build())
        .clock(clock)
        .listener(new MicrometerBridge(registry))
        .build();
  }
}
