package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a list is ordered. Immutable, so safe for use by many threads.
 *
 * @param field under its name on the wire
 * @param descending whether the largest comes first
 * @since 0.1
 */
public record Sort(String field, boolean descending) {
  /** Smallest or oldest first. */
  public static Sort ascending(String field) {
    return new Sort(field, false);
  }

  /** Largest or latest first. */
  public static Sort descending(String field) {
    return new Sort(field, true);
  }

  /** As it goes into a query. */
  @JsonValue
  @Override
  public String toString() {
    return (descending ? "-" : "") + field;
  }
}
