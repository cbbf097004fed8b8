package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.AddressDraft;
import dev.ledgerkit.sage.draft.JournalDraft;
import dev.ledgerkit.sage.draft.JournalLineDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write whose answer is lost, through the whole pipeline. */
class UnkeyedWriteTest extends PipelineTest {
  private static final IdempotencyKey KEY = IdempotencyKey.of("journal.created:1042");

  private static final Map<String, Consumer<SageClient>> UNKEYED =
      Map.of(
          "tax rate",
          sage -> sage.taxRates().create(TaxRateDraft.builder().name("Local levy").build()),
          "reissue",
          sage -> sage.journals().reissue("j1"),
          "release",
          sage -> sage.salesInvoices().release("i1"));

  private static final Map<String, Function<SageClient, String>> KEYED =
      Map.of(
          "journal", sage -> sage.journals().create(journal(), KEY).id(),
          "address", sage -> sage.addresses().create(address(), KEY).id());

  @ParameterizedTest
  @CsvSource({
    "tax rate, POST /tax_rates, name Local levy",
    "reissue, POST /journals/j1/reissue, journal j1",
    "release, POST /sales_invoices/i1/release, status of sales invoice i1",
  })
  void unkeyedPost_answerLost_isUnknownAndSaysWhatToLookUp(
      String write, String request, String lookup) {
    loseAnswer();

    assertThatThrownBy(() -> UNKEYED.get(write).accept(client))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining(request)
        .hasMessageContaining(lookup);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tax rate", "reissue", "release"})
  void unkeyedPost_answered500_isUnknownToo(String write) {
    answer(500, "");

    assertThatThrownBy(() -> UNKEYED.get(write).accept(client))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"journal, true", "journal, false", "address, true", "address, false"})
  void keyedPost_answerLostOr500_isRepeatedUnderItsKey(String write, boolean lost)
      throws Exception {
    if (lost) {
      loseAnswer();
    } else {
      answer(500, "");
    }
    answer(201, "{\"id\":\"first\"}");

    assertThat(KEYED.get(write).apply(client)).isEqualTo("first");

    for (int i = 0; i < 2; i++) {
      assertThat(body(server.takeRequest()).at("/" + write + "/idempotency_id").asString())
          .isEqualTo(KEY.value());
    }
  }

  /** Found by calling every method there is, so that none is forgotten. */
  @Test
  void unkeyedPost_ofAnyResource_saysWhatToLookUp() throws Exception {
    DrivenClient.drive(sage, server);

    List<ApiRequest> unkeyed =
        api.sent().stream()
            .filter(request -> request.method().equals("POST") && !request.repeatable())
            .toList();

    assertThat(unkeyed).hasSizeGreaterThanOrEqualTo(3);
    assertThat(unkeyed).allSatisfy(request -> assertThat(request.lookup()).isNotBlank());
  }

  private void loseAnswer() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  private static JournalDraft journal() {
    return JournalDraft.builder()
        .date(LocalDate.of(2025, 1, 6))
        .reference("J-1")
        .journalLines(
            List.of(
                JournalLineDraft.debit("a1", BigDecimal.TEN),
                JournalLineDraft.credit("a2", new BigDecimal("10.00"))))
        .build();
  }

  private static AddressDraft address() {
    return AddressDraft.builder()
        .addressTypeId("DELIVERY")
        .name("Depot")
        .isMainAddress(false)
        .build();
  }
}
