package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Addresses, persons, files and settings: what belongs to something else. */
class BelongingsTest {
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

  private String contactWithAddress() throws IOException {
    return client.create(
        "/contacts",
        "{\"contact\":{\"name\":\"Addressed\",\"contact_type_ids\":[\"CUSTOMER\"],"
            + "\"main_address\":{\"address_line_1\":\"1 High St\",\"postal_code\":\"NE1\"},"
            + "\"main_contact_person\":{\"name\":\"Ann\",\"email\":\"ann@example.com\"}}}");
  }

  @Test
  void addressInsideAContact_isAnEntityThatTheContactShows() throws IOException {
    String contact = contactWithAddress();
    JsonNode address = entities.items("/addresses?contact_id=" + contact).get(0);
    String path = "/addresses/" + address.path("id").asString();

    client.put(path, "{\"address\":{\"address_line_1\":\"2 Low St\"}}");

    assertThat(client.get("/contacts/" + contact).at("/main_address/address_line_1"))
        .isEqualTo("2 Low St");
    assertThat(client.get(path).at("/postal_code")).isEqualTo("NE1");
  }

  @Test
  void address_tooLongOrWithoutName_isNamed() throws IOException {
    JsonNode problems =
        client
            .post(
                "/addresses",
                "{\"address\":{\"address_type_id\":\"SALES\",\"is_main_address\":false,"
                    + "\"postal_code\":\"12345678901\"}}")
            .json();

    assertThat(problems.valueStream().map(p -> p.path("$source").asString()))
        .containsExactlyInAnyOrder("name", "postal_code");
  }

  @Test
  void contactPerson_changed_isShownByItsContact() throws IOException {
    String contact = contactWithAddress();
    JsonNode person = entities.items("/contact_persons?contact_id=" + contact).get(0);

    client.put(
        "/contact_persons/" + person.path("id").asString(),
        "{\"contact_person\":{\"telephone\":\"0191\"}}");

    assertThat(client.get("/contacts/" + contact).at("/main_contact_person/telephone"))
        .isEqualTo("0191");
  }

  @Test
  void attachment_bytes_comeBackAndTheDocumentCountsThem() throws IOException {
    String invoice = client.invoice(client.customer("Buyer"));
    byte[] bytes = {0, (byte) 0xff, 'P', 'D', 'F', (byte) 0x80};
    String id =
        client.create(
            "/attachments",
            ("{\"attachment\":{\"file\":\"%s\",\"file_name\":\"a.pdf\",\"mime_type\":\"application/pdf\","
                    + "\"attachment_context_type_id\":\"SALES_INVOICE\",\"attachment_context_id\":\"%s\"}}")
                .formatted(Base64.getEncoder().encodeToString(bytes), invoice));

    assertThat(client.get("/attachments/" + id + "/file").status()).isEqualTo(406);
    try (Response file =
        client
            .http
            .newCall(
                client
                    .api("/attachments/" + id + "/file")
                    .header("Accept", "application/octet-stream")
                    .build())
            .execute()) {
      assertThat(file.body().bytes()).isEqualTo(bytes);
    }
    assertThat(client.get("/attachments/" + id).json().path("file_size").asInt()).isEqualTo(6);
    assertThat(entities.items("/sales_invoices?has_attachments=true")).hasSize(1);
    assertThat(entities.items("/transactions?has_attachments=true")).hasSize(1);
    client.delete("/attachments/" + id);
    assertThat(entities.items("/sales_invoices?has_attachments=true")).isEmpty();
  }

  @Test
  void attachment_notBase64OrForNothing_isRefused() throws IOException {
    String body =
        "{\"attachment\":{\"file\":\"%s\",\"file_name\":\"a\",\"mime_type\":\"text/plain\","
            + "\"attachment_context_type_id\":\"JOURNAL\",\"attachment_context_id\":\"none\"}}";
    assertThat(client.post("/attachments", body.formatted("***")).at("/0/$source"))
        .isEqualTo("file");
    String good = Base64.getEncoder().encodeToString("x".getBytes(StandardCharsets.UTF_8));
    assertThat(client.post("/attachments", body.formatted(good)).at("/0/$source"))
        .isEqualTo("attachment_context_id");
  }

  @Test
  void settings_haveNoIdAndNoPost() throws IOException {
    JsonNode settings = client.get("/financial_settings").json();
    assertThat(settings.has("id")).isFalse();
    assertThat(settings.at("/base_currency/id").asString()).isEqualTo("GBP");
    assertThat(settings.path("mtd_authenticated_date").asString("none")).isEmpty();

    assertThat(
            client
                .put("/financial_settings", "{\"financial_settings\":{\"tax_number\":\"GB1\"}}")
                .at("/tax_number"))
        .isEqualTo("GB1");
    assertThat(client.post("/financial_settings", "{}").status()).isEqualTo(405);
    assertThat(client.get("/business_settings").json().path("wizard_complete").asBoolean())
        .isTrue();
  }

  @Test
  void invoiceSettings_knowTheNextNumberAndSetIt() throws IOException {
    String customer = client.customer("Buyer");
    client.invoice(customer);
    assertThat(client.get("/invoice_settings").json().path("next_invoice_number").asInt())
        .isEqualTo(2);

    client.put("/invoice_settings", "{\"invoice_settings\":{\"next_invoice_number\":100}}");

    assertThat(client.get("/sales_invoices/" + client.invoice(customer)).at("/invoice_number"))
        .isEqualTo("SI-100");
  }

  @Test
  void addressRegions_areFilteredByCountry() throws IOException {
    assertThat(entities.items("/address_regions?country_id=US&attributes=all"))
        .extracting(r -> r.path("code").asString())
        .containsExactly("CA", "NY");
  }
}
