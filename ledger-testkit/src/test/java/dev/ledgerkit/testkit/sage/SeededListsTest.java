package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Many rows that are written only when they are read, and rows that change meanwhile. */
class SeededListsTest {
  private static final String BUSINESS = "b1";

  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private Client client;
  private Entities entities;

  @BeforeEach
  void start() throws IOException {
    sage =
        SageSimulator.builder()
            .clock(clock)
            .business(BUSINESS, "Acme", "GB")
            .salesInvoices(450, 5)
            .contacts(300)
            .start();
    client = Client.connected(sage);
    entities = new Entities(sage, client);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private List<JsonNode> all(String path) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode envelope = client.get(path + "&items_per_page=200&page=" + page).json();
      if (envelope.path("$page").asInt() != page) {
        return all;
      }
      envelope.path("$items").forEach(all::add);
    }
  }

  @Test
  void seededInvoices_readAsListOrOneByOne_areTheSame() throws IOException {
    JsonNode listed =
        entities.items("/sales_invoices?attributes=all&page=3&items_per_page=200").get(7);
    JsonNode single =
        client
            .get("/sales_invoices/" + listed.path("id").asString() + "?mark_as_sent=false")
            .json();

    assertThat(single).isEqualTo(listed);
    assertThat(single.path("invoice_lines").size()).isEqualTo(5);
    assertThat(single.path("invoice_number").asString()).isEqualTo("SI-408");
    assertThat(client.get(single.at("/transaction/$path").asString()).at("/total"))
        .isEqualTo(single.path("total_amount").asString());
  }

  @Test
  void seededInvoices_all_addUpToTheSimulatorsOwnTotal() throws IOException {
    BigDecimal sum =
        all("/sales_invoices?attributes=total_amount").stream()
            .map(invoice -> new BigDecimal(invoice.path("total_amount").asString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sum).isEqualByComparingTo(sage.total(BUSINESS, "sales_invoices", "total_amount"));
    assertThat(sum.signum()).isPositive();
  }

  @Test
  void seededInvoice_paidOrDeleted_isARowLikeAnyOther() throws IOException {
    JsonNode first = entities.items("/sales_invoices?attributes=all").get(0);
    String id = first.path("id").asString();
    String contact = first.at("/contact/id").asString();
    String total = first.path("total_amount").asString();
    client.create("/contact_payments", client.paymentBody(contact, total, Client.share(id, total)));
    assertThat(entities.items("/sales_invoices?status_id=PAID")).hasSize(1);

    sage.delete(BUSINESS, "sales_invoices", id);

    assertThat(client.get("/sales_invoices?items_per_page=1").json().path("$total").asInt())
        .isEqualTo(449);
    assertThat(all("/sales_invoices?x=y")).hasSize(449);
    assertThat(
            client.create("/sales_invoices", client.invoiceBody(contact, "", client.line("x", ""))))
        .isNotEmpty();
    assertThat(
            all("/sales_invoices?attributes=invoice_number")
                .get(449)
                .path("invoice_number")
                .asString())
        .isEqualTo("SI-451");
  }

  @Test
  void seed_decidesTheAmounts() {
    try (SageSimulator same = seeded(1);
        SageSimulator other = seeded(2)) {
      BigDecimal total = sage.total(BUSINESS, "sales_invoices", "total_amount");
      assertThat(same.total(BUSINESS, "sales_invoices", "total_amount")).isEqualTo(total);
      assertThat(other.total(BUSINESS, "sales_invoices", "total_amount")).isNotEqualTo(total);
    }
  }

  private SageSimulator seeded(long seed) {
    return SageSimulator.builder()
        .clock(new VirtualClock())
        .business(BUSINESS, "Acme", "GB")
        .salesInvoices(450, 5)
        .seed(seed)
        .start();
  }

  @Test
  void pagingScript_sameSeed_changesTheSameRowsAndTheFeedsTellThem() throws IOException {
    String since = clock.instant().plusSeconds(60).toString();
    clock.advance(Duration.ofMinutes(2));
    PagingScript script = PagingScript.seeded(7).touching(3).deleting(2).forPages(2);
    sage.whilePaging(BUSINESS, "contacts", script);

    all("/contacts?attributes=name");

    assertThat(script.touched()).hasSize(6);
    assertThat(script.deleted()).hasSize(4);
    Set<String> gone = ids(all("/contacts?deleted_since=" + since));
    assertThat(gone).containsExactlyInAnyOrderElementsOf(script.deleted());
    Set<String> living = new HashSet<>(script.touched());
    living.removeAll(gone);
    assertThat(ids(all("/contacts?updated_or_created_since=" + since))).isEqualTo(living);
    try (SageSimulator again =
        SageSimulator.builder()
            .business(BUSINESS, "Acme", "GB")
            .salesInvoices(1)
            .contacts(300)
            .start()) {
      PagingScript repeated = PagingScript.seeded(7).touching(3).deleting(2).forPages(2);
      again.whilePaging(BUSINESS, "contacts", repeated);
      Client other = Client.connected(again);
      other.get("/contacts");
      other.get("/contacts?page=2");
      assertThat(repeated.deleted()).isEqualTo(script.deleted());
    }
  }

  private static Set<String> ids(List<JsonNode> items) {
    Set<String> ids = new HashSet<>();
    items.forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }

  @Test
  @Timeout(30)
  void create_whileAnotherDrawsItsNumber_isRefusedOnceAndWorksAfter() throws IOException {
    String body = "{\"contact\":{\"name\":\"P\",\"contact_type_ids\":[\"CUSTOMER\"]}}";
    int before = sage.ids("contacts").size();
    sage.script().on(Endpoint.api("POST", "/contacts")).then(Fault.slow(Duration.ofSeconds(2)));
    CompletableFuture<Integer> slow =
        CompletableFuture.supplyAsync(() -> status(body)).orTimeout(10, TimeUnit.SECONDS);
    while (sage.ids("contacts").size() == before) {
      Thread.onSpinWait();
    }

    Client.Answer second = client.post("/contacts", body);

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.at("/0/$message")).isEqualTo("Number has already been taken.");
    assertThat(slow.join()).isEqualTo(201);
    assertThat(client.post("/contacts", body).status()).isEqualTo(201);
    assertThat(client.post("/tax_rates", "{\"tax_rate\":{\"name\":\"T\"}}").status())
        .as("not numbered")
        .isEqualTo(201);
  }

  private int status(String body) {
    try {
      return client.post("/contacts", body).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
