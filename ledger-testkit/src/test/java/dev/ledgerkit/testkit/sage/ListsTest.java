package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListsTest {
  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.builder().clock(clock).ledgerAccounts(450).start();
    client = Client.connected(sage);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  @Test
  void list_withoutParameters_has20ItemsWithThreeFields() throws IOException {
    JsonNode page = client.get("/ledger_accounts").json();

    assertThat(page.path("$total").asInt()).isEqualTo(450);
    assertThat(page.path("$itemsPerPage").asInt()).isEqualTo(20);
    assertThat(page.path("$back").isNull()).isTrue();
    assertThat(page.path("$items").size()).isEqualTo(20);
    assertThat(page.at("/$items/0").propertyNames())
        .containsExactlyInAnyOrder("id", "displayed_as", "$path");
  }

  @Test
  void list_followingNext_meetsEveryItemOnceByRelativePath() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    String next = "/ledger_accounts?items_per_page=200&attributes=name&visible_in=journals";
    int pages = 0;
    while (!next.isEmpty()) {
      assertThat(next).startsWith("/ledger_accounts?");
      JsonNode page = client.get(next).json();
      page.path("$items").forEach(item -> ids.add(item.path("id").asString()));
      next = page.path("$next").asString("");
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(450);
  }

  @Test
  void list_pastTheEnd_repeatsTheLastPage() throws IOException {
    JsonNode last = client.get("/ledger_accounts?items_per_page=200&page=3").json();

    assertThat(client.get("/ledger_accounts?items_per_page=200&page=99").json()).isEqualTo(last);
    assertThat(last.path("$page").asInt()).isEqualTo(3);
    assertThat(last.path("$items").size()).isEqualTo(50);
    assertThat(last.path("$back").asString())
        .isEqualTo("/ledger_accounts?page=2&items_per_page=200");
  }

  @Test
  void list_pageSizeOutOfRange_is422() throws IOException {
    assertThat(client.get("/ledger_accounts?items_per_page=201").status()).isEqualTo(422);
    assertThat(client.get("/ledger_accounts?items_per_page=0").status()).isEqualTo(422);
    assertThat(client.get("/ledger_accounts?page=x").at("/0/$source")).isEqualTo("page");
  }

  @Test
  void list_hiddenNext_isNullThoughMoreExist() throws IOException {
    try (SageSimulator hiding = SageSimulator.builder().hideNext(true).start()) {
      JsonNode page = Client.connected(hiding).get("/ledger_accounts").json();
      assertThat(page.path("$next").isNull()).isTrue();
      assertThat(page.path("$total").asInt()).isEqualTo(30);
    }
  }

  @Test
  void list_attributes_addsWhatIsAsked() throws IOException {
    JsonNode rate = client.get("/tax_rates?attributes=name,percentage").json().at("/$items/0");

    assertThat(rate.propertyNames())
        .containsExactlyInAnyOrder("id", "displayed_as", "$path", "name", "percentage");
    assertThat(rate.path("id").asString() + rate.path("percentage").asString())
        .isEqualTo("GB_STANDARD20.0");
    assertThat(client.get("/tax_rates?attributes=all").json().at("/$items/0").has("percentages"))
        .isTrue();
  }

  @Test
  void list_visibleIn_filtersByUse() throws IOException {
    JsonNode sales =
        client.get("/ledger_accounts?visible_in=sales&attributes=all&items_per_page=200").json();
    JsonNode expenses =
        client.get("/ledger_accounts?visible_in=expenses&items_per_page=200").json();

    assertThat(sales.path("$total").asInt())
        .isPositive()
        .isNotEqualTo(expenses.path("$total").asInt());
    sales
        .path("$items")
        .forEach(item -> assertThat(item.path("visible_in_sales").asBoolean()).isTrue());
    int rest = client.get("/ledger_accounts?not_visible_in=sales").json().path("$total").asInt();
    assertThat(rest + sales.path("$total").asInt()).isEqualTo(450);
  }

  @Test
  void list_updatedSince_isInclusiveAndDeletedSinceIsNot() throws IOException {
    clock.advance(Duration.ofHours(1));
    client.adopt(client.refresh());
    String made = clock.instant().toString();
    String id = client.customer("New");

    assertThat(total("/contacts?updated_or_created_since=" + made)).isEqualTo(1);
    assertThat(total("/contacts?updated_or_created_since=" + clock.instant().plusSeconds(1)))
        .isZero();
    assertThat(total("/contacts?updated_or_created_since=2026-01-05")).isEqualTo(3);

    clock.advance(Duration.ofMinutes(1));
    assertThat(client.delete("/contacts/" + id).status()).isEqualTo(204);
    assertThat(total("/contacts?deleted_since=" + clock.instant())).isZero();
    assertThat(total("/contacts?deleted_since=" + clock.instant().minusSeconds(1))).isEqualTo(1);
    assertThat(total("/contacts")).isEqualTo(2);
    assertThat(client.get("/contacts?deleted_since=soon").at("/0/$source"))
        .isEqualTo("deleted_since");
  }

  private int total(String path) throws IOException {
    return client.get(path).json().path("$total").asInt();
  }

  @Test
  void list_contacts_filtersSystemTypeAndSearch() throws IOException {
    client.customer("Zebra Supplies");

    assertThat(total("/contacts?exclude_system=true")).isEqualTo(1);
    assertThat(total("/contacts?contact_type_id=VENDOR")).isEqualTo(1);
    assertThat(total("/contacts?search=zebra")).isEqualTo(1);
  }

  @Test
  void lookups_all_areReadOnly() throws IOException {
    for (String path :
        new String[] {
          "countries",
          "currencies",
          "contact_types",
          "transaction_types",
          "artefact_statuses",
          "bank_account_types",
          "ledger_account_types",
          "payment_methods"
        }) {
      assertThat(total("/" + path)).as(path).isGreaterThan(1);
      assertThat(client.post("/" + path, "{}").status()).as(path).isEqualTo(405);
    }
    assertThat(client.get("/currencies/GBP").at("/displayed_as")).isEqualTo("Pound Sterling (GBP)");
    assertThat(client.delete("/ledger_accounts/" + sage.ids("ledger_accounts").get(0)).status())
        .isEqualTo(405);
  }

  @Test
  void get_unknownResourceOrId_is404() throws IOException {
    assertThat(client.get("/nonsense").status()).isEqualTo(404);
    assertThat(client.get("/tax_rates/XX").at("/0/$dataCode")).isEqualTo("RecordNotFound");
  }
}
