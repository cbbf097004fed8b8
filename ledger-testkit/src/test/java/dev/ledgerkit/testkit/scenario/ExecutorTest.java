package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Executors that take no more, at every moment a refresh needs one. */
@ExtendWith(SageSimulatorExtension.class)
class ExecutorTest {

  @Test
  void rejectsTheStart_tokenDead_callerLearnsAtOnceAndTheNextRefreshRuns(
      SageSimulator sage, VirtualClock clock) {
    RejectsOnce executor = new RejectsOnce(1);
    try (Host host = Host.of(sage, clock);
        RefreshingTokenSource tokens = host.tokenSource(clock).executor(executor).build()) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));

      assertThatThrownBy(() -> tokens.loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining(id.value())
          .hasMessageContaining("takes no more");

      clock.advance(Duration.ofMinutes(1));
      assertThat(tokens.loadFresh(id)).isNotNull();
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void rejectsTheStart_tokenStillWorks_nobodyNotices(SageSimulator sage, VirtualClock clock) {
    RejectsOnce executor = new RejectsOnce(2);
    try (Host host = Host.of(sage, clock);
        RefreshingTokenSource tokens = host.tokenSource(clock).executor(executor).build()) {
      BindingId id = host.connected();
      OauthToken old = tokens.loadFresh(id);
      clock.advance(Duration.ofSeconds(270));

      assertThat(tokens.loadFresh(id)).isEqualTo(old);
      assertThat(executor.calls()).isEqualTo(2);

      clock.advance(Duration.ofMinutes(1));
      assertThat(tokens.loadFresh(id)).isNotEqualTo(old);
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void rejectsAfterAPause_callerLearnsAtOnceAndTheNextRefreshRuns(
      SageSimulator sage, VirtualClock clock) {
    RejectsOnce executor = new RejectsOnce(2);
    try (Host host = Host.of(sage, clock);
        RefreshingTokenSource tokens = host.tokenSource(clock).executor(executor).build()) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseRequest());

      assertThatThrownBy(() -> tokens.loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("takes no more");
      assertThat(executor.calls()).isEqualTo(2);

      clock.advance(Duration.ofMinutes(2)); // what is remembered and the lease are over
      assertThat(tokens.loadFresh(id)).isNotNull();
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void sourceClosed_whileARefreshPauses_callerLearnsAtOnce() throws Exception {
    VirtualClock clock = VirtualClock.manual(Instant.parse("2026-01-05T09:00:00Z"));
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(503, 1));
      RefreshingTokenSource tokens = host.tokenSource(clock).build();
      CompletableFuture<OauthToken> caller =
          CompletableFuture.supplyAsync(() -> tokens.loadFresh(id));
      clock.awaitWaiting(1); // the refresh, for its next attempt

      tokens.close();

      // far less than the 30 s a caller would wait for a refresh that nobody goes on with
      assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("closed");
      clock.advance(Duration.ofMinutes(2));
      assertThat(host.ledger.tokens().loadFresh(id)).as("the lease lapsed").isNotNull();
    }
  }

  /** Runs in the caller, except for one task. */
  private static final class RejectsOnce implements Executor {
    private final AtomicInteger calls = new AtomicInteger();
    private final int rejected;

    RejectsOnce(int rejected) {
      this.rejected = rejected;
    }

    int calls() {
      return calls.get();
    }

    @Override
    public void execute(Runnable task) {
      if (calls.incrementAndGet() == rejected) {
        throw new RejectedExecutionException("full");
      }
      task.run();
    }
  }
}
