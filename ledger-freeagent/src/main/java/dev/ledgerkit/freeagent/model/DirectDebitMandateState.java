package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a contact's direct debit mandate stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record DirectDebitMandateState(@JsonValue String value) {
  /** The contact was asked for it. */
  public static final DirectDebitMandateState SETUP = new DirectDebitMandateState("setup");

  /** It was given and is not in force yet. */
  public static final DirectDebitMandateState PENDING = new DirectDebitMandateState("pending");

  /** It is not in force any more. */
  public static final DirectDebitMandateState INACTIVE = new DirectDebitMandateState("inactive");

  /** It is in force. */
  public static final DirectDebitMandateState ACTIVE = new DirectDebitMandateState("active");

  /** It could not be set up. */
  public static final DirectDebitMandateState FAILED = new DirectDebitMandateState("failed");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static DirectDebitMandateState of(String value) {
    return new DirectDebitMandateState(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
