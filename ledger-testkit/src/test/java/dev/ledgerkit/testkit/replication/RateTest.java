package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backfill uses what FreeAgent allows, 120 calls a minute, and is never refused; others who call
 * meanwhile are answered. How long they wait is in {@code FairUseTest}.
 */
class RateTest {
  private static final double ALLOWED_A_SECOND = 2;

  @TempDir Path directory;

  @Test
  void backfill_usesTheRate_andIsNeverRefused() {
    VirtualClock clock = new VirtualClock();
    try (Merchant merchant = Merchant.of("FreeAgent", 12_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      AtomicInteger calls = new AtomicInteger();
      merchant.changes().on(Endpoint.API).always(calls::incrementAndGet);
      clock.advance(Duration.ofMinutes(2)); // what the consent took of the limits is free again
      AtomicInteger pages = new AtomicInteger();
      Replication replication =
          Replication.builder(merchant.source())
              .listener(
                  progress -> {
                    if (pages.incrementAndGet() % 40 == 0) {
                      assertThat(businesses(merchant)).hasSize(1);
                    }
                  })
              .build();
      Instant begun = clock.instant();

      Replicas.assertComplete(replication.run(sink));

      double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
      System.out.printf(
          "calls=%d seconds=%.1f share=%.4f%n",
          calls.get(), seconds, calls.get() / seconds / ALLOWED_A_SECOND);
      assertThat(seconds).isGreaterThan(60);
      assertThat(calls.get() / seconds).isGreaterThanOrEqualTo(0.98 * ALLOWED_A_SECOND);
      assertThat(merchant.throttled().getAsInt()).as("429s").isZero();
    }
  }

  private static List<Business> businesses(Merchant merchant) {
    return merchant
        .source()
        .provider()
        .businesses(merchant.ledger().api(), merchant.source().binding().id());
  }
}
