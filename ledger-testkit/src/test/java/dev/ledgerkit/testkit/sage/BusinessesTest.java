package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BusinessesTest {
  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sage =
        SageSimulator.builder()
            .clock(clock)
            .business("b1", "Acme", "GB")
            .business("b2", "Acme Eire", "IE")
            .rateLimit(20, Duration.ofMinutes(1))
            .start();
    client = Client.connected(sage);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  @Test
  void businesses_list_spellsPageSizeInSnakeCase() throws IOException {
    Client.Answer answer = client.get("/businesses");
    JsonNode list = answer.json();

    assertThat(list.path("$items_per_page").asInt()).isEqualTo(Integer.MAX_VALUE);
    assertThat(list.has("$itemsPerPage")).isFalse();
    assertThat(list.at("/$items/1/$path").asString()).isEqualTo("/businesses/b2");
    assertThat(answer.headers().get("X-Business")).isNull();
    assertThat(client.get("/businesses/lead").at("/id")).isEqualTo("b1");
    assertThat(client.get("/businesses/b2").at("/subscriptions/0/status")).isEqualTo("paying");
    assertThat(client.get("/user").at("/initials")).isEqualTo("SU");
  }

  @Test
  void put_businessAndUser_changeTheirFields() throws IOException {
    assertThat(client.put("/businesses/b1", "{\"business\":{\"city\":\"York\"}}").at("/city"))
        .isEqualTo("York");
    assertThat(client.put("/user", "{\"user\":{\"last_name\":\"Smith\"}}").at("/last_name"))
        .isEqualTo("Smith");
    assertThat(client.post("/user", "{}").status()).isEqualTo(405);
  }

  @Test
  void call_withoutXBusiness_silentlyUsesTheLeadAndIsCounted() throws IOException {
    client.business = "";
    Client.Answer answer = client.get("/tax_rates");

    assertThat(answer.headers().get("X-Business")).isEqualTo("b1");
    assertThat(sage.seen().missingBusinessHeader()).isEqualTo(1);
  }

  @Test
  void call_otherBusiness_hasItsOwnBooks() throws IOException {
    client.customer("Only in b1");
    client.business = "b2";

    assertThat(client.get("/contacts").at("/$total")).isEqualTo("0");
    assertThat(client.get("/tax_rates").at("/$items/0/id")).isEqualTo("IE_STANDARD");
    assertThat(sage.ids("b1", "contacts")).hasSize(3);
  }

  @Test
  void call_unknownBusiness_is403() throws IOException {
    client.business = "b9";
    assertThat(client.get("/tax_rates").at("/0/$dataCode")).isEqualTo("MultiUserAccessDenied");
  }

  @Test
  void call_unknownBusiness_isTheLeadsWhereTheProviderIsSilent() throws IOException {
    try (SageSimulator silent =
        SageSimulator.builder()
            .business("b1", "Acme", "GB")
            .business("b2", "Acme Eire", "IE")
            .leadForUnknownBusiness(true)
            .start()) {
      Client other = Client.connected(silent);
      other.business = "b9";

      Client.Answer answer = other.get("/tax_rates/GB_STANDARD");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().get("X-Business")).isEqualTo("b1");
    }
  }

  @Test
  void call_subscriptionEnded_is401WhateverTheToken() throws IOException {
    sage.endSubscription("b1");
    client.adopt(client.refresh());

    Client.Answer answer = client.get("/tax_rates");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("/0/$dataCode")).isEqualTo("AuthorizationFailure");
    assertThat(answer.at("/0/$message")).isEqualTo("No active subscription. (MSE)");
    client.business = "b2";
    assertThat(client.get("/tax_rates").status()).isEqualTo(200);
  }

  @Test
  void call_overTheRate_is429UntilTheWindowEnds() throws IOException {
    for (int i = 0; i < 20; i++) {
      assertThat(client.get("/user").status()).isEqualTo(200);
    }
    clock.advance(Duration.ofSeconds(20));
    Client.Answer refused = client.get("/user");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers().get("Retry-After")).isEqualTo("40");
    clock.advance(Duration.ofSeconds(40));
    assertThat(client.get("/user").status()).isEqualTo(200);
    assertThat(sage.seen().throttled()).isEqualTo(1);
  }

  @Test
  void seen_parallelCalls_areCountedByPathAndConcurrency() throws IOException {
    try (SageSimulator slow =
        SageSimulator.builder().latency(Duration.ofMillis(150)).numberingFault(false).start()) {
      Client many = Client.connected(slow);
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        calls.add(CompletableFuture.supplyAsync(() -> createOne(many)));
      }
      calls.forEach(call -> assertThat(call.join()).isEqualTo(201));

      Seen seen = slow.seen();
      assertThat(seen.calls("POST /contacts")).isEqualTo(3);
      assertThat(seen.apiCalls()).isEqualTo(3);
      assertThat(seen.maxConcurrent()).isBetween(1, 3);
      assertThat(seen.maxParallelCreates()).isEqualTo(seen.maxConcurrent());
      assertThat(many.get("/contacts/" + slow.ids("contacts").get(0)).status()).isEqualTo(200);
      assertThat(slow.seen().calls("GET /contacts/{id}")).isEqualTo(1);
    }
  }

  private static int createOne(Client client) {
    try {
      return client
          .post("/contacts", "{\"contact\":{\"name\":\"P\",\"contact_type_ids\":[\"CUSTOMER\"]}}")
          .status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void call_wrongMediaTypeTokenOrPath_hasItsStatus() throws IOException {
    Request form =
        client
            .api("/contacts")
            .post(RequestBody.create("a=b", MediaType.get("text/plain")))
            .build();
    assertThat(client.call(form).status()).isEqualTo(415);
    client.access = "sim-at-invented";
    assertThat(client.get("/user").status()).isEqualTo(401);
    assertThat(
            client.call(new Request.Builder().url(sage.baseUri() + "/v3.1/user").build()).status())
        .isEqualTo(401);
  }

  @Test
  void approve_overTls_works() {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates both =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(held.certificate())
            .build();
    try (SageSimulator tls = SageSimulator.builder().tls(both).start()) {
      assertThat(tls.baseUri().getScheme()).isEqualTo("https");
      Client secure = new Client(tls);
      assertThat(secure.codeOf(tls.approve(secure.consentUrl(Map.of()))))
          .startsWith("GB/sim-code-");
    }
  }
}
