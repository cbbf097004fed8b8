package dev.ledgerkit.replication;

import dev.ledgerkit.core.http.ListShiftedException;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.sink.SinkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings one stream up to date: by its feeds where the sink is known to be complete, by a sweep
 * over the whole list where it is not. One thread at a time. See {@code docs/replication.md} for
 * why what it calls complete is complete.
 */
final class StreamRun {
  private static final int SWEEPS = 3;
  private static final int ROUNDS = 3;

  /** However long nothing changed, feeds are not asked for from further back than this. */
  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private final RecordStream stream;
  private final StreamShape shape;
  private final StreamTable table;
  private final Window window;
  private final Duration sweepAfter;
  private final ProviderTime time;
  private final PageReader pages;
  private final Meter meter;
  private final Feeds feeds;
  private final Proof proof;
  private boolean swept;

  StreamRun(
      RecordStream stream,
      StreamTable table,
      Duration sweepAfter,
      ProviderTime time,
      PageReader pages,
      Meter meter) {
    this.stream = stream;
    this.shape = stream.shape();
    this.table = table;
    this.window = table.position().window();
    this.sweepAfter = sweepAfter;
    this.time = time;
    this.pages = pages;
    this.meter = meter;
    this.feeds = new Feeds(stream, table, pages, meter);
    this.proof = new Proof(shape, window);
  }

  /** Runs until the stream is up to date or cannot be proven to be. */
  Receipt run() {
    meter.stream(shape.name());
    Position.Settled settled = table.position().settled();
    boolean byFeeds = shape.changes() && window.to() == null;
    if (settled == null || !byFeeds || !settled.swept().plus(sweepAfter).isAfter(time.now())) {
      return sweep();
    }
    return follow(settled);
  }

  /** Whether it took the list itself. */
  boolean swept() {
    return swept;
  }

  /** What changed since the last run. */
  private Receipt follow(Position.Settled settled) {
    for (int round = 1; round <= ROUNDS; round++) {
      Instant begun = time.now();
      long before = statedBefore();
      Feeds.Followed followed = feeds.follow(settled.since(), settled.deletedSince(), false);
      long stated = stated();
      if (!followed.complete()) {
        return receipt(stated, settled.outside(), settled.completeTo(), false);
      }
      long expected = table.sink().count(0) + settled.outside();
      if (expected == stated && (before < 0 || before == stated)) {
        table.move(table.position().settled(advanced(settled, begun, followed, settled.outside())));
        return receipt(stated, settled.outside(), begun, true);
      }
      if (shape.deletions() == Deletions.UNTOLD && expected > stated) {
        break; // something was deleted, and only the whole list tells what
      }
    }
    table.move(table.position().unsettled());
    return sweep();
  }

  /** The whole list, until what is in the sink is proven to be all of it. */
  private Receipt sweep() {
    swept = true;
    boolean fresh = false;
    for (int attempt = 1; attempt <= SWEEPS; attempt++) {
      if (table.position().sweep() == null) {
        begin(attempt > 1);
        fresh = true;
      }
      Receipt receipt = read() ? settle(fresh) : null;
      if (receipt != null) {
        return receipt;
      }
      table.move(table.position().unsettled());
    }
    return receipt(stated(), window.bounded() ? -1 : 0, null, false);
  }

  /**
   * What was created since a day was changed since then too, and that is a shorter list; but where
   * it proved nothing, the whole list has a number to compare with.
   */
  private void begin(boolean again) {
    Instant begun = time.now();
    boolean whole = again || window.from() == null || !shape.changes();
    table.move(table.position().newSweep(Position.Sweep.begin(begun, whole, stated())));
    table.countOutside();
  }

