package dev.ledgerkit.testkit.contract;

import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.SealContext;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** Sealing changes what a store sees and nothing of what a vault does. */
class EncryptedTokenVaultTest {
  private static final MasterKeys KEYS = MasterKeys.generate();

  private static TokenVault over(RecordStore store) {
    return new EncryptedTokenVault(store, KEYS, id -> new SealContext("provider", "region"));
  }

  @Nested
  class Contract extends TokenVaultContract {
    private final SteppedClock clock = new SteppedClock();

    @Override
    protected TokenVault vault() {
      return over(new InMemoryRecordStore(clock));
    }

    @Override
    protected void pass(Duration time) {
      clock.pass(time);
    }
  }

  @Nested
  class Races extends TokenVaultRaceContract {
    private final RecordStore store = new InMemoryRecordStore();

    @Override
    protected TokenVault vault() {
      return over(store);
    }

    @Override
    protected TokenVault otherNode(TokenVault vault) {
      return over(store);
    }
  }
}
