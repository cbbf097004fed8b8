package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.StreamSelection;
import dev.ledgerkit.replication.Window;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * While the pages of one list are read, others create, edit and delete in it, and then stop. If the
 * run says that the copy is complete, it is; and the run brings itself to say so.
 *
 * <p>Long: {@code -Dledger.tries=50}.
 */
class HonestReceiptTest {
  private static final int TRIES = Integer.getInteger("ledger.tries", 2);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"Sage,contacts", "Sage,sales_invoices", "FreeAgent,invoices", "FreeAgent,expenses"})
  void completeReceipt_isTrue_howeverTheListMovedWhileItWasRead(String provider, String stream) {
    for (int seed = 0; seed < TRIES; seed++) {
      moved(provider, stream, seed, false);
      moved(provider, stream, seed, true);
    }
  }

  private void moved(String provider, String stream, int seed, boolean windowed) {
    SplittableRandom random = new SplittableRandom(seed);
    VirtualClock clock = new VirtualClock();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path place = directory.resolve(stream + seed + windowed);
    try (Merchant merchant = Merchant.longLists(provider, clock);
        Sink sink = JsonLinesSink.in(place)) {
      StreamSelection selection =
          new StreamSelection(
              EnumSet.allOf(StreamGroup.class), today.minusDays(300), null, !windowed);
      Replication replication = Replication.builder(merchant.source()).selection(selection).build();
      for (int run = 0; run < 2; run++) {
        for (int call = 1; call <= 2 + random.nextInt(7); call++) {
          long changes = random.nextLong();
          merchant
              .changes()
              .on(Endpoint.api("GET", "/" + stream))
              .at(
                  call,
                  () -> {
                    clock.advance(Duration.ofSeconds(2));
                    merchant.books().churn(changes, 6, stream);
                  });
        }
        RunReport report = replication.run(sink);
        merchant.changes().clear();

        assertThat(report.stream(stream).outcome())
            .as("%s %s seed %d windowed %s", provider, stream, seed, windowed)
            .isEqualTo(StreamReport.Outcome.DONE);
        assertThat(Replicas.lines(place.resolve(stream + ".jsonl")))
            .as("%s %s seed %d windowed %s", provider, stream, seed, windowed)
            .isEqualTo(Replicas.records(merchant.books(), stream, selection.window()));
        clock.advance(Duration.ofHours(2));
      }
    }
  }

  /** Others work while no run does: one was stopped in the middle of the list. */
  @ParameterizedTest
  @CsvSource({"Sage,contacts", "Sage,sales_invoices", "FreeAgent,invoices", "FreeAgent,contacts"})
  void completeReceipt_isTrue_whereTheListMovedBetweenStopAndResume(
      String provider, String stream) {
    for (int seed = 0; seed < TRIES; seed++) {
      resumed(provider, stream, seed, false);
      resumed(provider, stream, seed, true);
    }
  }

  private void resumed(String provider, String stream, int seed, boolean windowed) {
    SplittableRandom random = new SplittableRandom(seed);
    VirtualClock clock = new VirtualClock();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path place = directory.resolve("resumed" + stream + seed + windowed);
    try (Merchant merchant = Merchant.longLists(provider, clock);
        Sink sink = JsonLinesSink.in(place)) {
      StreamSelection selection =
          new StreamSelection(
              EnumSet.allOf(StreamGroup.class), today.minusDays(300), null, !windowed);
      int last = 1 + random.nextInt(6);
      List<Replication> running = new ArrayList<>();
      AtomicInteger pages = new AtomicInteger();
      running.add(
          Replication.builder(merchant.source())
              .selection(selection)
              .listener(
                  progress -> {
                    if (progress.stream().equals(stream) && pages.incrementAndGet() == last) {
                      running.get(0).stop();
                    }
                  })
              .build());
      RunReport stopped = running.get(0).run(sink);
      assertThat(stopped.stream(stream).outcome()).isEqualTo(StreamReport.Outcome.STOPPED);
      clock.advance(Duration.ofDays(2));
      merchant.books().churn(random.nextLong(), 40, stream);
      clock.advance(Duration.ofHours(1));

      RunReport report = running.get(0).run(sink);

      assertThat(report.stream(stream).outcome())
          .as("%s %s seed %d windowed %s", provider, stream, seed, windowed)
          .isEqualTo(StreamReport.Outcome.DONE);
      assertThat(Replicas.lines(place.resolve(stream + ".jsonl")))
          .as("%s %s seed %d windowed %s", provider, stream, seed, windowed)
          .isEqualTo(Replicas.records(merchant.books(), stream, selection.window()));
    }
  }

  /** Nothing but the list tells of Sage's stock movements, and it has several pages. */
  @Test
  void completeReceipt_isTrue_whereAListWithoutAFeedMoved_andAQuietRunSaysIt() {
    int proven = 0;
    for (int seed = 3; seed <= 3 * TRIES; seed += 3) { // at 3 and 6 it took the proof
      VirtualClock clock = new VirtualClock();
      SplittableRandom random = new SplittableRandom(seed);
      Path place = directory.resolve("movements" + seed);
      try (Merchant merchant = Merchant.sage(30_000, clock);
          Sink sink = JsonLinesSink.in(place)) {
        Replication replication =
            Replication.builder(merchant.source())
                .selection(new StreamSelection(EnumSet.of(StreamGroup.INVENTORY), null, null, true))
                .build();
        assertThat(merchant.books().listed("stock_movements")).isGreaterThan(200);
        for (int call = 1; call <= 1 + random.nextInt(7); call++) {
          long changes = random.nextLong();
          merchant
              .changes()
              .on(Endpoint.api("GET", "/stock_movements"))
              .at(
                  call,
                  () -> {
                    clock.advance(Duration.ofSeconds(2));
                    merchant.books().churn(changes, 4, "stock_movements");
                  });
        }
        boolean complete =
            replication.run(sink).stream("stock_movements").outcome() == StreamReport.Outcome.DONE;
        if (complete) {
          proven++;
          assertMovements(merchant, place, seed);
        }
        merchant.changes().clear();
        clock.advance(Duration.ofHours(2));

        Replicas.assertComplete(replication.run(sink));
        assertMovements(merchant, place, seed);
      }
    }
    assertThat(proven).as("said complete while it moved").isPositive();
  }

  private static void assertMovements(Merchant merchant, Path place, int seed) {
    assertThat(Replicas.lines(place.resolve("stock_movements.jsonl")))
        .as("seed %d", seed)
        .isEqualTo(Replicas.records(merchant.books(), "stock_movements", Window.ALL));
  }
}
