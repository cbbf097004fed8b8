package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How unbilled time becomes lines of a new invoice.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record TimeslipGrouping(@JsonValue String value) {
  /** One line for each timeslip. */
  public static final TimeslipGrouping SINGLE =
      new TimeslipGrouping("billed_grouped_by_single_timeslip");

  /** One line for all. */
  public static final TimeslipGrouping ALL = new TimeslipGrouping("billed_grouped_by_timeslip");

  /** One line for each task. */
  public static final TimeslipGrouping TASK =
      new TimeslipGrouping("billed_grouped_by_timeslip_task");

  /** One line for each day. */
  public static final TimeslipGrouping DATE =
      new TimeslipGrouping("billed_grouped_by_timeslip_date");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static TimeslipGrouping of(String value) {
    return new TimeslipGrouping(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
