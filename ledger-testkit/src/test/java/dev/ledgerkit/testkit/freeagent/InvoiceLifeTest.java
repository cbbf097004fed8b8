package dev.ledgerkit.testkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From consent to a paid invoice, over raw HTTP. */
class InvoiceLifeTest {
  private static final String CALLBACK = "http://localhost:9999/callback";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final VirtualClock clock = new VirtualClock();
  private final OkHttpClient http = new OkHttpClient();
  private FreeAgentSimulator freeAgent;
  private String access = "";

  private record Answer(int status, String text, String link, String total) {
    String at(String pointer) {
      return MAPPER.readTree(text).at(pointer).asString("");
    }
  }

  @BeforeEach
  void connect() throws IOException {
    freeAgent =
        FreeAgentSimulator.builder()
            .clock(clock)
            .company("acme", "Acme Ltd", acme -> acme.contacts(130))
            .start();
    connectAgain();
  }

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  private Answer call(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(
          response.code(),
          response.body().string(),
          String.valueOf(response.header("Link")),
          String.valueOf(response.header("X-Total-Count")));
    }
  }

  private Answer send(String method, String path, String json) throws IOException {
    RequestBody body =
        method.equals("GET") ? null : RequestBody.create(json, MediaType.get("application/json"));
    return call(
        new Request.Builder()
            .url(path.startsWith("http") ? path : freeAgent.apiBase() + path)
            .header("Authorization", "Bearer " + access)
            .method(method, body)
            .build());
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
    Answer created = send("POST", "/invoices", invoice(",\"payment_terms_in_days\":30"));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.at("/invoice/status")).isEqualTo("Draft");
    assertThat(created.at("/invoice/total_value")).isEqualTo("120.0");
    String url = created.at("/invoice/url");

    assertThat(send("PUT", url + "/transitions/mark_as_sent", "").status()).isEqualTo(200);
    assertThat(send("GET", url, "").at("/invoice/status")).isEqualTo("Open");
    clock.advance(Duration.ofDays(40));
    assertThat(send("GET", url, "").status()).isEqualTo(401);
    connectAgain();
    assertThat(send("GET", url, "").at("/invoice/status")).isEqualTo("Overdue");

    Answer paid =
        send(
            "POST",
            "/bank_transaction_explanations",
            "{\"bank_transaction_explanation\":{\"bank_account\":\""
                + freeAgent.books().urls("bank_accounts").get(0)
                + "\",\"dated_on\":\"2026-02-10\",\"gross_value\":\"120.0\",\"paid_invoice\":\""
                + url
                + "\"}}");
    assertThat(paid.status()).as(paid.text()).isEqualTo(201);
    assertThat(send("GET", url, "").at("/invoice/status")).isEqualTo("Paid");
  }

  private void connectAgain() throws IOException {
    HttpUrl consent =
        HttpUrl.get(freeAgent.authorizeUri().toString())
            .newBuilder()
            .addQueryParameter("response_type", "code")
            .addQueryParameter("client_id", freeAgent.clientId())
            .addQueryParameter("redirect_uri", CALLBACK)
            .build();
    String code =
        String.valueOf(
            HttpUrl.get(freeAgent.approve(consent.uri()).toString()).queryParameter("code"));
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "authorization_code")
            .add("code", code)
            .add("redirect_uri", CALLBACK)
            .build();
    Answer tokens =
        call(
            new Request.Builder()
                .url(freeAgent.tokenUri().toString())
                .header(
                    "Authorization",
                    Credentials.basic(freeAgent.clientId(), freeAgent.clientSecret().reveal()))
                .post(form)
                .build());
    assertThat(tokens.status()).isEqualTo(200);
    access = tokens.at("/access_token");
  }

  @Test
  void invoice_withoutPaymentTerms_isRefusedInAList() throws IOException {
    Answer refused = send("POST", "/invoices", invoice(""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/errors/0/message")).isEqualTo("payment_terms_in_days can't be blank");
  }

  @Test
  void list_manyPages_hasLinkAndTotal_onePageAnEmptyLink() throws IOException {
    Answer first = send("GET", "/contacts?per_page=500", "");
    JsonNode rows = MAPPER.readTree(first.text()).path("contacts");
    assertThat(rows.size()).isEqualTo(100);
    assertThat(first.total()).isEqualTo("130");
    assertThat(first.link()).contains("rel='next'");
    assertThat(send("GET", "/users", "").link()).isEmpty();
  }

  @Test
  void call_121stInAMinute_isPlainText429() throws IOException {
    for (int i = 0; i < 120; i++) {
      assertThat(send("GET", "/company", "").status()).isEqualTo(200);
    }
    Answer refused = send("GET", "/company", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).isEqualTo("You must not exceed 120 requests per 60 seconds");
    clock.advance(Duration.ofMinutes(1));
    assertThat(send("GET", "/company", "").at("/company/subdomain")).isEqualTo("acme");
  }
}
