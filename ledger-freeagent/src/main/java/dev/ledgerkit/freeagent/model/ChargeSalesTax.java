package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * When sales tax is charged to a contact.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ChargeSalesTax(@JsonValue String value) {
  /** As the rules for its country say. */
  public static final ChargeSalesTax AUTO = new ChargeSalesTax("Auto");

  /** Always. */
  public static final ChargeSalesTax ALWAYS = new ChargeSalesTax("Always");

  /** Never. */
  public static final ChargeSalesTax NEVER = new ChargeSalesTax("Never");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ChargeSalesTax of(String value) {
    return new ChargeSalesTax(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
