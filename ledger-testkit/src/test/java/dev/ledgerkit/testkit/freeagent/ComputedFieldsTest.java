package dev.ledgerkit.testkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields the provider computes when it is asked: their record's {@code updated_at} stays, so no
 * feed of changes tells of them. Every other change moves it.
 */
class ComputedFieldsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VirtualClock clock = new VirtualClock();
  private final Map<String, Set<String>> computed = new TreeMap<>();
  private FreeAgentSimulator freeAgent;
  private SimulatedBooks books;

  @BeforeEach
  void start() {
    freeAgent =
        FreeAgentSimulator.builder()
            .clock(clock)
            .company("acme", "Acme Ltd", acme -> acme.everything(2_000))
            .start();
    books = freeAgent.books();
  }

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  @Test
  void timeAlone_makesDocumentsOverdue() {
    during(() -> clock.advance(Duration.ofDays(90)));

    assertThat(computed)
        .isEqualTo(
            Map.of(
                "invoices", Set.of("status", "long_status"),
                "credit_notes", Set.of("status", "long_status"),
                "bills", Set.of("status", "long_status")));
  }

  @Test
  void workElsewhere_movesSumsAndNames() {
    during(
        () -> {
          clock.advance(Duration.ofSeconds(1));
          books.churn(5, 500, "contacts", "invoices", "bills");
          books.churn(6, 500, "bank_transactions", "bank_transaction_explanations");
          books.urls("contacts").forEach(contact -> books.create("projects", project(contact)));
          books.create(
              "expenses",
              """
              {"user":"%s","category":"%s","dated_on":"2026-01-05","description":"Bolts",
               "gross_value":"-12.00","stock_item":"%s","stock_altering_quantity":"5"}
              """
                  .formatted(
                      books.urls("users").get(0), category(), books.urls("stock_items").get(0)));
        });

    assertThat(computed)
        .isEqualTo(
            Map.of(
                "contacts", Set.of("account_balance", "active_projects_count"),
                "projects", Set.of("contact_name"),
                "stock_items", Set.of("stock_on_hand"),
                "bank_accounts",
                    Set.of(
                        "current_balance",
                        "total_count",
                        "unexplained_transaction_count",
                        "manually_added_transaction_count",
                        "latest_activity_date")));
  }

  @Test
  void accountLock_locksWhatIsDatedBefore() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();

    during(() -> books.lock(today));

    Set<String> locked = Set.of("is_locked", "is_deletable", "locked_reason");
    assertThat(computed)
        .isEqualTo(
            Map.of(
                "bills", Set.of("is_locked"),
                "bank_transaction_explanations", locked,
                "bank_transactions", Set.of("bank_transaction_explanations")));
  }

  @Test
  void linkToAFile_isAnotherAtEveryRead() {
    String url = books.urls("expenses").get(0);
    books.update(
        url,
        """
        {"attachment":{"data":"JVBERi0=","file_name":"a.pdf","content_type":"application/pdf"}}
        """);

    during(() -> clock.advance(Duration.ofSeconds(1)));

    assertThat(computed).isEqualTo(Map.of("expenses", Set.of("attachment")));
  }

  private static String project(String contact) {
    return """
        {"contact":"%s","name":"New","status":"Active","currency":"GBP","budget_units":"Days"}
        """
        .formatted(contact);
  }

  private String category() {
    return books.urls("categories").stream()
        .filter(url -> url.endsWith("/365"))
        .findFirst()
        .orElseThrow();
  }

  /** Notes the fields that read otherwise after the work although their record has the old time. */
  private void during(Runnable work) {
    Map<String, Map<String, String>> before = new TreeMap<>();
    books.streams().forEach(stream -> before.put(stream, books.snapshot(stream)));
    work.run();
    for (String stream : books.streams()) {
      books.forEach(
          stream,
          (url, json) -> {
            String old = before.get(stream).get(url);
            if (old != null && !old.equals(json)) {
              compare(stream, JSON.readTree(old), JSON.readTree(json));
            }
          });
    }
  }

  private void compare(String stream, JsonNode old, JsonNode now) {
    if (!now.has("updated_at") || !now.path("updated_at").equals(old.path("updated_at"))) {
      return; // a category has no time at all, and no feed either
    }
    Set<String> names = new TreeSet<>(old.propertyNames());
    names.addAll(now.propertyNames());
    for (String name : names) {
      if (!old.path(name).equals(now.path(name))) {
        computed.computeIfAbsent(stream, s -> new TreeSet<>()).add(name);
      }
    }
  }
}
