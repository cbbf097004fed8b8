package dev.ledgerkit.replication;

import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.StreamShape;

/**
 * Whether what a sweep and the feeds brought is everything. Immutable.
 *
 * <p>A page can only shift when something changes. So either nothing changed, or numbers have to
 * prove it, and they do where one of two things is certain: that the sink has nothing the provider
 * does not have, since it tells of deletions; or that nothing is missing, since pages do not shift.
 */
record Proof(StreamShape shape, Window window) {

  /**
   * What was counted after the sweep.
   *
   * @param before what the provider stated before the feeds were followed; -1 where that does not
   *     matter, because deletions are told
   * @param stated what it stated after
   * @param present records of this sweep in the sink
   * @param outside records the window left out of it; -1 if that was not remembered
   * @param listed how many records the list that was swept has now; -1 if nothing says
   */
  record Counts(long before, long stated, long present, long outside, long listed) {}

  /** Whether it matters how many records of a sweep were new to the sink. */
  boolean wantsChanges() {
    return !numbersTell();
  }

  private boolean numbersTell() {
    return shape.steadyPages() || (shape.changes() && shape.deletions() != Deletions.UNTOLD);
  }

  /**
   * Judges.
   *
   * @param fresh whether the whole sweep was made in this run: without a feed nobody hears what
   *     changed since an earlier one read its pages
   */
  boolean holds(Position.Sweep sweep, Feeds.Followed followed, Counts counts, boolean fresh) {
    if (!shape.changes() && !fresh) {
      return false;
    }
    if (window.bounded() ? counts.stated < counts.present : counts.stated != counts.present) {
      return false;
    }
    return (counts.before < 0 || counts.before == counts.stated)
        && ((numbersTell() && allListed(counts))
            || atOnce(sweep, fresh)
            || nothingNew(sweep)
            || silent(sweep, followed, counts));
  }

  /** In the sink or left out by the window: as many as there are. */
  private boolean allListed(Counts counts) {
    return window.bounded()
        ? counts.outside >= 0 && counts.present + counts.outside == counts.listed
        : counts.present == counts.stated;
  }

  /** One page is a state of the list. */
  private static boolean atOnce(Position.Sweep sweep, boolean fresh) {
    return fresh && sweep.pages() == 1 && sweep.total() == sweep.read();
  }

  /**
   * What came for a record that left would have been new; and so the sweep saw a list that stood
   * still.
   */
  private boolean nothingNew(Position.Sweep sweep) {
    return wantsChanges() && sweep.steady() && sweep.changed() == 0 && !window.bounded();
  }

  /** Nothing happened since some minutes before the sweep began. */
  private boolean silent(Position.Sweep sweep, Feeds.Followed followed, Counts counts) {
    return shape.changes()
        && followed.silent()
        && sweep.stated() == counts.stated
        && (shape.steadyPages() || sweep.steady());
  }
}
