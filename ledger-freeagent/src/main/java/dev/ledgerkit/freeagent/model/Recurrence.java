package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How often something comes again.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record Recurrence(@JsonValue String value) {
  /** Every week. */
  public static final Recurrence WEEKLY = new Recurrence("Weekly");

  /** Every two weeks. */
  public static final Recurrence TWO_WEEKLY = new Recurrence("Two Weekly");

  /** Every four weeks. */
  public static final Recurrence FOUR_WEEKLY = new Recurrence("Four Weekly");

  /** Every month. */
  public static final Recurrence MONTHLY = new Recurrence("Monthly");

  /** Every two months. */
  public static final Recurrence TWO_MONTHLY = new Recurrence("Two Monthly");

  /** Every quarter. */
  public static final Recurrence QUARTERLY = new Recurrence("Quarterly");

  /** Twice a year. */
  public static final Recurrence BIANNUALLY = new Recurrence("Biannually");

  /** Every year. */
  public static final Recurrence ANNUALLY = new Recurrence("Annually");

  /** Every two years. */
  public static final Recurrence TWO_YEARLY = new Recurrence("2-Yearly");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static Recurrence of(String value) {
    return new Recurrence(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
