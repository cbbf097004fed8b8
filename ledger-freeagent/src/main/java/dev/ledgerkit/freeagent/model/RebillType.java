package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a cost is charged on.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record RebillType(@JsonValue String value) {
  /** As it was. */
  public static final RebillType COST = new RebillType("cost");

  /** With a part of itself on top. */
  public static final RebillType MARKUP = new RebillType("markup");

  /** At a price of its own. */
  public static final RebillType PRICE = new RebillType("price");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static RebillType of(String value) {
    return new RebillType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
