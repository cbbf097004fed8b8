package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a mileage was driven with.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record VehicleType(@JsonValue String value) {
  /** A car. */
  public static final VehicleType CAR = new VehicleType("Car");

  /** A motorcycle. */
  public static final VehicleType MOTORCYCLE = new VehicleType("Motorcycle");

  /** A bicycle. */
  public static final VehicleType BICYCLE = new VehicleType("Bicycle");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static VehicleType of(String value) {
    return new VehicleType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
