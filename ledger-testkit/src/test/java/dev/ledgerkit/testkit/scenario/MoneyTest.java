package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is posted is what is in the books: to the last digit, and once. */
@ExtendWith(SageSimulatorExtension.class)
class MoneyTest {
  /** A double would make 12345678901234568 of it. */
  private static final BigDecimal LARGE = new BigDecimal("12345678901234567.89");

  @Test
  void amountThatFitsNoDouble_comesBackExact(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();

      SalesInvoice invoice = post(host.client(id), IdempotencyKey.of("invoice.created:1"));

      assertThat(invoice.netAmount()).isEqualByComparingTo(LARGE);
      assertThat(host.client(id).salesInvoices().get(invoice.id()).netAmount())
          .isEqualByComparingTo(LARGE);
    }
  }

  @Test
  void keyedCreate_replyLost_isRepeatedAndMakesOneInvoice(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script().on(Endpoint.api("POST", "/sales_invoices")).then(Fault.loseReply());

      SalesInvoice invoice = post(host.client(id), IdempotencyKey.of("invoice.created:1042"));
      SalesInvoice again = post(host.client(id), IdempotencyKey.of("invoice.created:1042"));

      assertThat(again.id()).isEqualTo(invoice.id());
      assertThat(host.client(id).salesInvoices().list().stream()).hasSize(1);
    }
  }

  @Test
  void createWithoutKey_replyLost_isUnknownAndNotRepeated(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      int before = sage.ids("tax_rates").size();
      sage.script().on(Endpoint.api("POST", "/tax_rates")).then(Fault.loseReply());

      Assertions.assertThatThrownBy(
              () ->
                  host.client(id)
                      .taxRates()
                      .create(TaxRateDraft.builder().name("Local levy").build()))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("/tax_rates")
          .hasMessageContaining(id.value());

      assertThat(sage.ids("tax_rates")).hasSize(before + 1);
    }
  }

  private static SalesInvoice post(SageClient client, IdempotencyKey key) {
    Contact customer =
        client
            .contacts()
            .create(
                ContactDraft.builder()
                    .name("Great Example")
                    .contactTypeIds(List.of(ContactType.CUSTOMER))
                    .build(),
                IdempotencyKey.of("customer.created:1"));
    return client
        .salesInvoices()
        .create(
            SalesInvoiceDraft.builder()
                .contactId(customer.id())
                .date(LocalDate.of(2026, 1, 5))
                .invoiceLines(
                    List.of(
                        SalesInvoiceLineDraft.builder()
                            .description("Consulting")
                            .ledgerAccountId(
                                client.ledgerAccounts().list().first().items().get(0).id())
                            .quantity(BigDecimal.ONE)
                            .unitPrice(LARGE)
                            .taxRateId("GB_ZERO")
                            .build()))
                .build(),
            key);
  }
}
