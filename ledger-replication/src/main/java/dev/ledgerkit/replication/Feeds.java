package dev.ledgerkit.replication;

import dev.ledgerkit.core.http.ListShiftedException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.replication.sink.SinkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what the feeds of a stream tell. One thread at a time.
 *
 * <p>A feed of one page is read at once. Of a longer one a record may slip from a page that is not
 * read yet to one that was, when another record leaves the list meanwhile. If the number stayed the
 * same, something came for what left, and was new when it was read; so a reading in which nothing
 * was new, and every page stated the same number, missed nothing. A feed is read until one is.
 */
final class Feeds {
  /** Clocks differ and transactions commit late, so every feed is asked for from before. */
  static final Duration OVERLAP = Duration.ofMinutes(10);

  /** Deletions cost little to hear of twice. */
  static final Duration DELETED_OVERLAP = Duration.ofHours(1);

  private static final int TRIES = 4;

  private final RecordStream stream;
  private final StreamTable table;
  private final PageReader pages;
  private final Meter meter;
  private final KeySet seenOutside = new KeySet();

  Feeds(RecordStream stream, StreamTable table, PageReader pages, Meter meter) {
    this.stream = stream;
    this.table = table;
    this.pages = pages;
    this.meter = meter;
  }

  /**
   * What came of following the feeds.
   *
   * @param complete whether nothing can have been missed
   * @param silent whether no feed told of anything since it was asked about
   * @param newest the latest change among the records; null if none said
   */
  record Followed(boolean complete, boolean silent, @Nullable Instant newest) {}

  /** What one reading of the feed of changes came to. */
  private static final class Pass {
    private int pages;
    private long read;
    private long total = -1;
    private long changed;
    private boolean steady = true;
    private boolean shifted;
    private boolean silent = true;
    private @Nullable Instant newest;

    void add(Page<StreamRecord> page, int rows, Instant since) {
      Tally tally = Tally.of(page);
      steady &= tally.total() >= 0 && (pages == 0 || tally.total() == total);
      pages++;
      read += tally.read();
      changed += rows;
      total = tally.total();
      newest = Tally.later(newest, tally.newest());
      silent &= page.items().stream().allMatch(record -> before(record, since));
    }

    private static boolean before(StreamRecord record, Instant since) {
      Instant updated = record.updatedAt();
      return updated != null && updated.isBefore(since);
    }
  }

  /**
   * Takes over changes and deletions.
   *
   * @param mark whether records that are in the sink as they are count as seen by the sweep at hand
   */
  Followed follow(Instant since, Instant deletedSince, boolean mark) {
    boolean complete = false;
    boolean silent = true;
    Instant newest = null;
    for (int tries = 0; tries < TRIES && !complete; tries++) {
      Pass pass = changes(since, mark);
      silent &= pass.silent;
      newest = Tally.later(newest, pass.newest);
      complete =
          !pass.shifted
              && (pass.pages == 1
                  || stream.shape().steadyPages()
                  || (pass.steady && pass.changed == 0));
    }
    return new Followed(complete, deletions(deletedSince) == 0 && silent, newest);
  }

  private Pass changes(Instant since, boolean mark) {
    Pass pass = new Pass();
    meter.pass(Progress.Phase.CHANGES, 0);
    try {
      pages.read(
          stream.changedSince(since),
          null,
          page -> {
            List<SinkRow> rows = table.rows(page.items());
            List<SinkRow> changed = table.changed(rows);
            List<SinkRow> written = mark ? rows : changed;
            if (!written.isEmpty()) {
              table.write(written, table.position());
            }
            pass.add(page, changed.size() + newOutside(page), since);
            meter.page(page.items().size(), pass.read, pass.total);
          });
    } catch (ListShiftedException e) {
      pass.shifted = true; // what was read is in the sink; the feed is read again
    }
    return pass;
  }

  /** Records the window leaves out shift pages as others do. */
  private int newOutside(Page<StreamRecord> page) {
    int fresh = 0;
    for (StreamRecord record : page.items()) {
      boolean outside = !table.position().window().holds(record);
      fresh += outside && seenOutside.add(record.key() + " " + record.updatedAt()) ? 1 : 0;
    }
    return fresh;
  }

  private long deletions(Instant since) {
    if (stream.shape().deletions() != Deletions.REPORTED) {
      return 0;
    }
    long[] gone = new long[1];
    pages.read(
        stream.deletedSince(since),
        null,
        page -> {
          List<String> known = table.known(page.items());
          if (!known.isEmpty()) {
            table.delete(known);
            gone[0] += known.size();
          }
        });
    return gone[0];
  }
}
