package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamSelection;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Other people work in the books between any two requests of a run: the next run that is left alone
 * ends with the books.
 *
 * <p>Long: {@code -Dledger.tries=100}.
 */
class InterleavingTest {
  private static final int RECORDS = 1_500;

  /** In a run: others go home at last, and each of their changes costs the simulator some time. */
  private static final int MOST_CHANGES = 60;

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void sage_changedBetweenRequests_endsWithTheBooks(@ForAll long seed) throws IOException {
    for (int more = 0; more < tries(); more++) {
      changedBetweenRequests("Sage", seed + more);
    }
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void freeAgent_changedBetweenRequests_endsWithTheBooks(@ForAll long seed) throws IOException {
    for (int more = 0; more < tries(); more++) {
      changedBetweenRequests("FreeAgent", seed + more);
    }
  }

  private static int tries() {
    return Math.max(1, Integer.getInteger("ledger.tries", 2) / 2);
  }

  private static void changedBetweenRequests(String provider, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    VirtualClock clock = new VirtualClock();
    Path directory = Files.createTempDirectory("books");
    try (Merchant merchant = Merchant.lively(provider, RECORDS, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication =
          Replication.builder(merchant.source()).selection(selection(random, clock)).build();
      SplittableRandom others = random.split();
      int every = 2 + random.nextInt(12);
      for (int run = 0; run < 3; run++) {
        AtomicInteger left = new AtomicInteger(MOST_CHANGES);
        merchant
            .changes()
            .on(Endpoint.API)
            .always(
                () -> {
                  synchronized (others) {
                    if (others.nextInt(every) == 0 && left.getAndDecrement() > 0) {
                      clock.advance(Duration.ofSeconds(others.nextInt(20)));
                      merchant.books().churn(others.nextLong(), 1 + others.nextInt(4));
                    }
                  }
                });
        replication.run(sink);
        merchant.changes().clear();
        clock.advance(Duration.ofMinutes(random.nextInt(600)));
      }
      // A run that ended after midnight would be compared with what fell due meanwhile.
      clock.advance(untilMorning(clock));

      RunReport last = replication.run(sink);

      Replicas.assertComplete(last);
      Replicas.assertSame(merchant.books(), directory, replication.selection().window());
      assertThat(last.receipts())
          .as("seed %d", seed)
          .allMatch(receipt -> replication.verify(receipt, sink).holds());
    } catch (AssertionError e) {
      throw new AssertionError(provider + " seed " + seed + ": " + e.getMessage(), e);
    } finally {
      delete(directory);
    }
  }

  private static StreamSelection selection(SplittableRandom random, VirtualClock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return switch (random.nextInt(3)) {
      case 0 -> StreamSelection.everything();
      case 1 ->
          new StreamSelection(EnumSet.allOf(StreamGroup.class), today.minusDays(200), null, false);
      default ->
          new StreamSelection(
              EnumSet.allOf(StreamGroup.class), today.minusDays(500), today.minusDays(100), false);
    };
  }

  private static Duration untilMorning(VirtualClock clock) {
    Instant morning =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return Duration.between(clock.instant(), morning).plusMinutes(5);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
