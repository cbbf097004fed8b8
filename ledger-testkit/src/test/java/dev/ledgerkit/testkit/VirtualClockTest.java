package dev.ledgerkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void sleep_automatic_movesBothTimesAndReturnsAtOnce() throws InterruptedException {
    VirtualClock clock = new VirtualClock(START);
    long before = clock.nanoTime();

    clock.sleep(Duration.ofDays(31));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(31)));
    assertThat(clock.nanoTime() - before).isEqualTo(Duration.ofDays(31).toNanos());
    assertThat(clock.millis()).isEqualTo(START.plus(Duration.ofDays(31)).toEpochMilli());
  }

  @Test
  void after_automatic_runsOnTheExecutorWithTimeMoved() {
    VirtualClock clock = new VirtualClock(START);
    List<Instant> ran = new ArrayList<>();

    clock.after(Duration.ofHours(1), Runnable::run, () -> ran.add(clock.instant()));

    assertThat(ran).containsExactly(START.plus(Duration.ofHours(1)));
  }

  @Test
  void sleep_manual_lastsUntilTimeReachesItsEnd() throws Exception {
    VirtualClock clock = VirtualClock.manual(START);
    CompletableFuture<Void> slept =
        CompletableFuture.runAsync(
            () -> {
              try {
                clock.sleep(Duration.ofSeconds(5));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    clock.awaitWaiting(1);

    clock.advance(Duration.ofSeconds(4));
    assertThat(clock.waiting()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));

    slept.get(5, TimeUnit.SECONDS);
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void after_manual_runsDueTasksInOrderOfTime() {
    VirtualClock clock = VirtualClock.manual(START);
    List<String> ran = new ArrayList<>();
    clock.after(Duration.ofSeconds(2), Runnable::run, () -> ran.add("two"));
    clock.after(Duration.ofSeconds(1), Runnable::run, () -> ran.add("one"));
    clock.after(Duration.ofSeconds(9), Runnable::run, () -> ran.add("nine"));
    clock.after(Duration.ZERO, Runnable::run, () -> ran.add("now"));

    clock.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("now", "one", "two");
    assertThat(clock.waiting()).isEqualTo(1);
  }

  @Test
  void sleep_manualAndInterrupted_throwsAndLeavesNoWaiter() throws Exception {
    VirtualClock clock = VirtualClock.manual(START);
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread sleeper =
        new Thread(
            () -> {
              try {
                clock.sleep(Duration.ofDays(1));
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    sleeper.start();
    clock.awaitWaiting(1);

    sleeper.interrupt();

    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void advance_negative_isRefused() {
    assertThatThrownBy(() -> new VirtualClock().advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
