package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContactsTest {
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.start();
    client = Client.connected(sage);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private static String contact(String more) {
    return "{\"contact\":{\"name\":\"Great Example\",\"contact_type_ids\":[\"CUSTOMER\"]"
        + more
        + "}}";
  }

  @Test
  void create_valid_answersTheWholeEntityUnwrapped() throws IOException {
    Client.Answer answer =
        client.post(
            "/contacts",
            contact(
                ",\"reference\":\"C1\",\"credit_limit\":\"1000\",\"credit_days\":14,\"main_address\":{\"address_line_1\":\"1"
                    + " High St\",\"city\":\"Leeds\",\"postal_code\":\"LS1 1AA\"}"));

    assertThat(answer.status()).isEqualTo(201);
    JsonNode contact = answer.json();
    assertThat(contact.path("id").asString()).matches("[0-9a-f]{32}");
    assertThat(contact.path("$path").asString())
        .isEqualTo("/contacts/" + contact.path("id").asString());
    assertThat(contact.path("displayed_as").asString()).isEqualTo("Great Example (C1)");
    assertThat(contact.path("credit_limit").asString()).isEqualTo("1000.0");
    assertThat(contact.path("credit_days").isInt()).isTrue();
    assertThat(contact.at("/contact_types/0/$path").asString())
        .isEqualTo("/contact_types/CUSTOMER");
    assertThat(contact.at("/currency/id").asString()).isEqualTo("GBP");
    assertThat(contact.path("created_at").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(contact.path("deleted_at").isNull()).isTrue();
    assertThat(answer.headers().get("X-Business")).isEqualTo(sage.businessIds().get(0));
    assertThat(answer.headers().get("x_request_id")).isNotBlank();
  }

  @Test
  void create_withoutDeliveryAddress_deliversToTheBillingAddress() throws IOException {
    JsonNode contact =
        client
            .post("/contacts", contact(",\"main_address\":{\"address_line_1\":\"1 High St\"}"))
            .json();

    assertThat(contact.at("/delivery_address/address_line_1").asString()).isEqualTo("1 High St");
  }

  @Test
  void create_nothingSent_namesEveryMissingField() throws IOException {
    Client.Answer answer = client.post("/contacts", "{\"contact\":{}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().size()).isEqualTo(2);
    assertThat(answer.at("/0/$severity") + answer.at("/0/$dataCode"))
        .isEqualTo("errorRecordInvalid");
    assertThat(answer.at("/0/$message")).isEqualTo("name: This field is required");
    assertThat(answer.at("/1/$source")).isEqualTo("contact[contact_type_ids]");
  }

  @Test
  void create_referenceOverTenCharacters_isRefused() throws IOException {
    assertThat(client.post("/contacts", contact(",\"reference\":\"12345678901\"")).at("/0/$source"))
        .isEqualTo("reference");
    assertThat(client.post("/contacts", contact(",\"reference\":\"1234567890\"")).status())
        .isEqualTo(201);
  }

  @Test
  void create_referenceOfDeletedContact_isStillTaken() throws IOException {
    String id = client.create("/contacts", contact(",\"reference\":\"R1\""));
    assertThat(client.delete("/contacts/" + id).status()).isEqualTo(204);
    assertThat(client.get("/contacts/" + id).status()).isEqualTo(404);

    assertThat(client.post("/contacts", contact(",\"reference\":\"R1\"")).at("/0/$message"))
        .isEqualTo("reference: has already been taken");
  }

  @Test
  void create_twoTypesOrAnUnknownOne_isRefused() throws IOException {
    String body = "{\"contact\":{\"name\":\"X\",\"contact_type_ids\":%s}}";
    assertThat(client.post("/contacts", body.formatted("[\"CUSTOMER\",\"VENDOR\"]")).status())
        .isEqualTo(422);
    assertThat(client.post("/contacts", body.formatted("[\"FRIEND\"]")).status()).isEqualTo(422);
  }

  @Test
  void create_unknownReference_namesItsField() throws IOException {
    assertThat(client.post("/contacts", contact(",\"currency_id\":\"XXX\"")).at("/0/$source"))
        .isEqualTo("currency_id");
  }

  @Test
  void create_withoutEnvelopeOrJson_isRefused() throws IOException {
    assertThat(client.post("/contacts", "{\"name\":\"X\"}").at("/0/$source")).isEqualTo("base");
    assertThat(client.post("/contacts", "not json").status()).isEqualTo(422);
  }

  @Test
  void update_oneField_leavesTheOthers() throws IOException {
    String id = client.create("/contacts", contact(",\"reference\":\"K1\",\"notes\":\"old\""));

    JsonNode updated = client.put("/contacts/" + id, "{\"contact\":{\"notes\":\"new\"}}").json();

    assertThat(updated.path("notes").asString()).isEqualTo("new");
    assertThat(updated.path("reference").asString() + updated.path("name").asString())
        .isEqualTo("K1Great Example");
  }

  @Test
  void update_currency_isLockedByTheFirstDocumentForGood() throws IOException {
    String id = client.customer("Buyer");
    String inEuro = "{\"contact\":{\"currency_id\":\"EUR\"}}";
    String inPounds = inEuro.replace("EUR", "GBP");
    assertThat(client.put("/contacts/" + id, inEuro).at("/currency/id")).isEqualTo("EUR");
    assertThat(client.put("/contacts/" + id, inPounds).at("/currency/id")).isEqualTo("GBP");
    String invoice = client.invoice(id);

    assertThat(client.put("/contacts/" + id, inEuro).at("/0/$source")).isEqualTo("currency_id");

    client.delete("/sales_invoices/" + invoice + "?void_reason=test");
    assertThat(client.put("/contacts/" + id, inEuro).status()).isEqualTo(422);
  }

  @Test
  void get_attributes_selectsFieldsAndLegacyId() throws IOException {
    String id = client.customer("Shown");

    JsonNode shown = client.get("/contacts/" + id + "?attributes=name&show_legacy_id=true").json();

    assertThat(shown.propertyNames())
        .containsExactlyInAnyOrder("id", "displayed_as", "$path", "name", "legacy_id");
  }

  @Test
  void create_sameIdempotencyId_answersTheFirstResponseAgain() throws IOException {
    String key = ",\"idempotency_id\":\"0f8fad5bd9cb469fa16570867728950e\"";
    Client.Answer first = client.post("/contacts", contact(key));
    int count = sage.ids("contacts").size();

    Client.Answer again = client.post("/contacts", contact(key + ",\"notes\":\"other\""));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(sage.ids("contacts")).hasSize(count);
    assertThat(sage.seen().idempotentReplays()).isEqualTo(1);
    String other = client.invoiceBody(first.at("/id"), key, client.line("x", ""));
    assertThat(client.post("/sales_invoices", other).at("/0/$source")).isEqualTo("idempotency_id");
  }
}
