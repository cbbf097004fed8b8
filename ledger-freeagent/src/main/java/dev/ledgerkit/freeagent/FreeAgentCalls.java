package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.DraftFields;
import java.net.URI;

/**
 * What every resource of one company works with.
 *
 * @param wire makes the calls
 * @param base the API base of the binding's environment: every reference must lie below it
 * @param company names the company among all
 * @param writes the queues of creates, shared by all clients of the provider
 */
record FreeAgentCalls(BindingCalls wire, URI base, String company, CompanyWrites writes) {
  static final String PROVIDER = "FreeAgent";

  /** A draft's fields, its references made URLs of this environment. */
  DraftFields fields() {
    return new DraftFields((Draft draft) -> FreeAgentJson.fields(draft, base));
  }
}
