package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a line of a bank statement was. Most force the sign of the amount; {@link #INT}, {@link
 * #ATM}, {@link #POS} and {@link #OTHER} keep it.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record StatementEntryType(@JsonValue String value) {
  /** Money in. */
  public static final StatementEntryType CREDIT = new StatementEntryType("CREDIT");

  /** Money out. */
  public static final StatementEntryType DEBIT = new StatementEntryType("DEBIT");

  /** Interest. */
  public static final StatementEntryType INT = new StatementEntryType("INT");

  /** A dividend. */
  public static final StatementEntryType DIV = new StatementEntryType("DIV");

  /** A fee. */
  public static final StatementEntryType FEE = new StatementEntryType("FEE");

  /** A service charge. */
  public static final StatementEntryType SRVCHG = new StatementEntryType("SRVCHG");

  /** A deposit. */
  public static final StatementEntryType DEP = new StatementEntryType("DEP");

  /** At a cash machine. */
  public static final StatementEntryType ATM = new StatementEntryType("ATM");

  /** At a point of sale. */
  public static final StatementEntryType POS = new StatementEntryType("POS");

  /** A transfer. */
  public static final StatementEntryType XFER = new StatementEntryType("XFER");

  /** A cheque. */
  public static final StatementEntryType CHECK = new StatementEntryType("CHECK");

  /** A payment. */
  public static final StatementEntryType PAYMENT = new StatementEntryType("PAYMENT");

  /** Cash. */
  public static final StatementEntryType CASH = new StatementEntryType("CASH");

  /** A direct deposit. */
  public static final StatementEntryType DIRECTDEP = new StatementEntryType("DIRECTDEP");

  /** A direct debit. */
  public static final StatementEntryType DIRECTDEBIT = new StatementEntryType("DIRECTDEBIT");

  /** A repeating payment. */
  public static final StatementEntryType REPEATPMT = new StatementEntryType("REPEATPMT");

  /** Anything else; FreeAgent's default. */
  public static final StatementEntryType OTHER = new StatementEntryType("OTHER");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static StatementEntryType of(String value) {
    return new StatementEntryType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
