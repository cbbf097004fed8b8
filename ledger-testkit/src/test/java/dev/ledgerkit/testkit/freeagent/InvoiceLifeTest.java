package dev.ledgerkit.testkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From consent to a paid invoice, over raw HTTP. */
class InvoiceLifeTest {
  private final VirtualClock clock = new VirtualClock();
  private FreeAgentSimulator freeAgent;
  private RawCaller caller;

  @BeforeEach
  void connect() throws IOException {
    freeAgent =
        FreeAgentSimulator.builder()
            .clock(clock)
            .company("acme", "Acme Ltd", acme -> acme.contacts(130))
            .start();
    caller = new RawCaller(freeAgent).connect();
  }

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  private String invoice(String terms) {
    return "{\"invoice\":{\"contact\":\""
        + freeAgent.books().urls("contacts").get(0)
        + "\",\"dated_on\":\"2026-01-05\""
        + terms
        + ",\"invoice_items\":[{\"description\":\"Work\",\"quantity\":2,\"price\":\"50.0\"}]}}";
  }

  @Test
  void invoice_sentAndPaidThroughAnExplanation_isOverdueByTheClockThenPaid() throws IOException {
    RawCaller.Answer created =
        caller.send("POST", "/invoices", invoice(",\"payment_terms_in_days\":30"));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.at("/invoice/status")).isEqualTo("Draft");
    assertThat(created.at("/invoice/total_value")).isEqualTo("120.0");
    String url = created.at("/invoice/url");

    assertThat(caller.send("PUT", url + "/transitions/mark_as_sent", "").status()).isEqualTo(200);
    assertThat(caller.send("GET", url, "").at("/invoice/status")).isEqualTo("Open");
    clock.advance(Duration.ofDays(40));
    assertThat(caller.send("GET", url, "").status()).isEqualTo(401);
    caller.connect();
    assertThat(caller.send("GET", url, "").at("/invoice/status")).isEqualTo("Overdue");

    RawCaller.Answer paid =
        caller.send(
            "POST",
            "/bank_transaction_explanations",
            "{\"bank_transaction_explanation\":{\"bank_account\":\""
                + freeAgent.books().urls("bank_accounts").get(0)
                + "\",\"dated_on\":\"2026-02-10\",\"gross_value\":\"120.0\",\"paid_invoice\":\""
                + url
                + "\"}}");
    assertThat(paid.status()).as(paid.text()).isEqualTo(201);
    assertThat(caller.send("GET", url, "").at("/invoice/status")).isEqualTo("Paid");
  }

  @Test
  void invoice_withoutPaymentTerms_isRefusedInAList() throws IOException {
    RawCaller.Answer refused = caller.send("POST", "/invoices", invoice(""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/errors/0/message")).isEqualTo("payment_terms_in_days can't be blank");
  }

  @Test
  void list_manyPages_hasLinkAndTotal_onePageAnEmptyLink() throws IOException {
    RawCaller.Answer first = caller.send("GET", "/contacts?per_page=500", "");
    JsonNode rows = first.json().path("contacts");
    assertThat(rows.size()).isEqualTo(100);
    assertThat(first.total()).isEqualTo("130");
    assertThat(first.link()).contains("rel='next'");
    assertThat(caller.send("GET", "/users", "").link()).isEmpty();
  }

  @Test
  void call_121stInAMinute_isPlainText429() throws IOException {
    for (int i = 0; i < 120; i++) {
      assertThat(caller.send("GET", "/company", "").status()).isEqualTo(200);
    }
    RawCaller.Answer refused = caller.send("GET", "/company", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).isEqualTo("You must not exceed 120 requests per 60 seconds");
    clock.advance(Duration.ofMinutes(1));
    assertThat(caller.send("GET", "/company", "").at("/company/subdomain")).isEqualTo("acme");
  }
}
