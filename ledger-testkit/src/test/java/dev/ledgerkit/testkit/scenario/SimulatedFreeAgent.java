package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;

/** How a shop that is under test reaches a simulated FreeAgent. */
public final class SimulatedFreeAgent {
  private SimulatedFreeAgent() {}

  public static FreeAgentProvider.Builder of(FreeAgentSimulator simulator, LedgerClock clock) {
    return FreeAgentProvider.builder()
        .production(simulator.clientId(), simulator.clientSecret())
        .endpoints(FreeAgentEndpoints.at(simulator.baseUri()))
        .application("Test Shop")
        .clock(clock);
  }
}
