package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.sage.draft.ArtefactAddressDraft;
import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraftBuilder;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.model.ArtefactStatus;
import dev.ledgerkit.sage.model.SalesCreditNote;
import dev.ledgerkit.sage.query.ReadOptions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sage does with documents for customers unless it is told otherwise. */
class SalesDocumentTest extends WireTest {
  private static final ArtefactAddressDraft BILLING =
      ArtefactAddressDraft.builder().addressLine1("1 Bill Street").city("Bath").build();
  private static final ArtefactAddressDraft DELIVERY =
      ArtefactAddressDraft.builder().addressLine1("2 Door Street").city("Deal").build();

  @Test
  void creditNote_read_neverMarksAsSent() throws Exception {
    answer(200, "{\"id\":\"n1\"}");
    answer(200, "{\"id\":\"n1\"}");

    sage.salesCreditNotes().get("n1");
    sage.salesCreditNotes().get("n1", ReadOptions.builder().showAnalysisTypes(true).build());

    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/sales_credit_notes/n1?mark_as_sent=false");
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/sales_credit_notes/n1?mark_as_sent=false&show_analysis_types=true");
  }

  @Test
  void pdf_ofAnInvoiceOrCreditNote_isItsBytesAndNeverMarksAsSent() throws Exception {
    byte[] document = "%PDF-1.7\n\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1);
    pdf(document);
    pdf(document);

    assertThat(sage.salesInvoices().pdf("i1")).isEqualTo(document);
    assertThat(sage.salesCreditNotes().pdf("n1")).isEqualTo(document);

    RecordedRequest invoice = server.takeRequest();
    assertThat(target(invoice)).isEqualTo("GET /v3.1/sales_invoices/i1?mark_as_sent=false");
    assertThat(invoice.getHeaders().get("Accept")).isEqualTo("application/pdf");
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/sales_credit_notes/n1?mark_as_sent=false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%PD", "{\"id\":\"i1\"}"})
  void pdf_answeredWithSomethingElse_isRefused(String body) {
    pdf(body.getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> sage.salesInvoices().pdf("i1"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("PDF of sales invoice i1");
  }

  @Test
  void creditNote_released_comesBackUnpaid() throws Exception {
    answer(201, "{\"id\":\"n1\",\"status\":{\"id\":\"UNPAID\"}}");

    SalesCreditNote released = sage.salesCreditNotes().release("n1");

    assertThat(ArtefactStatus.UNPAID.is(released.status())).isTrue();
    assertThat(target(server.takeRequest())).isEqualTo("POST /v3.1/sales_credit_notes/n1/release");
    assertThat(api.sent().get(0).repeatable()).isFalse();
    assertThat(api.sent().get(0).lookup()).isEqualTo("the status of sales credit note n1");
  }

  @Test
  void creditNote_voided_comesBackVoidWithTheReasonInTheQuery() throws Exception {
    answer(200, "{\"id\":\"n1\",\"status\":{\"id\":\"VOID\"},\"void_reason\":\"wrong\"}");
    answer(200, "{\"id\":\"n1\"}");

    assertThat(sage.salesCreditNotes().voidCreditNote("n1", "wrong").voidReason())
        .isEqualTo("wrong");
    sage.salesCreditNotes().voidDraft("n1");

    assertThat(target(server.takeRequest()))
        .isEqualTo("DELETE /v3.1/sales_credit_notes/n1?void_reason=wrong");
    assertThat(target(server.takeRequest())).isEqualTo("DELETE /v3.1/sales_credit_notes/n1");
    assertThatThrownBy(() -> sage.salesCreditNotes().voidCreditNote("n1", "x".repeat(201)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sales credit note n1");
  }

  @Test
  void create_deliveryAddressLeftOut_sendsBothAddresses() throws Exception {
    answer(201, "{\"id\":\"i1\"}");

    sage.salesInvoices().create(invoice().mainAddress(BILLING).build());

    RecordedRequest seen = server.takeRequest();
    assertThat(body(seen).at("/sales_invoice/delivery_address"))
        .isEqualTo(body(seen).at("/sales_invoice/main_address"))
        .isEqualTo(json("{\"address_line_1\":\"1 Bill Street\",\"city\":\"Bath\"}"));
  }

  @Test
  void create_bothAddresses_sendsThemAsTheyAre() throws Exception {
    answer(201, "{\"id\":\"i1\"}");

    sage.salesInvoices().create(invoice().mainAddress(BILLING).deliveryAddress(DELIVERY).build());

    RecordedRequest seen = server.takeRequest();
    assertThat(body(seen).at("/sales_invoice/main_address/city").asString()).isEqualTo("Bath");
    assertThat(body(seen).at("/sales_invoice/delivery_address/city").asString()).isEqualTo("Deal");
  }

  @Test
  void create_untaxedShipping_sendsTheZeroRateAndLooksItUpOnce() throws Exception {
    answer(
        200,
        "{\"$total\":4,\"$page\":1,\"$itemsPerPage\":200,\"$items\":["
            + "{\"id\":\"GB_STANDARD\",\"percentage\":\"20.0\"},"
            + "{\"id\":\"GB_EXEMPT\",\"percentage\":\"0.0\"},"
            + "{\"id\":\"GB_ZERO\",\"percentage\":\"0.0\"},"
            + "{\"id\":\"OLD_ZERO\",\"percentage\":\"0.0\",\"is_visible\":false}]}");
    answer(201, "{\"id\":\"i1\"}");
    answer(201, "{\"id\":\"n1\"}");

    sage.salesInvoices().create(invoice().shippingNetAmount(new BigDecimal("4.50")).build());
    sage.salesCreditNotes()
        .create(
            SalesCreditNoteDraft.builder()
                .contactId("c1")
                .date(LocalDate.of(2025, 1, 6))
                .creditNoteLines(List.of(line()))
                .shippingNetAmount(new BigDecimal("4.50"))
                .shippingTaxAmount(new BigDecimal("0.00"))
                .build());

    assertThat(target(server.takeRequest())).startsWith("GET /v3.1/tax_rates?");
    assertThat(body(server.takeRequest()).at("/sales_invoice/shipping_tax_rate_id").asString())
        .isEqualTo("GB_ZERO");
    assertThat(body(server.takeRequest()).at("/sales_credit_note/shipping_tax_rate_id").asString())
        .isEqualTo("GB_ZERO");
  }

  @Test
  void create_shippingWithARate_looksNothingUp() throws Exception {
    answer(201, "{\"id\":\"i1\"}");
    answer(201, "{\"id\":\"i2\"}");

    sage.salesInvoices()
        .create(
            invoice()
                .shippingNetAmount(new BigDecimal("4.50"))
                .shippingTaxRateId("GB_STANDARD")
                .build());
    sage.salesInvoices().create(invoice().shippingNetAmount(BigDecimal.ZERO).build());

    assertThat(body(server.takeRequest()).at("/sales_invoice/shipping_tax_rate_id").asString())
        .isEqualTo("GB_STANDARD");
    assertThat(body(server.takeRequest()).at("/sales_invoice").has("shipping_tax_rate_id"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"id\":\"r1\",\"percentage\":\"0\"},{\"id\":\"r2\",\"percentage\":\"0\"}]",
      })
  void create_untaxedShippingWithoutOneZeroRate_isRefusedBeforeTheInvoice(String rates) {
    answer(200, rates);
    SalesInvoiceDraft draft = invoice().shippingNetAmount(new BigDecimal("4.50")).build();

    assertThatThrownBy(() -> sage.salesInvoices().create(draft))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("shipping_tax_rate_id");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void create_taxedShippingWithoutARate_namesTheRateAsMissing() {
    SalesInvoiceDraft draft =
        invoice()
            .shippingNetAmount(new BigDecimal("4.50"))
            .shippingTaxAmount(new BigDecimal("0.90"))
            .build();

    assertThatThrownBy(() -> sage.salesInvoices().create(draft))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The sales_invoice cannot be created without: shipping_tax_rate_id.");
    assertThat(server.getRequestCount()).isZero();
  }

  private void pdf(byte[] document) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/pdf")
            .body(new Buffer().write(document))
            .build());
  }

  private static SalesInvoiceDraftBuilder invoice() {
    return SalesInvoiceDraft.builder()
        .contactId("c1")
        .date(LocalDate.of(2025, 1, 6))
        .invoiceLines(List.of(line()));
  }

  private static SalesInvoiceLineDraft line() {
    return SalesInvoiceLineDraft.builder()
        .description("Consulting")
        .ledgerAccountId("a1")
        .unitPrice(BigDecimal.TEN)
        .build();
  }
}
