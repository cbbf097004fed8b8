package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsOnTheWireTest {
  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.builder().clock(clock).start();
    client = Client.connected(sage);
  }

  @AfterEach
  void stop() {
    assertThat(sage.script().pending()).isEmpty();
    sage.close();
  }

  private void next(Fault... faults) {
    sage.script().on(Endpoint.API).then(faults);
  }

  @Test
  void loseReply_refresh_rotatesAndTheOldTokenIsSpent() throws IOException {
    sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());

    assertThatThrownBy(() -> client.refresh()).isInstanceOf(IOException.class);

    assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    assertThat(client.refresh().at("/error")).isEqualTo("invalid_grant");
    assertThat(sage.seen().reuseDetected()).isEqualTo(1);
  }

  @Test
  void loseRequest_refresh_leavesTheTokenUnspent() throws IOException {
    sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseRequest());

    assertThatThrownBy(() -> client.refresh()).isInstanceOf(IOException.class);

    assertThat(sage.seen().refreshesAccepted()).isZero();
    assertThat(client.refresh().status()).isEqualTo(200);
  }

  @Test
  void loseReply_create_hasCreated() throws IOException {
    int before = sage.ids("contacts").size();
    sage.script().on(Endpoint.api("POST", "/contacts")).then(Fault.loseReply());

    assertThatThrownBy(() -> client.customer("Ghost")).isInstanceOf(IOException.class);

    assertThat(sage.ids("contacts")).hasSize(before + 1);
    assertThat(sage.seen().answered(0)).isEqualTo(1);
  }

  @Test
  void loseReply_keyedCreate_repeatedGivesTheFirstResponse() throws IOException {
    String body =
        "{\"contact\":{\"name\":\"Once\",\"contact_type_ids\":[\"CUSTOMER\"],"
            + "\"idempotency_id\":\"0f8fad5bd9cb469fa16570867728950e\"}}";
    int before = sage.ids("contacts").size();
    sage.script().on(Endpoint.api("POST", "/contacts")).then(Fault.loseReply());
    assertThatThrownBy(() -> client.post("/contacts", body)).isInstanceOf(IOException.class);

    assertThat(client.post("/contacts", body).status()).isEqualTo(201);

    assertThat(sage.ids("contacts")).hasSize(before + 1);
  }

  @Test
  void reset_call_isAConnectionReset() {
    next(Fault.reset());

    assertThatThrownBy(() -> client.get("/user"))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void truncatedBody_list_breaksInTheMiddle() {
    next(Fault.truncatedBody());

    assertThatThrownBy(() -> client.get("/ledger_accounts"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("end of");
  }

  @Test
  void nonJson_gateway_isHtmlWithItsStatus() throws IOException {
    next(Fault.nonJson(502));

    Client.Answer answer = client.get("/user");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
    assertThat(answer.text()).startsWith("<html>");
  }

  @Test
  void wrongContentType_call_isJsonUnderAnotherName() throws IOException {
    next(Fault.wrongContentType());

    Client.Answer answer = client.get("/user");

    assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
    assertThat(answer.at("/first_name")).isEqualTo("Sim");
  }

  @Test
  void hugeBody_hundredMegabytes_isStreamed() throws IOException {
    long size = 100_000_000L;
    next(Fault.hugeBody(size));

    try (Response response = client.http.newCall(client.api("/user").build()).execute();
        InputStream body = response.body().byteStream()) {
      assertThat(response.header("Content-Length")).isEqualTo(Long.toString(size));
      assertThat(body.skip(5_000_000)).isPositive();
    }
  }

  @Test
  void status_withRetryAfter_carriesSecondsOrDate() throws IOException {
    next(
        Fault.status(429, 7),
        Fault.statusWithRetryDate(503, clock.instant().plusSeconds(60)),
        Fault.status(500));

    Client.Answer throttled = client.get("/user");
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.headers().get("Retry-After")).isEqualTo("7");
    assertThat(client.get("/user").headers().get("Retry-After"))
        .isEqualTo("Mon, 05 Jan 2026 09:01:00 GMT");
    Client.Answer plain = client.get("/user");
    assertThat(plain.headers().get("Retry-After")).isNull();
    assertThat(plain.at("/0/$dataCode")).isEqualTo("UnexpectedError");
  }

  @Test
  void status_tokenEndpoint_hasAnOauthBody() throws IOException {
    sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(503));

    assertThat(client.refresh().at("/error")).isEqualTo("temporarily_unavailable");
    assertThat(sage.seen().answered(503)).isEqualTo(1);
    assertThat(sage.seen().calls("token_refresh")).isEqualTo(1);
    assertThat(client.refresh().status()).isEqualTo(200);
  }

  @Test
  void noSubscription_call_is401ThatSaysSo() throws IOException {
    next(SageFaults.noSubscription());

    Client.Answer answer = client.get("/user");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("/0/$message")).contains("No active subscription");
  }

  @Test
  void outage_oneMinute_endsWithTheClock() throws IOException {
    next(Fault.outage(Duration.ofMinutes(1)));
    assertThat(client.get("/user").status()).isEqualTo(503);
    clock.advance(Duration.ofSeconds(59));
    assertThat(client.get("/user").status()).isEqualTo(503);
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.get("/user").status()).isEqualTo(200);
  }

  @Test
  void slow_oneConnection_holdsUpNobodyElse() throws Exception {
    sage.script().on(Endpoint.api("GET", "/contacts")).then(Fault.slow(Duration.ofMinutes(10)));
    CompletableFuture<Client.Answer> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return client.get("/contacts");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    while (sage.seen().calls("GET /contacts") == 0) {
      Thread.onSpinWait();
    }

    assertThat(client.get("/tax_rates").status()).isEqualTo(200);
    assertThat(slow).isNotDone();
    sage.close();
    assertThatThrownBy(() -> slow.get(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void revoke_faulted_doesNotRevoke() throws IOException {
    sage.script().on(Endpoint.REVOKE).then(Fault.status(500));
    client.form(sage.revokeUri(), Map.of("token", client.refresh));
    assertThat(client.refresh().status()).isEqualTo(200);
    assertThat(sage.seen().revokes()).isZero();
  }
}
