package dev.ledgerkit.sage.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A way a list tells what happened to its records since a moment.
 *
 * @since 0.1
 */
public enum Feed {
  /** What was created or changed at the moment or later. */
  CHANGES("updated_or_created_since"),
  /** What was deleted later than the moment. */
  DELETIONS("deleted_since");

  private final String parameter;

  Feed(String parameter) {
    this.parameter = parameter;
  }

  /** The filter of Sage behind it. */
  public String parameter() {
    return parameter;
  }

  /**
   * The moment to ask Sage for so that nothing since {@code moment} is lost: Sage keeps whole
   * seconds.
   *
   * <p>A record stamped 10:00:00 may have been deleted at 10:00:00.9. Whoever asks for deletions
   * after 10:00:00.7 must therefore see the stamp 10:00:00, which a filter that leaves its own
   * moment out gives only from 09:59:59. A whole second is asked for as it is.
   */
  public Instant asked(Instant moment) {
    Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
    return this == CHANGES || second.equals(moment) ? second : second.minusSeconds(1);
  }
}
