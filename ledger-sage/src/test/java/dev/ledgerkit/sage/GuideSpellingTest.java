package dev.ledgerkit.sage;

import static dev.ledgerkit.sage.SharedExamples.assertEquals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.ServiceRateDraft;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Writes as the examples of Sage's guide spell them, where its specification does otherwise. */
class GuideSpellingTest extends WireTest {
  private SageClient guided;

  @BeforeEach
  void follow() {
    guided =
        SageProvider.builder("id", Secret.of("sim-secret"))
            .endpoints(SageEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())))
            .spelling(SageSpelling.GUIDE)
            .build()
            .client(api, binding);
  }

  @Test
  void service_create_equalsTheGuide() throws Exception {
    answer(201, "{\"id\":\"s1\"}");

    guided.services().create(service());

    RecordedRequest seen = server.takeRequest();
    ObjectNode sent = (ObjectNode) body(seen);
    ((ObjectNode) sent.get("service")).remove("idempotency_id");
    assertEquals(
        "examples-official/service-create-request-guide-variant.json", SageJson.write(sent));
  }

  @Test
  void service_update_spellsRatesSo() throws Exception {
    answer(200, "{\"id\":\"s1\"}");

    guided
        .services()
        .update(
            "s1",
            ServiceDraft.builder()
                .salesRates(List.of(ServiceRateDraft.builder().rateIncludesTax(true).build()))
                .build());

    assertThat(body(server.takeRequest()))
        .isEqualTo(json("{\"service\":{\"sales_prices\":[{\"price_includes_tax\":true}]}}"));
  }

  @Test
  void service_updateOfOtherFields_sendsNoRates() throws Exception {
    answer(200, "{\"id\":\"s1\"}");

    guided.services().update("s1", ServiceDraft.builder().notes("n").build());

    assertThat(body(server.takeRequest())).isEqualTo(json("{\"service\":{\"notes\":\"n\"}}"));
  }

  @Test
  void invoice_voided_equalsTheGuide() throws Exception {
    answer(200, "{\"id\":\"i1\",\"status\":{\"id\":\"VOID\"}}");

    guided.salesInvoices().voidInvoice("i1", "Invoice was created by accident");

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("DELETE /v3.1/sales_invoices/i1");
    assertEquals(
        "examples-official/sales-invoice-void-request-guide-variant.json",
        seen.getBody().toByteArray());
  }

  private static ServiceDraft service() {
    return ServiceDraft.builder()
        .description("An example service")
        .itemCode("SERVICE-01")
        .salesLedgerAccountId("4195173e75db11e8990a122c8428e4b2")
        .salesTaxRateId("584793ca75db11e8990a122c8428e4b2")
        .salesRates(
            List.of(
                ServiceRateDraft.builder()
                    .serviceRateTypeId("41ab074075db11e8990a122c8428e4b2")
                    .rate(new BigDecimal("19.99"))
                    .rateIncludesTax(false)
                    .build()))
        .build();
  }
}
