package dev.ledgerkit.benchmarks.parse;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;

/**
 * One page of invoices as the simulated Sage sends it, every attribute included.
 *
 * @param body its bytes
 * @param binding whose it is
 * @param provider what made the binding
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for a parser, never compared
record SagePage(byte[] body, Binding binding, SageProvider provider) {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  static SagePage of(int invoices, int lines) {
    try (SageSimulator simulator = SageSimulator.builder().salesInvoices(invoices, lines).start()) {
      SageProvider sage =
          SageProvider.builder(simulator.clientId(), simulator.clientSecret())
              .endpoints(
                  SageEndpoints.at(simulator.baseUri())
                      .withOauth(
                          simulator.authorizeUri(), simulator.tokenUri(), simulator.revokeUri()))
              .build();
      try (Ledger ledger =
          Ledger.builder(new InMemoryRecordStore(), new InMemoryTokenVault())
              .provider(sage)
              .build()) {
        Binding pending =
            ledger
                .connect()
                .create(new Installation("Benchmark", "1"), sage.name(), sage.region("UK"));
        URI consent = ledger.connect().begin(pending.id(), CALLBACK).url();
        ConnectOutcome outcome =
            ledger.connect().complete(pending.id(), simulator.approve(consent).toString());
        if (!(outcome instanceof ConnectOutcome.Connected connected)) {
          throw new IllegalStateException("Not connected: " + outcome);
        }
        byte[] body =
            ledger
                .api()
                .call(
                    pending.id(),
                    ApiRequest.get("/sales_invoices")
                        .query("attributes", "all")
                        .query("items_per_page", invoices)
                        .query("page", 1)
                        .build())
                .body();
        return new SagePage(body, connected.binding(), sage);
      }
    }
  }
}
