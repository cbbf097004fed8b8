package dev.ledgerkit.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CreateGatesTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void inTurn_manyThreads_neverOverlap() throws Exception {
    CreateGates gates = new CreateGates(Duration.ofSeconds(20));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      results.add(
          threads.submit(
              () ->
                  gates.inTurn(
                      "b1",
                      () -> {
                        int now = inside.incrementAndGet();
                        most.accumulateAndGet(now, Math::max);
                        Thread.onSpinWait();
                        return inside.decrementAndGet();
                      })));
    }
    for (Future<Integer> result : results) {
      result.get();
    }

    assertThat(most).hasValue(1);
    assertThat(gates.open()).isZero();
  }

  @Test
  void inTurn_anotherBusiness_doesNotWait() throws Exception {
    CreateGates gates = new CreateGates(Duration.ofSeconds(20));
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Future<String> held = hold(gates, entered, leave);
    entered.await();

    assertThat(gates.inTurn("b2", () -> "through")).isEqualTo("through");

    leave.countDown();
    assertThat(held.get()).isEqualTo("held");
  }

  @Test
  void inTurn_waitTooLong_isRateLimitedAndSendsNothing() throws Exception {
    CreateGates gates = new CreateGates(Duration.ZERO);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Future<String> held = hold(gates, entered, leave);
    entered.await();
    AtomicInteger sent = new AtomicInteger();

    assertThatThrownBy(() -> gates.inTurn("b1", sent::incrementAndGet))
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("creates of b1");
    assertThat(sent).hasValue(0);

    leave.countDown();
    held.get();
    assertThat(gates.open()).isZero();
    assertThat(gates.inTurn("b1", sent::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void inTurn_createFails_letsTheNextOneThrough() {
    CreateGates gates = new CreateGates(Duration.ZERO);

    assertThatThrownBy(
            () ->
                gates.inTurn(
                    "b1",
                    () -> {
                      throw new IllegalStateException("refused");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(gates.inTurn("b1", () -> "next")).isEqualTo("next");
    assertThat(gates.open()).isZero();
  }

  @Test
  void inTurn_interruptedWhileWaiting_keepsTheFlag() throws Exception {
    CreateGates gates = new CreateGates(Duration.ofSeconds(20));
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Future<String> held = hold(gates, entered, leave);
    entered.await();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> gates.inTurn("b1", () -> "never"))
        .isInstanceOf(ProviderUnavailableException.class);
    assertThat(Thread.interrupted()).isTrue();

    leave.countDown();
    held.get();
  }

  private Future<String> hold(CreateGates gates, CountDownLatch entered, CountDownLatch leave) {
    return threads.submit(
        () ->
            gates.inTurn(
                "b1",
                () -> {
                  entered.countDown();
                  try {
                    leave.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "held";
                }));
  }
}
