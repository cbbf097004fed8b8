package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A goodbye that is finished however often it is broken off. */
class DisconnectTest {
  private final VirtualClock clock = new VirtualClock();

  /** Fails at one of its calls, once. */
  private static final class FailingVault extends ForwardingVault {
    private int callsUntilFailure = Integer.MAX_VALUE;
    boolean failed;

    FailingVault(TokenVault vault) {
      super(vault);
    }

    void failAt(int call) {
      callsUntilFailure = call;
    }

    private void pass() {
      if (--callsUntilFailure == 0) {
        failed = true;
        throw new VaultException("the database is gone", null);
      }
    }

    @Override
    public Optional<VaultedToken> load(BindingId id) {
      pass();
      return super.load(id);
    }

    @Override
    public boolean delete(BindingId id, long epoch) {
      pass();
      return super.delete(id, epoch);
    }

    @Override
    public boolean delete(BindingId id) {
      pass();
      return super.delete(id);
    }
  }

  @ParameterizedTest(name = "the database fails at call {0}, provider down: {1}")
  @CsvSource({"1,false", "1,true", "2,false", "2,true"})
  void databaseAndProvider_failByTurns_askedAgainItIsFinished(int call, boolean providerDown) {
    FailingVault vault = new FailingVault(new InMemoryTokenVault(clock));
    try (SageSimulator simulator = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(simulator, clock, new InMemoryRecordStore(clock), vault)) {
      BindingId id = host.connected();
      if (providerDown) {
        simulator.script().on(Endpoint.REVOKE).then(Fault.status(503));
      }
      vault.failAt(call);

      boolean brokenOff = false;
      try {
        host.ledger.connect().disconnect(id);
      } catch (VaultException e) {
        brokenOff = true;
        assertThat(host.ledger.bindings().find(id).orElseThrow().status())
            .as("calls stop at once, whatever comes after")
            .isEqualTo(BindingStatus.REVOKED);
        host.ledger.connect().disconnect(id);
      }
      vault.failAt(Integer.MAX_VALUE);

      assertThat(vault.failed).isTrue();
      // A pair that cannot be read is deleted unread, so only the delete breaks it off.
      assertThat(brokenOff).isEqualTo(call == 2);
      assertThat(vault.load(id)).isEmpty();
      assertThat(host.ledger.bindings().find(id).orElseThrow().status())
          .isEqualTo(BindingStatus.REVOKED);
      assertThatThrownBy(() -> host.client(id).contacts().list().first())
          .isInstanceOf(ReconnectRequiredException.class);
      assertThat(host.ledger.connect().disconnect(id)).as("nothing is left to do").isFalse();
    }
  }
}
