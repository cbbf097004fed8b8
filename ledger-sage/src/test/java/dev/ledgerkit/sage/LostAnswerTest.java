package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.http.ApiRoute;
import dev.ledgerkit.core.http.OkHttpApiClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.draft.FileContent;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.model.StockMovement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes whose answer is lost, and a subscription that is over, through the whole pipeline. */
class LostAnswerTest extends WireTest {
  private final CountingTokens tokens = new CountingTokens();
  private OkHttpApiClient pipeline;
  private SageClient client;

  @BeforeEach
  void openPipeline() {
    ApiRoute route = new ApiRoute(binding, provider.api(), "client-1");
    pipeline = OkHttpApiClient.builder(id -> route, tokens).build();
    client = provider.client(pipeline, binding);
  }

  @AfterEach
  void closePipeline() {
    pipeline.close();
  }

  @Test
  void keyedCreate_answerLost_isSentAgainUnderTheSameKey() throws Exception {
    losesTheAnswer();
    answerJson(201, "{\"id\":\"m1\"}");

    StockMovement created =
        client
            .stockMovements()
            .create(
                StockMovementDraft.builder()
                    .stockItemId("s1")
                    .date(LocalDate.of(2025, 1, 6))
                    .quantity(new BigDecimal("-2"))
                    .costPrice(BigDecimal.TEN)
                    .details("Broken")
                    .build());

    assertThat(created.id()).isEqualTo("m1");
    RecordedRequest first = server.takeRequest();
    RecordedRequest again = server.takeRequest();
    assertThat(body(again)).isEqualTo(body(first));
    assertThat(body(first).at("/stock_movement/idempotency_id").asString()).matches("[0-9a-f]{32}");
  }

  static Stream<Arguments> unkeyed() {
    return Stream.of(
        unkeyed(
            "file name invoice-1.pdf",
            sage ->
                sage.attachments()
                    .create(
                        AttachmentDraft.builder()
                            .file(FileContent.of("%PDF".getBytes(StandardCharsets.US_ASCII)))
                            .fileName("invoice-1.pdf")
                            .mimeType("application/pdf")
                            .build())),
        unkeyed("the status of sales invoice d1", sage -> sage.salesInvoices().release("d1")),
        unkeyed(
            "the status of sales credit note d1", sage -> sage.salesCreditNotes().release("d1")),
        unkeyed("the status of purchase invoice d1", sage -> sage.purchaseInvoices().release("d1")),
        unkeyed(
            "the status of purchase credit note d1",
            sage -> sage.purchaseCreditNotes().release("d1")));
  }

  private static Arguments unkeyed(String lookup, Consumer<SageClient> write) {
    return Arguments.of(lookup, write);
  }

  @ParameterizedTest
  @MethodSource("unkeyed")
  void unkeyedWrite_answerLost_saysWhatToLookUpAndIsNotRepeated(
      String lookup, Consumer<SageClient> write) {
    losesTheAnswer();

    assertThatThrownBy(() -> write.accept(client))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining(lookup);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void attachmentFile_downloaded_isItsBytes() throws Exception {
    byte[] scan = {(byte) 0xff, (byte) 0xd8, 0, '\n', 'x'};
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/octet-stream")
            .body(new okio.Buffer().write(scan))
            .build());

    assertThat(client.attachments().file("f1")).isEqualTo(scan);

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("GET /v3.1/attachments/f1/file");
    assertThat(seen.getHeaders().get("Accept")).isEqualTo("application/octet-stream");
  }

  @Test
  void noActiveSubscription_neverRefreshesTheToken() {
    answerJson(
        401,
        "[{\"$severity\":\"error\",\"$dataCode\":\"AuthorizationFailure\","
            + "\"$message\":\"No active subscription. (MSE)\",\"$source\":\"\"}]");

    assertThatThrownBy(() -> client.salesInvoices().get("i1"))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(401))
        .hasMessageContaining("No active subscription");
    assertThat(tokens.rejected).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void expiredToken_isRefreshedOnce() {
    answerJson(401, "[{\"$dataCode\":\"AuthorizationFailure\",\"$message\":\"Expired\"}]");
    answerJson(200, "{\"id\":\"i1\"}");

    assertThat(client.salesInvoices().get("i1").id()).isEqualTo("i1");
    assertThat(tokens.rejected).containsExactly("sim-at-1");
  }

  private void losesTheAnswer() {
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
            .build());
  }

  private void answerJson(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  /** A fake that counts what was handed back to it. */
  private static final class CountingTokens implements TokenSource {
    private final List<String> rejected = new CopyOnWriteArrayList<>();

    @Override
    public OauthToken loadFresh(BindingId id) {
      Instant then = Instant.parse("2099-01-01T00:00:00Z");
      int number = rejected.size() + 1;
      return new OauthToken(
          Secret.of("sim-at-" + number),
          Secret.of("sim-rt-" + number),
          then,
          then,
          "",
          Instant.EPOCH);
    }

    @Override
    public OauthToken loadFresh(BindingId id, OauthToken bad) {
      rejected.add(bad.accessToken().reveal());
      return loadFresh(id);
    }

    @Override
    public void forget(BindingId id) {}
  }
}
