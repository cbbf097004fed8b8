package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.OkHttpApiClient;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.provider.Providers;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The settings of many shops turn a day old in the same minute, over real sockets. Of 5,000 with
 * {@code -Dledger.settings=5000}.
 */
class ReferenceFleetTest {
  private static final int FLEET = Integer.getInteger("ledger.settings", 500);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int LISTS = 5;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger running = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** Tells when all is done: what a task begins, it begins before it ends. */
  private void execute(Runnable task) {
    running.incrementAndGet();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            running.decrementAndGet();
          }
        });
  }

  private CaffeineReferenceCache cache(Host host, ApiClient api, VirtualClock clock) {
    return cache(host, api, clock, id -> host.sage.referenceLists(), this::execute);
  }

  private static CaffeineReferenceCache cache(
      Host host,
      ApiClient api,
      VirtualClock clock,
      Function<BindingId, List<ReferenceList>> lists,
      Executor executor) {
    return CaffeineReferenceCache.builder(api, lists, executor)
        .store(host.store)
        .clock(clock)
        .build();
  }

  /** As if all had been fetched at this moment, without a call. */
  private static void allFetched(Host host, VirtualClock clock, List<BindingId> fleet) {
    ReferenceList none =
        new ReferenceList(
            ReferenceKind.TAX_RATES,
            (api, id) -> Paged.of(cursor -> new Page<>(List.of(), null, 0, List.of())));
    try (CaffeineReferenceCache before =
        cache(host, host.ledger.api(), clock, id -> List.of(none), Runnable::run)) {
      fleet.stream().map(before::prefetch).forEach(CompletableFuture::join);
    }
  }

  @Test
  void allTurnADayOldInOneMinute_twoNodes_spreadTheirCalls_belowWhatSageAllows() {
    VirtualClock clock = new VirtualClock();
    Queue<Instant> calls = new ConcurrentLinkedQueue<>();
    Queue<Instant> refreshes = new ConcurrentLinkedQueue<>();
    try (SageSimulator simulator =
            SageSimulator.builder().clock(clock).concurrencyLimit(150).start();
        Host one = Host.of(simulator, clock);
        Host two = one.otherNode(clock)) {
      List<BindingId> fleet = SageFleet.connected(one, clock, FLEET);
      allFetched(one, clock, fleet);
      simulator.changes().on(Endpoint.API).always(() -> calls.add(clock.instant()));
      simulator.changes().on(Endpoint.TOKEN_REFRESH).always(() -> refreshes.add(clock.instant()));
      CaffeineReferenceCache first = cache(one, one.ledger.api(), clock);
      CaffeineReferenceCache second = cache(two, two.ledger.api(), clock);
      clock.advance(DAY);

      for (int minute = 0; minute < 61; minute++) {
        first.refreshDue(500);
        second.refreshDue(500);
        Await.until(() -> running.get() == 0);
        clock.advance(MINUTE);
      }

      assertThat(simulator.seen().calls("GET /tax_rates")).isEqualTo(FLEET);
      assertThat(calls).hasSize(LISTS * FLEET);
      assertThat(refreshes).as("tokens had died overnight").hasSize(FLEET);
      assertThat(SageFleet.mostInAMinute(calls))
          .as("of 1,296,000 a day, 900 a minute, for 5,000")
          .isLessThanOrEqualTo(Math.max(900 * FLEET / 5_000, 50));
      assertThat(SageFleet.mostInAMinute(refreshes))
          .as("of 600 a minute, for 5,000")
          .isLessThanOrEqualTo(Math.max(600 * FLEET / 5_000, 10));
      assertThat(simulator.seen().throttled()).isZero();
      assertThat(simulator.seen().refreshesRejected()).isZero();
      second.poll();
      assertThat(fleet)
          .as("whoever fetched them")
          .allSatisfy(
              id -> assertThat(second.get(id).list(ReferenceKind.PAYMENT_METHODS)).isNotEmpty());
    }
  }

  /** Reads all, which waits for nothing and starts what is due. */
  private static boolean anyOlder(
      CaffeineReferenceCache cache, List<BindingId> fleet, Instant moment) {
    return fleet.stream()
            .map(cache::get)
            .filter(data -> data.refreshedAt().isBefore(moment))
            .count()
        > 0;
  }

  @Test
  void moreThanTheProviderAllows_isPutOff_whileReadersAreServed() {
    int shops = 40;
    int perMinute = 60;
    VirtualClock clock = VirtualClock.manual(Instant.parse("2026-01-05T09:00:00Z"));
    try (SageSimulator simulator =
            SageSimulator.builder()
                .clock(clock)
                .accessTokenLifetime(Duration.ofDays(10))
                .rateLimit(perMinute, MINUTE)
                .start();
        Host host = Host.of(simulator, clock);
        OkHttpApiClient api =
            OkHttpApiClient.builder(
                    new Providers(host.ledger.bindings(), List.of(host.sage))::route,
                    host.ledger.tokens())
                .clock(clock)
                .rateLimits(List.of(new RateLimit(RateLimit.Scope.CLIENT, perMinute, MINUTE)))
                .build()) {
      OauthToken grant = SageFleet.grant(host.sage, simulator, clock);
      List<BindingId> fleet =
          IntStream.range(0, shops)
              .mapToObj(number -> SageFleet.connected(host, number, grant))
              .toList();
      allFetched(host, clock, fleet);
      CaffeineReferenceCache cache = cache(host, api, clock);
      List<ReferenceData> old = fleet.stream().map(cache::get).toList();
      Await.until(() -> running.get() == 0);
      clock.advance(DAY.plusHours(1));
      Instant began = clock.instant();

      assertThat(fleet.stream().map(cache::get).toList()).as("at once").isEqualTo(old);
      Instant end = began.plus(Duration.ofHours(1));
      while (clock.instant().isBefore(end) && anyOlder(cache, fleet, began)) {
        Await.until(() -> clock.waiting() == running.get());
        clock.advance(Duration.ofSeconds(1));
      }

      assertThat(fleet)
          .allSatisfy(id -> assertThat(cache.get(id).refreshedAt()).isAfterOrEqualTo(began));
      assertThat(simulator.seen().apiCalls())
          .as("what does not fit is put off, and hardly ever begun")
          .isBetween(shops * LISTS, shops * LISTS * 5 / 4);
      assertThat(simulator.seen().throttled()).isZero();
      assertThat(Duration.between(began, clock.instant()))
          .as("200 calls at 60 a minute")
          .isGreaterThan(Duration.ofMinutes(2));
    }
  }
}
