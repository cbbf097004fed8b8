package dev.ledgerkit.testkit.sage.table;

/**
 * Is told what happens in the books that no reply shows.
 *
 * @since 0.1
 */
public interface Witness {

  /** A read marked a document as sent. */
  void markedAsSent();

  /** A create was answered with the first response again. */
  void replayed();
}
