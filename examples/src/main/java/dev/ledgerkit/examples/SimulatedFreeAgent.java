package dev.ledgerkit.examples;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A FreeAgent on a loopback socket, with a merchant of one company who always approves. */
final class SimulatedFreeAgent implements FreeAgentMerchant, AutoCloseable {
  private final FreeAgentSimulator simulator;
  private final FreeAgentProvider provider;

  SimulatedFreeAgent(LedgerClock clock, Duration latency) {
    this.simulator =
        FreeAgentSimulator.builder()
            .clock(clock)
            .latency(latency)
            .tokenLatency(latency)
            .company("studio", "Simulated Studio Ltd", studio -> studio.contacts(3))
            .start();
    this.provider =
        FreeAgentProvider.builder()
            .production(simulator.clientId(), simulator.clientSecret())
            .endpoints(FreeAgentEndpoints.at(simulator.baseUri()))
            .application("Ledger quickstart")
            .clock(clock)
            .build();
  }

  @Override
  public FreeAgentProvider provider() {
    return provider;
  }

  @Override
  public String region() {
    return "production";
  }

  @Override
  public URI redirectUri() {
    return URI.create("http://localhost:8484/callback");
  }

  @Override
  public URI consent(URI consentUrl) {
    return simulator.approve(consentUrl);
  }

  /** A FreeAgent token reaches one company, so nobody asks. */
  @Override
  public Business choose(List<Business> businesses) {
    return businesses.get(0);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