  /** Reads what is left; false if the list shifted too far to go on from where it was left. */
  private boolean read() {
    Position.Sweep from = sweeping();
    if (from.done()) {
      return true;
    }
    meter.pass(Progress.Phase.LIST, from.read());
    try {
      pages.read(
          list(from),
          from.cursor(),
          page -> {
            List<SinkRow> rows = table.rows(page.items());
            int changed = proof.wantsChanges() ? table.changed(rows).size() : 0;
            Position.Sweep sweep = sweeping().after(Tally.of(page), changed, page.next());
            table.write(rows, table.position().sweeping(sweep));
            meter.page(
                page.items().size(),
                sweep.read(),
                sweep.total() < 0 ? sweep.stated() : sweep.total());
          });
      return true;
    } catch (ListShiftedException e) {
      return false;
    }
  }

  private Paged<StreamRecord> list(Position.Sweep sweep) {
    Instant from = window.from();
    return sweep.whole() || from == null ? stream.all() : stream.changedSince(from);
  }

  private Position.Sweep sweeping() {
    Position.Sweep sweep = table.position().sweep();
    if (sweep == null) {
      throw new IllegalStateException("No sweep is under way");
    }
    return sweep;
  }

  /** Follows the feeds from the sweep's beginning; null if the sink may still lack a record. */
  private @Nullable Receipt settle(boolean fresh) {
    for (int round = 1; round <= (shape.changes() ? ROUNDS : 1); round++) {
      Position.Sweep sweep = sweeping();
      long before = statedBefore();
      Feeds.Followed followed =
          shape.changes()
              ? feeds.follow(
                  sweep.begun().minus(Feeds.OVERLAP),
                  sweep.begun().minus(Feeds.DELETED_OVERLAP),
                  true)
              : new Feeds.Followed(true, false, null);
      long stated = stated();
      long present = table.sink().count(table.position().generation());
      Proof.Counts counts =
          new Proof.Counts(before, stated, present, table.outside(), listed(sweep, stated));
      if (followed.complete() && proof.holds(sweep, followed, counts, fresh)) {
        return settled(sweep, followed, stated, present);
      }
    }
    return null;
  }

  /** How many records the list that was swept has; asked for only where a window needs it. */
  private long listed(Position.Sweep sweep, long stated) {
    return sweep.whole() || !window.bounded() ? stated : pages.call(list(sweep)::first).total();
  }

  /** Only where deletions are not told: there a deletion may hide behind a creation. */
  private long statedBefore() {
    return shape.deletions() == Deletions.UNTOLD ? stated() : -1;
  }

  private long stated() {
    return pages.call(stream::stated);
  }

  private Receipt settled(
      Position.Sweep sweep, Feeds.Followed followed, long stated, long present) {
    long outside = window.bounded() ? stated - present : 0;
    Position.Settled begun =
        new Position.Settled(Instant.EPOCH, Instant.EPOCH, outside, sweep.begun(), sweep.begun());
    Feeds.Followed whole =
        new Feeds.Followed(true, true, Tally.later(sweep.newest(), followed.newest()));
    table.retire(table.position().settled(advanced(begun, sweep.begun(), whole, outside)));
    return receipt(stated, outside, sweep.begun(), true);
  }

  /** Never back, and never ahead of the clock because a record bears a date to come. */
  private static Position.Settled advanced(
      Position.Settled last, Instant begun, Feeds.Followed followed, long outside) {
    Instant newest = followed.newest();
    Instant heard = newest == null || newest.isAfter(begun) ? begun : newest;
    Instant since = later(heard, begun.minus(LOOK_BACK)).minus(Feeds.OVERLAP);
    return new Position.Settled(
        later(since, last.since()),
        later(begun.minus(Feeds.DELETED_OVERLAP), last.deletedSince()),
        outside,
        begun,
        last.swept());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Receipt receipt(
      long stated, long outside, @Nullable Instant completeTo, boolean complete) {
    table.sink().publish();
    RowSum sum = RowSum.of(table.sink());
    return new Receipt(
        table.position().origin(),
        window,
        stated,
        outside,
        meter.read(),
        sum.count(),
        sum.text(),
        completeTo,
        complete);
  }
}
