package dev.ledgerkit.examples;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.provider.LedgerProvider;
import java.net.URI;
import java.util.List;

/** Somebody who connects: where their books are, and how they consent. */
interface Merchant {
  /** Ledger's way to their books. */
  LedgerProvider provider();

  /** Where their business is registered, or the environment. */
  String region();

  /** Where the provider sends them back to. */
  URI redirectUri();

  /**
   * Shows them the consent page and waits for their answer.
   *
   * @return the URL their browser was sent back to
   */
  URI consent(URI consentUrl);

  /** Which of several businesses they mean. */
  Business choose(List<Business> businesses);
}
