package dev.ledgerkit.testkit.sage.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.testkit.sage.table.BookSettings;
import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.sage.table.Witness;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;

/** Laws the books keep, whatever is posted to them. */
class BooksPropertiesTest {

  private static Accounting books(int ledgerAccounts) {
    return new Accounting(
        new BookSettings(LedgerClock.system(), false, false),
        new SeedCounts(ledgerAccounts, 2, 5, 0, 0, 1, 0, 1),
        new SimBusiness("b", "B", "GB"),
        new Witness() {
          @Override
          public void markedAsSent() {}

          @Override
          public void replayed() {}
        });
  }

  private static WireReply call(
      Accounting books, String method, String path, Map<String, String> query, String body) {
    WireRequest request = new WireRequest(method, "/v3.1" + path, query, Map.of(), body);
    return books.handle(request, Arrays.asList(path.substring(1).split("/")));
  }

  private static JsonNode json(WireReply reply) {
    return Json.parse(reply.body()).orElseThrow();
  }

  private static String created(Accounting books, String path, String body) {
    WireReply reply = call(books, "POST", path, Map.of(), body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return Json.text(json(reply), "id");
  }

  @Property(tries = 60)
  void list_anySizeAndCount_pagesHoldEveryItemOnce(
      @ForAll @IntRange(max = 90) int count, @ForAll @IntRange(min = 1, max = 40) int size) {
    Accounting books = books(count);
    List<String> met = new ArrayList<>();
    int page = 1;
    JsonNode next;
    do {
      JsonNode list =
          json(
              call(
                  books,
                  "GET",
                  "/ledger_accounts",
                  Map.of("page", "" + page++, "items_per_page", "" + size),
                  ""));
      list.path("$items").forEach(item -> met.add(Json.text(item, "id")));
      next = list.path("$next");
    } while (!next.isNull());

    assertThat(met).containsExactlyElementsOf(books.ids("ledger_accounts"));
  }

  @Property(tries = 60)
  void payments_anyMadeAndUndone_leaveWhatIsOwed(
      @ForAll @Size(max = 8) List<@IntRange(min = -3, max = 60) Integer> steps) {
    Accounting books = books(1);
    String account = books.ids("ledger_accounts").get(0);
    String contact =
        created(
            books,
            "/contacts",
            "{\"contact\":{\"name\":\"C\",\"contact_type_ids\":[\"CUSTOMER\"]}}");
    String invoice =
        created(
            books,
            "/sales_invoices",
            "{\"sales_invoice\":{\"contact_id\":\"%s\",\"date\":\"2026-01-05\",\"invoice_lines\":["
                    .formatted(contact)
                + "{\"description\":\"x\",\"unit_price\":\"100\",\"ledger_account_id\":\"%s\"}]}}"
                    .formatted(account));
    List<String> payments = new ArrayList<>();
    for (int step : steps) {
      if (step <= 0 && !payments.isEmpty()) {
        call(books, "DELETE", "/contact_payments/" + payments.remove(0), Map.of(), "");
      } else if (step > 0) {
        WireReply reply =
            call(
                books,
                "POST",
                "/contact_payments",
                Map.of(),
                payment(books, contact, invoice, step));
        if (reply.status() == 201) {
          payments.add(Json.text(json(reply), "id"));
        }
      }
      JsonNode now = Json.parse(books.json("sales_invoices", invoice).orElseThrow()).orElseThrow();
      BigDecimal owed = new BigDecimal(Json.text(now, "outstanding_amount"));
      BigDecimal paid = new BigDecimal(Json.text(now, "total_paid"));
      assertThat(owed.add(paid)).isEqualByComparingTo("100");
      assertThat(owed).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
      assertThat(Json.id(now, "status"))
          .isEqualTo(owed.signum() == 0 ? "PAID" : paid.signum() == 0 ? "UNPAID" : "PART_PAID");
      assertThat(now.path("payments_allocations").size()).isEqualTo(payments.size());
    }
  }

  private static String payment(Accounting books, String contact, String invoice, int amount) {
    return ("{\"contact_payment\":{\"transaction_type_id\":\"CUSTOMER_RECEIPT\",\"contact_id\":\"%s\","
            + "\"bank_account_id\":\"%s\",\"date\":\"2026-01-06\",\"total_amount\":%d,"
            + "\"allocated_artefacts\":[{\"artefact_id\":\"%s\",\"amount\":\"%d\"}]}}")
        .formatted(contact, books.ids("bank_accounts").get(0), amount, invoice, amount);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "0",
        "-1",
        "1e999999999",
        "1.005",
        "\"\"",
        "\"x\"",
        "\"1e999999999\"",
        "\"2026-13-45\"",
        "\"2026-01-05\"",
        "\"CUSTOMER\"",
        "\"GB_STANDARD\"",
        "\"GBP\"",
        "\"CUSTOMER_RECEIPT\"",
        "[]",
        "[null]",
        "[\"CUSTOMER\"]",
        "[[1]]",
        "{}",
        "{\"id\":1}",
        "[{\"description\":\"x\"}]",
        "[{\"unit_price\":\"x\",\"quantity\":[]}]");
  }

  @Property(tries = 2000)
  void write_anyShape_isCreatedOrRefusedButNeverBreaks(
      @ForAll("specs") ResourceSpec spec,
      @ForAll @Size(min = 12, max = 12) List<@From("values") String> values) {
    Accounting books = books(30);
    List<String> names = new ArrayList<>(spec.fields().stream().map(Field::name).toList());
    names.addAll(List.of("allocated_artefacts", "percentage", "idempotency_id"));
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      fields.append(i == 0 ? "" : ",").append('"').append(names.get(i)).append("\":");
      fields.append(values.get((i * 7 + i / 12) % values.size()));
    }
    boolean settings = spec.allows('S');

    WireReply reply =
        call(
            books,
            settings ? "PUT" : "POST",
            "/" + spec.path(),
            Map.of(),
            "{\"" + spec.envelope() + "\":{" + fields + "}}");

    assertThat(reply.status()).as(reply.body()).isIn(settings ? 200 : 201, 422);
    assertThat(books.total("ledger_entries", "debit"))
        .isEqualByComparingTo(books.total("ledger_entries", "credit"));
  }

  @Provide
  Arbitrary<ResourceSpec> specs() {
    return Arbitraries.of(books(1).specs().stream().filter(s -> !s.fields().isEmpty()).toList());
  }
}
