package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done in the books past the API. */
class OtherPeoplesWorkTest {
  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private SageBooks books;

  @BeforeEach
  void start() {
    sage = SageSimulator.builder().clock(clock).contacts(20).start();
    books = sage.books();
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  @Test
  void churn_sameSeedAndBooks_doesTheSame() {
    try (SageSimulator twin = SageSimulator.builder().clock(clock).contacts(20).start()) {
      books.churn(7, 500);
      twin.books().churn(7, 500);

      assertThat(everything(twin.books())).isEqualTo(everything(books));
    }
  }

  @Test
  void churn_overEverything_leavesNoStreamEmpty_andCostsNoCall() {
    books.churn(1, 2_000);

    for (String stream : books.streams()) {
      assertThat(books.listed(stream)).as(stream).isPositive();
      assertThat(books.snapshot(stream)).as(stream).hasSize(books.listed(stream));
    }
    assertThat(sage.seen().apiCalls()).isZero();
  }

  @Test
  void changedContent_movesTheTime() {
    books.churn(1, 2_000);
    Map<String, Map<String, String>> before = everything(books);
    clock.advance(Duration.ofHours(1));
    String now = clock.instant().toString();

    books.churn(2, 500);

    for (String stream : books.streams()) {
      books.forEach(
          stream,
          (id, json) -> {
            if (!json.equals(before.get(stream).get(id))) {
              assertThat(json).as(stream).contains("\"updated_at\":\"" + now + "\"");
            }
          });
    }
  }

  @Test
  void timeAlone_changesNothing() {
    books.churn(1, 1_000);
    Map<String, Map<String, String>> before = everything(books);

    clock.advance(Duration.ofDays(400));

    assertThat(everything(books)).isEqualTo(before);
  }

  @Test
  void renamedCustomer_leavesSeededInvoicesAsTheyWere() {
    try (SageSimulator seeded =
        SageSimulator.builder().clock(clock).contacts(5).salesInvoices(50).start()) {
      Map<String, String> before = seeded.books().snapshot("sales_invoices");
      clock.advance(Duration.ofHours(1));

      seeded.books().churn(1, 200, "contacts", "tax_rates", "ledger_accounts");

      assertThat(seeded.books().snapshot("sales_invoices")).isEqualTo(before);
    }
  }

  @Test
  void everything_isThatMany_spreadOverTwoYears_andAddsUp() {
    try (SageSimulator full = SageSimulator.builder().clock(clock).everything(5_000).start()) {
      SageBooks all = full.books();

      assertThat(all.streams().stream().mapToInt(all::listed).sum()).isEqualTo(5_000);
      assertThat(all.streams()).allMatch(stream -> all.listed(stream) > 0);
      assertThat(full.total(full.businessIds().get(0), "ledger_entries", "debit"))
          .isPositive()
          .isEqualByComparingTo(full.total(full.businessIds().get(0), "ledger_entries", "credit"));
    }
  }

  @Test
  void lastPageOfAMillion_hasThoseThatAreLeft() throws IOException {
    try (SageSimulator full = SageSimulator.builder().clock(clock).contacts(1_000_000).start()) {
      full.books().churn(1, 1_000, "contacts");
      int left = full.books().count("contacts");
      String page = "/contacts?attributes=all&items_per_page=200&page=" + (left + 199) / 200;

      JsonNode envelope = Client.connected(full).get(page).json();

      assertThat(envelope.path("$total").asInt()).isEqualTo(left);
      assertThat(envelope.path("$items")).hasSize((left - 1) % 200 + 1);
      assertThat(envelope.path("$next").isNull()).isTrue();
    }
  }

  @Test
  void edit_followsTheRules() {
    String id = books.create("contacts", "{\"name\":\"A\",\"contact_type_ids\":[\"CUSTOMER\"]}");

    books.update("contacts", id, "{\"contact\":{\"notes\":\"Called\"}}");

    assertThat(books.entity("contacts", id).orElseThrow()).contains("\"notes\":\"Called\"");
    assertThatThrownBy(() -> books.create("contacts", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("required");
    books.delete("contacts", id);
    assertThat(books.ids("contacts")).doesNotContain(id);
  }

  private static Map<String, Map<String, String>> everything(SageBooks books) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    books.streams().forEach(stream -> all.put(stream, books.snapshot(stream)));
    return all;
  }
}
