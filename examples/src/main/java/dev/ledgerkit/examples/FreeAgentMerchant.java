package dev.ledgerkit.examples;

import dev.ledgerkit.freeagent.FreeAgentProvider;

/** A merchant who keeps their books at FreeAgent. */
interface FreeAgentMerchant extends Merchant {
  @Override
  FreeAgentProvider provider();
}
