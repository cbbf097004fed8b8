package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.sage.SageProvider;
import java.time.Duration;
import java.util.Optional;

/**
 * What a journey needs around it: a Sage, a merchant who consents, and a clock. One is simulated,
 * one is real, and the journey does not know which.
 */
interface World extends Merchant, AutoCloseable {

  /** Ledger's way to this Sage. */
  SageProvider sage();

  @Override
  default LedgerProvider provider() {
    return sage();
  }

  /** The clock all tell the time by. */
  LedgerClock clock();

  /** A merchant who keeps their books at FreeAgent; empty if there is none. */
  Optional<FreeAgentMerchant> freeAgent();

  /** Whether the books may be written to. */
  boolean writes();

  /** Lets {@code duration} pass at once; false where time cannot be moved. */
  boolean skip(Duration duration);

  /** What the other side has seen, for the summary. */
  String seen();

  @Override
  void close();
}
