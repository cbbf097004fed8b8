package dev.ledgerkit.examples;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Sage on a loopback socket, with a merchant who always allows and a clock that can be moved. */
final class SimulatedSage implements World {
  /** About what a call in the same city takes, so that the printed times mean something. */
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final VirtualClock clock = new VirtualClock(Instant.now());
  private final SageSimulator simulator =
      SageSimulator.builder()
          .clock(clock)
          .latency(LATENCY)
          .tokenLatency(LATENCY)
          .business("b-bakery", "Simulated Bakery Ltd", "GB")
          .business("b-books", "Simulated Books Ltd", "GB")
          .ledgerAccounts(250)
          .contacts(12)
          .start();
  private final SageProvider sage =
      SageProvider.builder(simulator.clientId(), simulator.clientSecret())
          .endpoints(
              SageEndpoints.at(simulator.baseUri())
                  .withOauth(simulator.authorizeUri(), simulator.tokenUri(), simulator.revokeUri()))
          .build();

  private final SimulatedFreeAgent freeAgent = new SimulatedFreeAgent(clock, LATENCY);

  @Override
  public SageProvider sage() {
    return sage;
  }

  @Override
  public String region() {
    return "UK";
  }

  /** Nobody listens there: the simulated merchant hands the callback over. */
  @Override
  public URI redirectUri() {
    return URI.create("http://localhost:8484/callback");
  }

  @Override
  public LedgerClock clock() {
    return clock;
  }

  @Override
  public Optional<FreeAgentMerchant> freeAgent() {
    return Optional.of(freeAgent);
  }

  @Override
  public URI consent(URI consentUrl) {
    return simulator.approve(consentUrl);
  }

  @Override
  public Business choose(List<Business> businesses) {
    return businesses.get(businesses.size() - 1);
  }

  @Override
  public boolean writes() {
    return true;
  }

  @Override
  public boolean skip(Duration duration) {
    clock.advance(duration);
    return true;
  }

  @Override
  public String seen() {
    Seen seen = simulator.seen();
    return "The simulator saw %d API calls, %d consent, %d refresh, %d repeated create, %d revocation; %d calls without a business, %d refresh tokens spent twice."
        .formatted(
            seen.apiCalls(),
            seen.tokenExchanges(),
            seen.refreshesAccepted(),
            seen.idempotentReplays(),
            seen.revokes(),
            seen.missingBusinessHeader(),
            seen.reuseDetected());
  }

  URI baseUri() {
    return simulator.baseUri();
  }

  @Override
  public void close() {
    freeAgent.close();
    simulator.close();
  }
}
