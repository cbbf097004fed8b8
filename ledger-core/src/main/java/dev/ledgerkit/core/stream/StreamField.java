package dev.ledgerkit.core.stream;

/**
 * A field of the records of a stream.
 *
 * @param name on the wire, without a leading {@code $}
 * @param kind what its value is
 * @since 0.1
 */
public record StreamField(String name, Kind kind) {

  /** What a value is. A value of another kind never breaks a read: see {@link StreamRecord}. */
  public enum Kind {
    /** Text. */
    TEXT,
    /** A decimal number, exact. */
    DECIMAL,
    /** A whole number. */
    INTEGER,
    /** True or false. */
    BOOLEAN,
    /** A day. */
    DATE,
    /** A moment. */
    INSTANT,
    /** Another record, of which only {@code id} matters here. */
    REFERENCE,
    /** A list or an object. */
    JSON
  }
}
