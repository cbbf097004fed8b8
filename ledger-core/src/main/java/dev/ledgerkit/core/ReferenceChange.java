package dev.ledgerkit.core;

/**
 * What became of one entry of a reference list between two fetches.
 *
 * @param list the list's name, for example {@code tax_rates}
 * @param id the entry's id
 * @param what what happened to it
 * @param before its label before; empty if it was not there
 * @param after its label now; empty if it is gone
 * @since 0.1
 */
public record ReferenceChange(String list, String id, What what, String before, String after) {

  /** What can happen to an entry. */
  public enum What {
    /** It is new. */
    APPEARED,
    /** It is gone; mappings that point at it are missing from now on. */
    VANISHED,
    /** It has another label. */
    RENAMED,
    /** It may, or may no longer, be chosen for something new. */
    SWITCHED
  }
}
