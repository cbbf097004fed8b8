package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.PaidArtefactDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.TransactionType;
import dev.ledgerkit.testkit.LeakGuard;
import dev.ledgerkit.testkit.VirtualClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The simulator and the client were written apart; here they meet for the first time. */
class MeetsTheClientTest {
  @RegisterExtension
  final SageSimulatorExtension extension =
      new SageSimulatorExtension(settings -> settings.ledgerAccounts(450));

  @Test
  void client_fromConsentToPaidInvoice_isUnderstood(
      SageSimulator sim, VirtualClock clock, LeakGuard leaks) {
    OkHttpClient http = new OkHttpClient();
    leaks.watch(http);
    SageProvider provider =
        SageProvider.builder(sim.clientId(), sim.clientSecret())
            .endpoints(SageEndpoints.at(sim.baseUri()))
            .build();
    try (Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .httpClient(http)
            .build()) {
      Binding binding =
          ledger.bindings().create(new Installation("Magento", "shop.example.com"), "Sage", "UK");
      URI consent =
          ledger.connect().begin(binding.id(), URI.create("http://localhost:9999/callback")).url();
      ConnectOutcome outcome =
          ledger.connect().complete(binding.id(), sim.approve(consent).toString());
      assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);

      SageClient sage = provider.client(ledger.api(), binding.id());
      assertThat(sage.ledgerAccounts().list().stream().count()).isEqualTo(450);
      assertThat(sage.taxRates().list().stream().count()).isEqualTo(5);

      clock.advance(Duration.ofMinutes(6));
      Contact contact =
          sage.contacts()
              .create(
                  ContactDraft.builder()
                      .name("Great Example")
                      .contactTypeIds(List.of(ContactType.CUSTOMER))
                      .reference("C-1")
                      .build());
      SalesInvoice invoice =
          sage.salesInvoices()
              .create(
                  SalesInvoiceDraft.builder()
                      .contactId(contact.id())
                      .date(LocalDate.of(2026, 1, 5))
                      .invoiceLines(
                          List.of(
                              SalesInvoiceLineDraft.builder()
                                  .description("Consulting")
                                  .ledgerAccountId(sim.ids("ledger_accounts").get(0))
                                  .unitPrice(new BigDecimal("100.00"))
                                  .taxRateId("GB_STANDARD")
                                  .taxAmount(new BigDecimal("20.00"))
                                  .build()))
                      .build());
      assertThat(invoice.outstandingAmount()).isEqualByComparingTo("120");

      ContactPayment payment =
          sage.contactPayments()
              .create(
                  ContactPaymentDraft.builder()
                      .transactionTypeId(TransactionType.CUSTOMER_RECEIPT)
                      .contactId(contact.id())
                      .bankAccountId(sim.ids("bank_accounts").get(0))
                      .date(LocalDate.of(2026, 1, 6))
                      .totalAmount(new BigDecimal("120.00"))
                      .allocatedArtefacts(
                          List.of(
                              PaidArtefactDraft.builder()
                                  .artefactId(invoice.id())
                                  .amount(new BigDecimal("120.00"))
                                  .build()))
                      .build());
      assertThat(sage.salesInvoices().get(invoice.id()).outstandingAmount()).isZero();
      assertThatThrownBy(() -> sage.salesInvoices().voidInvoice(invoice.id(), "by accident"))
          .isInstanceOf(ValidationException.class);
      sage.contactPayments().delete(payment.id());
      sage.salesInvoices().voidInvoice(invoice.id(), "by accident");
      assertThat(ledger.connect().disconnect(binding.id())).isTrue();
    }
    http.dispatcher().executorService().shutdown();

    Seen seen = sim.seen();
    assertThat(seen.refreshesAccepted()).isEqualTo(1);
    assertThat(seen.reuseDetected()).isZero();
    assertThat(seen.missingBusinessHeader()).isZero();
    assertThat(seen.markedAsSent()).isZero();
    assertThat(seen.revokes()).isEqualTo(1);
  }
}
