package dev.ledgerkit.testkit.contract;

import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The reference keeps the contract it is the reference of. */
class InMemoryTokenVaultTest {

  @Nested
  class Contract extends TokenVaultContract {
    private final SteppedClock clock = new SteppedClock();

    @Override
    protected TokenVault vault() {
      return new InMemoryTokenVault(clock);
    }

    @Override
    protected void pass(Duration time) {
      clock.pass(time);
    }
  }

  @Nested
  class Races extends TokenVaultRaceContract {
    @Override
    protected TokenVault vault() {
      return new InMemoryTokenVault();
    }
  }
}
