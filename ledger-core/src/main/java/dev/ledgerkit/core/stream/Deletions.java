package dev.ledgerkit.core.stream;

/**
 * How a stream tells that a record was deleted.
 *
 * @since 0.1
 */
public enum Deletions {
  /** A feed of its own names the deleted. */
  REPORTED,
  /** The record stays in the list, marked; so it comes with the changes and is never gone. */
  MARKED,
  /** It does not: the record is missing from the list from then on. */
  UNTOLD
}
