package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.BackgroundApi;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A backfill that reads as fast as it may, and people who call meanwhile. Virtual time stands while
 * anybody works, so all that is measured is waiting for permits.
 */
class FairUseTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** So long that no refresh, which runs in threads of its own, meets a clock that moves. */
  private static final Duration TOKEN = Duration.ofDays(7);

  private static final int WINDOWS = Integer.getInteger("ledger.fairuse.windows", 10);
  private static final int READERS = 6;

  private final TurnClock clock = new TurnClock();

  @Test
  void freeAgentBackfill_getsTheMinutesRate_andKeepsNobodyWaiting() throws Exception {
    try (FreeAgentSimulator simulator =
        FreeAgentSimulator.builder()
            .clock(clock)
            .accessTokenLifetime(TOKEN)
            .company("big", "Big Ltd", big -> big.contacts(1).invoices(1_000))
            .start()) {
      FreeAgentProvider freeAgent = SimulatedFreeAgent.of(simulator, clock).build();
      try (Ledger ledger = ledger(freeAgent)) {
        Binding big = connected(ledger, freeAgent, "production", simulator::approve);
        ApiClient background = new BackgroundApi(ledger.api());
        Outcome outcome =
            run(
                MINUTE.multipliedBy(WINDOWS),
                Duration.ofSeconds(8),
                () -> freeAgent.client(background, big).invoices().list(),
                List.of(() -> freeAgent.client(ledger.api(), big).company().get()));

        outcome.judge("FreeAgent, 120 a minute", 120, MINUTE, WINDOWS);
        assertThat(simulator.seen().throttled()).isZero();
      }
    }
  }

  /** A twelfth of the provider's own limits, so that hours take seconds. */
  @Test
  void freeAgentBackfillOfHours_getsTheHoursRate_andKeepsNobodyWaiting() throws Exception {
    int perMinute = 10;
    int perHour = 300;
    try (FreeAgentSimulator simulator =
        FreeAgentSimulator.builder()
            .clock(clock)
            .rateLimit(perMinute, perHour)
            .accessTokenLifetime(TOKEN)
            .company("big", "Big Ltd", big -> big.contacts(1).invoices(1_000))
            .start()) {
      FreeAgentProvider freeAgent =
          SimulatedFreeAgent.of(simulator, clock)
              .limits(
                  List.of(
                      new RateLimit(RateLimit.Scope.BINDING, perMinute, MINUTE),
                      new RateLimit(RateLimit.Scope.BINDING, perHour, HOUR)))
              .build();
      try (Ledger ledger = ledger(freeAgent)) {
        Binding big = connected(ledger, freeAgent, "production", simulator::approve);
        ApiClient background = new BackgroundApi(ledger.api());
        int hours = Math.max(2, WINDOWS / 2);
        Outcome outcome =
            run(
                HOUR.multipliedBy(hours),
                MINUTE.multipliedBy(4),
                () -> freeAgent.client(background, big).invoices().list(),
                List.of(() -> freeAgent.client(ledger.api(), big).company().get()));

        outcome.judge("FreeAgent, 300 an hour", perHour, HOUR, hours);
        assertThat(simulator.seen().throttled()).isZero();
      }
    }
  }

  @Test
  void sageBackfill_getsTheRate_andKeepsNoBindingWaiting() throws Exception {
    int permits = 100;
    int places = 4;
    try (SageSimulator simulator =
        SageSimulator.builder()
            .clock(clock)
            .rateLimit(permits, MINUTE)
            .concurrencyLimit(places)
            .accessTokenLifetime(TOKEN)
            .contacts(600)
            .start()) {
      SageProvider sage =
          SageProvider.builder(simulator.clientId(), simulator.clientSecret())
              .endpoints(SageEndpoints.at(simulator.baseUri()))
              .limits(
                  List.of(
                      new RateLimit(RateLimit.Scope.CLIENT, permits, MINUTE),
                      new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, places, Duration.ZERO)))
              .build();
      try (Ledger ledger = ledger(sage)) {
        Binding big = connected(ledger, sage, "UK", simulator::approve);
        Binding other = connected(ledger, sage, "UK", simulator::approve);
        ApiClient background = new BackgroundApi(ledger.api());
        Outcome outcome =
            run(
                MINUTE.multipliedBy(WINDOWS),
                Duration.ofSeconds(8),
                () -> sage.client(background, big).contacts().list(),
                List.of(
                    () -> sage.client(ledger.api(), big).ledgerAccounts().list().first(),
                    () -> sage.client(ledger.api(), other).taxRates().list().first()));

        outcome.judge("Sage, 100 a minute and 4 at a time", permits, MINUTE, WINDOWS);
        assertThat(simulator.seen().throttled()).isZero();
        assertThat(simulator.seen().maxConcurrent()).isLessThanOrEqualTo(places);
      }
    }
  }

  /** Some threads read the list again and again, and somebody calls now and then. */
  private Outcome run(
      Duration length, Duration pause, Callable<Paged<?>> backfill, List<Callable<?>> calls)
      throws Exception {
    clock.sleep(HOUR.multipliedBy(2)); // what the consent took of the limits is free again
    long end = clock.nanoTime() + length.toNanos();
    Outcome outcome = new Outcome();
    List<Callable<?>> threads = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      threads.add(() -> read(backfill, end, outcome));
    }
    threads.add(() -> callNowAndThen(pause, calls, end, outcome));
    clock.together(threads);
    return outcome;
  }

  private Void read(Callable<Paged<?>> backfill, long end, Outcome outcome) throws Exception {
    while (clock.nanoTime() < end) {
      for (Page<?> page : backfill.call().patient(clock).pages()) {
        if (clock.nanoTime() >= end) {
          return null;
        }
        assertThat(page.items()).isNotEmpty();
        outcome.pages.incrementAndGet();
      }
    }
    return null;
  }

  private Void callNowAndThen(Duration pause, List<Callable<?>> calls, long end, Outcome outcome)
      throws Exception {
    Random random = new Random(20261121);
    clock.sleep(MINUTE);
    while (clock.nanoTime() < end) {
      long before = clock.nanoTime();
      calls.get(random.nextInt(calls.size())).call();
      outcome.called(clock.nanoTime() - before);
      clock.sleep(Duration.ofMillis(random.nextInt((int) pause.toMillis())));
    }
    return null;
  }

  private Ledger ledger(LedgerProvider provider) {
    return Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
        .provider(provider)
        .clock(clock)
        .build();
  }

  private static Binding connected(
      Ledger ledger, LedgerProvider provider, String region, UnaryOperator<URI> approve) {
    var id =
        ledger
            .bindings()
            .create(
                new Installation("Magento", "shop-" + System.nanoTime() + ".example.com"),
                provider.name(),
                provider.region(region))
            .id();
    URI consent = ledger.connect().begin(id, Host.CALLBACK).url();
    ledger.connect().complete(id, approve.apply(consent).toString());
    return ledger.bindings().get(id);
  }

  /** What the backfill got, and what the others waited. */
  private static final class Outcome {
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();

    private void called(long nanos) {
      calls.incrementAndGet();
      waited.addAndGet(nanos > 0 ? 1 : 0);
      longest.accumulateAndGet(nanos, Math::max);
    }

    private void judge(String what, int permits, Duration window, int windows) {
      int allowed = permits * windows;
      Duration permit = window.dividedBy(permits);
      double rate = pages.get() / (double) (allowed - calls.get());
      System.out.printf(
          "%s: %d pages, %.2f %% of what %d other calls left;"
              + " %d of those waited, %d ms at most, one permit is %d ms%n",
          what,
          pages.get(),
          100 * rate,
          calls.get(),
          waited.get(),
          Duration.ofNanos(longest.get()).toMillis(),
          permit.toMillis());
      assertThat(rate).isBetween(0.98, 1.0);
      assertThat(calls.get()).isGreaterThan(10 * WINDOWS);
      Duration slot = window.dividedBy(200); // so exactly does the limiter know when one comes free
      assertThat(Duration.ofNanos(longest.get())).isLessThanOrEqualTo(permit.plus(slot));
    }
  }
}
