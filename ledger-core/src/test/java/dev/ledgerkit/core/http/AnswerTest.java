package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.ForbiddenException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ValidationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of answer becomes. */
class AnswerTest extends PipelineTestBase {

  @ParameterizedTest
  @CsvSource({
    "400,ValidationException",
    "409,ValidationException",
    "415,ValidationException",
    "422,ValidationException",
    "403,ForbiddenException",
    "404,NotFoundException",
    "410,NotFoundException",
    "405,ApiException",
    "406,ApiException",
    "304,ApiException"
  })
  void refusal_byStatus_isTypedWithProblemsAndRequestId(int status, String type) {
    server.enqueue(
        response(status, "X-Request-Id: r-7").body(status == 304 ? "" : "is taken").build());
    Class<? extends ApiException> expected =
        switch (type) {
          case "ValidationException" -> ValidationException.class;
          case "ForbiddenException" -> ForbiddenException.class;
          case "NotFoundException" -> NotFoundException.class;
          default -> ApiException.class;
        };

    ApiException failure = failure(CREATE, expected);

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.requestId()).isEqualTo("r-7");
    assertThat(failure.problems()).hasSize(status == 304 ? 0 : 1);
    assertThat(failure).hasMessageContaining("POST /invoices").hasMessageContaining("shop-1");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusal_bodyBreaksOff_keepsItsStatus() {
    server.enqueue(
        response(422)
            .body("half")
            .setHeader("Content-Length", "500")
            .onResponseEnd(new mockwebserver3.SocketEffect.CloseSocket(true, true, true))
            .build());
    assertThat(failure(CREATE, ValidationException.class).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void success_withoutBody_isAnAnswer(int status) {
    answer(status);
    ApiResponse answer = call(CREATE);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void read_htmlLoginPage_isUnavailableNamingTheType() {
    server.enqueue(
        response(200, "Content-Type: text/html; charset=sim-query").body("<html>sim-at-1").build());
    assertThat(failure(READ, ProviderUnavailableException.class)).hasMessageContaining("text/html");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void create_unkeyedHtmlPage_outcomeIsUnknown() {
    server.enqueue(response(200, "Content-Type: text/html").body("<html>").build());
    failure(CREATE, OutcomeUnknownException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "Welcome", "   "})
  void read_jsonTypeButNotJson_isUnavailable(String body) {
    server.enqueue(json(body).build());
    assertThat(failure(READ, ProviderUnavailableException.class))
        .hasMessageContaining("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " [1]", "\ufeff{}", "null", "12", "-1", "\"a\""})
  void read_anyJson_isAnAnswer(String body) {
    server.enqueue(json(body).build());
    assertThat(call(READ).status()).isEqualTo(200);
  }

  @Test
  void read_jsonWithoutContentType_isAnAnswer() {
    server.enqueue(response(200).body("{}").build());
    assertThat(call(READ).status()).isEqualTo(200);
  }

  @Test
  void document_pdf_isAnAnswerButAPageIsNot() {
    ApiRequest pdf = ApiRequest.get("/invoices/1").accept("application/pdf").build();
    server.enqueue(response(200, "Content-Type: application/pdf").body("%PDF").build());
    assertThat(call(pdf).body()).hasSize(4);
    server.enqueue(response(200, "Content-Type: text/html").body("<html>").build());
    failure(pdf, ProviderUnavailableException.class);
    server.enqueue(response(200, "Content-Type: text/html").body("<html>").build());
    assertThat(call(ApiRequest.get("/page").accept("text/html").build()).body()).hasSize(6);
  }

  @Test
  void read_bodyOfExactlyTheLimit_isAnAnswer() {
    server.enqueue(json("[" + " ".repeat(998) + "]").build());
    assertThat(pipeline().maxResponseBytes(1000).build().call(SHOP, READ).body()).hasSize(1000);
  }

  @Test
  void read_bodyOneByteOver_isUnavailableNamingTheLimit() {
    server.enqueue(json("[" + " ".repeat(999) + "]").build());
    LedgerException failure =
        failure(
            pipeline().maxResponseBytes(1000).build(), READ, ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("1000 bytes").hasMessageContaining("maxResponseBytes");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void read_endlessBody_isCutWithoutBeingDrained() throws Exception {
    EndlessBody endless = new EndlessBody();
    server.enqueue(json("").body(endless).build());
    failure(
        pipeline().maxResponseBytes(64 * 1024).build(), READ, ProviderUnavailableException.class);
    assertThat(endless.cut.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(endless.written.get()).isLessThan(100L * 1024 * 1024);
  }

  @Test
  void read_gzipBomb_isCutAtTheLimit() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      for (int megabyte = 0; megabyte < 20; megabyte++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    server.enqueue(
        json("")
            .addHeader("Content-Encoding: gzip")
            .body(new Buffer().write(zipped.toByteArray()))
            .build());
    assertThat(
            failure(
                pipeline().maxResponseBytes(1024 * 1024).build(),
                READ,
                ProviderUnavailableException.class))
        .hasMessageContaining("1048576 bytes");
  }

  /** Chunked spaces until somebody hangs up. */
  private static final class EndlessBody implements MockResponseBody {
    private final AtomicLong written = new AtomicLong();
    private final java.util.concurrent.CountDownLatch cut =
        new java.util.concurrent.CountDownLatch(1);

    @Override
    public long getContentLength() {
      return 100L * 1024 * 1024;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try {
        while (written.get() < getContentLength()) {
          sink.write(new byte[16 * 1024]);
          sink.flush();
          written.addAndGet(16 * 1024);
        }
      } finally {
        cut.countDown();
      }
    }
  }
}
