package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a user is to the company.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record UserRole(@JsonValue String value) {
  /** It owns it. */
  public static final UserRole OWNER = new UserRole("Owner");

  /** A director. */
  public static final UserRole DIRECTOR = new UserRole("Director");

  /** A partner. */
  public static final UserRole PARTNER = new UserRole("Partner");

  /** The company secretary. */
  public static final UserRole COMPANY_SECRETARY = new UserRole("Company Secretary");

  /** An employee. */
  public static final UserRole EMPLOYEE = new UserRole("Employee");

  /** A shareholder. */
  public static final UserRole SHAREHOLDER = new UserRole("Shareholder");

  /** The accountant. */
  public static final UserRole ACCOUNTANT = new UserRole("Accountant");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static UserRole of(String value) {
    return new UserRole(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
