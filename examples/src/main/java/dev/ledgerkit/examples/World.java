package dev.ledgerkit.examples;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.sage.SageProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a journey needs around it: a Sage, a merchant who consents, and a clock. One is simulated,
 * one is real, and the journey does not know which.
 */
interface World extends AutoCloseable {

  /** Ledger's way to this Sage. */
  SageProvider sage();

  /** Where the merchant's business is registered. */
  String region();

  /** Where Sage sends the merchant back to. */
  URI redirectUri();

  /** The clock all tell the time by. */
  LedgerClock clock();

  /**
   * Shows the merchant the consent page and waits for their answer.
   *
   * @return the URL their browser was sent back to
   */
  URI consent(URI consentUrl);

  /** Which of several businesses the merchant means. */
  Business choose(List<Business> businesses);

  /** Whether the books may be written to. */
  boolean writes();

  /** Lets {@code duration} pass at once; false where time cannot be moved. */
  boolean skip(Duration duration);

  /** What the other side has seen, for the summary. */
  String seen();

  @Override
  void close();
}
