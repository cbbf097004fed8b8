package dev.ledgerkit.testkit.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programs of the README, as they stand there but for where the merchant is simulated. */
@ExtendWith(SageSimulatorExtension.class)
class ReadmeTest {

  @Test
  void firstProgram_runs(SageSimulator sim) {
    var sage =
        SageProvider.builder(sim.clientId(), sim.clientSecret())
            .endpoints(SageEndpoints.at(sim.baseUri()))
            .build();
    try (var ledger =
        Ledger.builder(new InMemoryRecordStore(), new InMemoryTokenVault())
            .provider(sage)
            .build()) {
      var shop = new Installation("Magento", "your-shop.example.com");
      var binding = ledger.connect().create(shop, sage.name(), "UK");
      var consent =
          ledger.connect().begin(binding.id(), URI.create("http://localhost:8484/callback"));
      var callbackUrl = sim.approve(consent.url()).toString();
      if (ledger.connect().complete(binding.id(), callbackUrl)
          instanceof ConnectOutcome.ChooseBusiness several) {
        ledger.connect().lock(binding.id(), several.businesses().get(0).id());
      }
      var client = sage.client(ledger.api(), binding.id());
      assertEquals(
          sim.ids("ledger_accounts").size(), client.ledgerAccounts().list().toList().size());
      var customer =
          client
              .contacts()
              .create(
                  ContactDraft.builder()
                      .name("Great Example Ltd")
                      .contactTypeIds(List.of(ContactType.CUSTOMER))
                      .build(),
                  IdempotencyKey.of("customer.created:1042"));
      assertEquals("Great Example Ltd", customer.name());
    }
  }

  @Test
  void replyOfARefreshIsLost_hostLearnsWhy(SageSimulator sim, VirtualClock clock) {
    var sage =
        SageProvider.builder(sim.clientId(), sim.clientSecret())
            .endpoints(SageEndpoints.at(sim.baseUri()))
            .build();
    try (var ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(sage)
            .clock(clock)
            .build()) {
      var shop = new Installation("Magento", "shop.example.com");
      var binding = ledger.connect().create(shop, sage.name(), "UK");
      var consent =
          ledger.connect().begin(binding.id(), URI.create("http://localhost:8484/callback"));
      ledger.connect().complete(binding.id(), sim.approve(consent.url()).toString());

      clock.advance(Duration.ofMinutes(6));
      sim.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());

      var lost =
          assertThrows(
              ReconnectRequiredException.class, () -> ledger.tokens().loadFresh(binding.id()));
      assertEquals(ReconnectCause.LOST_REPLY, lost.reason());
    }
  }
}
