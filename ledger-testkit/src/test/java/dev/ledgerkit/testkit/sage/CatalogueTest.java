package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products, services, stock and the kinds of prices. */
class CatalogueTest {
  private SageSimulator sage;
  private Client client;
  private Entities entities;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.start();
    client = Client.connected(sage);
    entities = new Entities(sage, client);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private String movement(String item, String quantity, String cost) throws IOException {
    return client.create(
        "/stock_movements",
        ("{\"stock_movement\":{\"stock_item_id\":\"%s\",\"date\":\"2026-01-06\",\"quantity\":\"%s\","
                + "\"cost_price\":\"%s\",\"details\":\"Count\"}}")
            .formatted(item, quantity, cost));
  }

  private String level(String item) throws IOException {
    Client.Answer answer = client.get("/stock_items/" + item);
    return answer.at("/quantity_in_stock")
        + " at "
        + answer.at("/average_cost_price")
        + ", last "
        + answer.at("/last_cost_price");
  }

  @Test
  void product_created_hasPricesAndReferences() throws IOException {
    String type =
        client.create(
            "/product_sales_price_types",
            "{\"product_sales_price_type\":{\"name\":\"Trade\",\"active\":true}}");
    String prices =
        ",\"sales_prices\":[{\"price_name\":\"Trade\",\"price\":9.5,\"price_includes_tax\":false,"
            + "\"product_sales_price_type_id\":\"%s\"}]".formatted(type);

    JsonNode product = client.post("/products", entities.item("product", "F1", prices)).json();

    assertThat(product.path("displayed_as").asString()).isEqualTo("Oak frame (F1)");
    assertThat(product.at("/sales_prices/0/price").asString()).isEqualTo("9.5");
    assertThat(product.at("/sales_prices/0/product_sales_price_type/$path").asString())
        .isEqualTo("/product_sales_price_types/" + type);
    assertThat(product.at("/sales_ledger_account/id").asString()).isEqualTo(entities.account(4000));
    assertThat(product.path("active").asBoolean()).isTrue();
  }

  @Test
  void product_requiredFieldsMissing_areAllNamed() throws IOException {
    JsonNode problems = client.post("/products", "{\"product\":{\"notes\":\"x\"}}").json();

    assertThat(problems.valueStream().map(p -> p.path("$source").asString()))
        .containsExactlyInAnyOrder(
            "description", "sales_ledger_account_id", "purchase_ledger_account_id");
  }

  @Test
  void fields_ofTheWrongKind_areAllNamed() throws IOException {
    String body =
        entities.item(
            "stock_item",
            "x".repeat(31),
            ",\"cost_price\":\"dear\",\"active\":\"maybe\",\"usual_supplier_id\":\"nobody\"");

    JsonNode problems = client.post("/stock_items", body).json();

    assertThat(problems.valueStream().map(p -> p.path("$source").asString()))
        .containsExactlyInAnyOrder("item_code", "cost_price", "active", "usual_supplier_id");
  }

  @Test
  void products_list_showsStockItemsWithoutTheirStock() throws IOException {
    client.create("/products", entities.product("P1"));
    String item =
        client.create(
            "/stock_items", entities.item("stock_item", "S1", ",\"quantity_in_stock\":\"4\""));

    assertThat(entities.items("/products?attributes=all"))
        .extracting(p -> p.path("item_code").asString())
        .containsExactly("P1", "S1");
    assertThat(entities.items("/products?attributes=all").get(1).has("quantity_in_stock"))
        .isFalse();
    assertThat(client.get("/stock_items/" + item).at("/quantity_in_stock")).isEqualTo("4.0");
  }

  @Test
  void stockMovements_moveTheLevelAndTheAverageAndBack() throws IOException {
    String item = client.create("/stock_items", entities.item("stock_item", "S1", ""));
    movement(item, "10", "2.00");
    String second = movement(item, "10", "4.00");
    assertThat(level(item)).isEqualTo("20.0 at 3.0, last 4.0");
    movement(item, "-5", "0");
    assertThat(level(item)).isEqualTo("15.0 at 3.0, last 4.0");

    client.put("/stock_movements/" + second, "{\"stock_movement\":{\"quantity\":\"4\"}}");
    assertThat(level(item)).startsWith("9.0 ");
    assertThat(client.delete("/stock_movements/" + second).status()).isEqualTo(204);

    assertThat(level(item)).startsWith("5.0 ");
    assertThat(entities.items("/stock_movements?stock_item_id=" + item)).hasSize(2);
  }

  @Test
  void stockItems_filters_readTheLevels() throws IOException {
    client.create("/stock_items", entities.item("stock_item", "EMPTY", ""));
    client.create(
        "/stock_items",
        entities.item("stock_item", "LOW", ",\"quantity_in_stock\":\"1\",\"reorder_level\":\"5\""));

    assertThat(entities.items("/stock_items?out_of_stock=true&attributes=item_code"))
        .extracting(i -> i.path("item_code").asString())
        .containsExactly("EMPTY");
    assertThat(entities.items("/stock_items?below_reorder_level=true&attributes=item_code"))
        .extracting(i -> i.path("item_code").asString())
        .containsExactly("LOW");
  }

  @Test
  void service_inactive_isFilteredAndDeletedSince() throws IOException {
    String id = client.create("/services", entities.item("service", "", ",\"active\":false"));

    assertThat(entities.items("/services?active=true")).isEmpty();
    assertThat(entities.items("/services?active=false")).hasSize(1);
    assertThat(client.delete("/services/" + id).status()).isEqualTo(204);
    assertThat(
            entities
                .items("/services?deleted_since=2020-01-01&attributes=all")
                .get(0)
                .path("deleted_at")
                .isString())
        .isTrue();
  }

  @Test
  void key_isHonouredWhereListedAndIgnoredElsewhere() throws IOException {
    String keyed = entities.item("product", "K", ",\"idempotency_id\":\"k1\"");
    assertThat(client.create("/products", keyed)).isEqualTo(client.create("/products", keyed));
    assertThat(sage.seen().idempotentReplays()).isEqualTo(1);

    String rate = "{\"tax_rate\":{\"name\":\"Levy\",\"idempotency_id\":\"k2\"}}";
    assertThat(client.create("/tax_rates", rate)).isNotEqualTo(client.create("/tax_rates", rate));
    String other =
        "{\"product_sales_price_type\":{\"name\":\"T\",\"active\":true,\"idempotency_id\":\"k1\"}}";
    assertThat(client.post("/product_sales_price_types", other).at("/0/$source"))
        .isEqualTo("idempotency_id");
  }
}
