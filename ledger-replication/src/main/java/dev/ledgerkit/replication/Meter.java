package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what a run reads and tells whoever listens. One thread at a time. */
final class Meter {
  private static final double NANOS = 1e9;

  private final LedgerClock clock;
  private final Consumer<Progress> listener;
  private String stream = "";
  private Progress.Phase phase = Progress.Phase.LIST;
  private long since;
  private long before;
  private long read;

  Meter(LedgerClock clock, Consumer<Progress> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  void stream(String name) {
    stream = name;
    read = 0;
  }

  /** A pass begins, of which {@code done} records were read in an earlier run. */
  void pass(Progress.Phase of, long done) {
    phase = of;
    before = done;
    since = clock.nanoTime();
  }

  void page(int records, long done, long total) {
    read += records;
    double seconds = (clock.nanoTime() - since) / NANOS;
    double rate = seconds > 0 ? (done - before) / seconds : 0;
    listener.accept(new Progress(stream, phase, done, total, rate, left(done, total, rate)));
  }

  private static @Nullable Duration left(long done, long total, double rate) {
    return total < 0 || rate <= 0
        ? null
        : Duration.ofSeconds(Math.round(Math.max(0, total - done) / rate));
  }

  /** Records read of the stream in this run. */
  long read() {
    return read;
  }
}
