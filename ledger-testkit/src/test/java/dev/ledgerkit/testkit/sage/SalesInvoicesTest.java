package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SalesInvoicesTest {
  private SageSimulator sage;
  private Client client;
  private String customer;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.start();
    client = Client.connected(sage);
    customer = client.customer("Great Example");
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private JsonNode create(String more, String... lines) throws IOException {
    Client.Answer answer =
        client.post("/sales_invoices", client.invoiceBody(customer, more, lines));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  @Test
  void create_twoLines_addsUpAsStrings() throws IOException {
    JsonNode invoice =
        create(
            "",
            client.line("Consulting", ""),
            "{\"description\":\"Cheap\",\"ledger_account_id\":\""
                + sage.ids("ledger_accounts").get(0)
                + "\",\"quantity\":\"3\",\"unit_price\":\"0.333\",\"discount_amount\":\"0.10\","
                + "\"tax_rate_id\":\"GB_STANDARD\",\"tax_amount\":0.18}");

    assertThat(invoice.path("net_amount").asString()).isEqualTo("100.9");
    assertThat(invoice.path("tax_amount").asString()).isEqualTo("20.18");
    assertThat(invoice.path("total_amount").asString()).isEqualTo("121.08");
    assertThat(invoice.path("outstanding_amount").asString()).isEqualTo("121.08");
    assertThat(invoice.path("total_discount_amount").asString()).isEqualTo("0.1");
    assertThat(invoice.at("/invoice_lines/0/quantity").isString()).isTrue();
    assertThat(invoice.at("/tax_analysis/0/net_amount").asString()).isEqualTo("100.9");
    assertThat(invoice.at("/status/id").asString()).isEqualTo("UNPAID");
    assertThat(invoice.path("displayed_as").asString()).isEqualTo("SI-1");
    assertThat(invoice.path("due_date").asString()).isEqualTo("2026-02-04");
    assertThat(invoice.at("/transaction/$path").asString()).startsWith("/transactions/");
  }

  @Test
  void create_taxLeftOut_isZeroUnlessComputed() throws IOException {
    String line = client.line("No tax sent", "").replace(",\"tax_amount\":\"20.00\"", "");
    assertThat(create("", line).path("total_amount").asString()).isEqualTo("100.0");
    try (SageSimulator computing = SageSimulator.builder().computeOmittedTax(true).start()) {
      Client other = Client.connected(computing);
      String account = computing.ids("ledger_accounts").get(0);
      String inclusive =
          line.replaceAll(
              "\"ledger_account_id\":\"[^\"]+\"", "\"ledger_account_id\":\"" + account + "\"");
      String id =
          other.create("/sales_invoices", other.invoiceBody(other.customer("C"), "", inclusive));
      assertThat(other.get("/sales_invoices/" + id).at("/total_amount")).isEqualTo("120.0");
    }
  }

  @Test
  void create_quantityLeftOut_isOneAndInclusivePriceHoldsTheTax() throws IOException {
    String line =
        client
            .line("Gross", ",\"unit_price_includes_tax\":true")
            .replace(",\"quantity\":\"1\"", "");

    JsonNode invoice = create("", line);

    assertThat(
            invoice.path("net_amount").asString() + " " + invoice.path("total_amount").asString())
        .isEqualTo("80.0 100.0");
  }

  @Test
  void create_shippingTaxSent_isRecomputedFromTheRate() throws IOException {
    JsonNode invoice =
        create(
            ",\"shipping_net_amount\":\"10\",\"shipping_tax_rate_id\":\"GB_LOWER\",\"shipping_tax_amount\":\"9\"",
            client.line("x", ""));

    assertThat(invoice.path("shipping_tax_amount").asString()).isEqualTo("0.5");
    assertThat(invoice.path("total_amount").asString()).isEqualTo("130.5");
  }

  @Test
  void create_lineWithoutAccount_hidesTheCauseInTheSource() throws IOException {
    Client.Answer answer =
        client.post(
            "/sales_invoices",
            client.invoiceBody(customer, "", "{\"description\":\"x\",\"unit_price\":1}"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/0/$message"))
        .isEqualTo("line_items.description: This field is required");
    assertThat(answer.at("/0/$source")).isEqualTo("line_items.ledger_account_id");
  }

  @Test
  void create_htmlEntityInDescription_isRefusedButAnAmpersandIsNot() throws IOException {
    String body = client.invoiceBody(customer, "", client.line("Fish &amp; chips", ""));
    assertThat(client.post("/sales_invoices", body).at("/0/$source"))
        .isEqualTo("line_items.description");
    create("", client.line("Fish & chips; salt", ""));
  }

  @Test
  void create_forVendorOrUnknownContact_isCouldntFindCustomerWithoutSource() throws IOException {
    String vendor =
        client.create(
            "/contacts", "{\"contact\":{\"name\":\"V\",\"contact_type_ids\":[\"VENDOR\"]}}");
    for (String id : new String[] {vendor, "nobody"}) {
      Client.Answer answer =
          client.post("/sales_invoices", client.invoiceBody(id, "", client.line("x", "")));
      assertThat(answer.at("/0/$message")).isEqualTo("Couldn't find Customer.");
      assertThat(answer.at("/0/$source")).isEmpty();
    }
  }

  @Test
  void create_statusPaid_isRefused() throws IOException {
    String body = client.invoiceBody(customer, ",\"status_id\":\"PAID\"", client.line("x", ""));
    assertThat(client.post("/sales_invoices", body).at("/0/$source")).isEqualTo("status_id");
  }

  @Test
  void draft_released_getsNumberTransactionAndDebt() throws IOException {
    JsonNode draft = create(",\"status_id\":\"DRAFT\"", client.line("x", ""));
    assertThat(draft.path("invoice_number").asString()).isEqualTo("SI-DRAFT");
    assertThat(draft.path("transaction").isNull()).isTrue();
    assertThat(draft.path("outstanding_amount").asString()).isEqualTo("0.0");

    String path = "/sales_invoices/" + draft.path("id").asString();
    Client.Answer released = client.post(path + "/release", "");

    assertThat(released.status()).isEqualTo(201);
    assertThat(released.at("/status/id") + released.at("/outstanding_amount"))
        .isEqualTo("UNPAID120.0");
    assertThat(released.at("/invoice_number")).isEqualTo("SI-1");
    assertThat(client.post(path + "/release", "").status()).isEqualTo(422);
  }

  @Test
  void create_ownNumberAndAddress_keepsBoth() throws IOException {
    JsonNode invoice =
        create(
            ",\"invoice_number\":\"WEB-7\",\"main_address\":{\"address_line_1\":\"2 Low St\"}",
            client.line("x", ""));

    assertThat(invoice.path("displayed_as").asString()).isEqualTo("WEB-7");
    assertThat(invoice.at("/main_address/address_line_1").asString()).isEqualTo("2 Low St");
    assertThat(invoice.at("/delivery_address/address_line_1").asString()).isEqualTo("2 Low St");
  }

  @Test
  void draft_deleted_needsNoReason() throws IOException {
    String id = create(",\"status_id\":\"DRAFT\"", client.line("x", "")).path("id").asString();
    assertThat(client.delete("/sales_invoices/" + id).status()).isEqualTo(200);
    assertThat(client.get("/sales_invoices/" + id).status()).isEqualTo(404);
  }

  @Test
  void delete_unpaid_voidsWithAReasonOnly() throws IOException {
    String path = "/sales_invoices/" + client.invoice(customer);
    assertThat(client.delete(path).at("/0/$source")).isEqualTo("void_reason");

    Client.Answer voided = client.delete(path + "?void_reason=by+accident");

    assertThat(voided.status()).isEqualTo(200);
    assertThat(voided.at("/status/id") + voided.at("/void_reason")).isEqualTo("VOIDby accident");
    assertThat(client.get("/sales_invoices?status_id=VOID").at("/$total")).isEqualTo("1");
    assertThat(client.delete(path + "?void_reason=again").status()).isEqualTo(422);
  }

  @Test
  void get_withoutMarkAsSentFalse_marksAndIsCounted() throws IOException {
    String path = "/sales_invoices/" + client.invoice(customer);
    assertThat(client.get(path + "?mark_as_sent=false").json().path("sent").asBoolean()).isFalse();
    assertThat(sage.seen().markedAsSent()).isZero();

    assertThat(client.get(path).json().path("sent").asBoolean()).isTrue();
    assertThat(sage.seen().markedAsSent()).isEqualTo(1);
  }

  @Test
  void list_sortAndDates_followTheQuery() throws IOException {
    create(",\"due_date\":\"2026-03-01\"", client.line("late", ""));
    create(",\"due_date\":\"2026-01-10\"", client.line("early", ""));
    String asc =
        client.get("/sales_invoices?sort=due_date&attributes=due_date").at("/$items/0/due_date");
    String desc =
        client
            .get("/sales_invoices?sort=due_date:desc&attributes=due_date")
            .at("/$items/0/due_date");

    assertThat(asc + desc).isEqualTo("2026-01-102026-03-01");
    assertThat(client.get("/sales_invoices?from_date=2026-01-06").at("/$total")).isEqualTo("0");
    assertThat(client.get("/sales_invoices?to_date=2026-01-05").at("/$total")).isEqualTo("2");
    assertThat(client.get("/sales_invoices?contact_id=other").at("/$total")).isEqualTo("0");
    assertThat(client.get("/sales_invoices?search=great").at("/$total")).isEqualTo("2");
  }

  @Test
  void update_linesOfUnpaid_recomputesTheDebt() throws IOException {
    String path = "/sales_invoices/" + client.invoice(customer);
    String body =
        "{\"sales_invoice\":{\"invoice_lines\":["
            + client.line("a", "")
            + ","
            + client.line("b", "")
            + "]}}";
    assertThat(client.put(path, body).at("/outstanding_amount")).isEqualTo("240.0");
    assertThat(client.put(path, "{\"sales_invoice\":{\"status_id\":\"PAID\"}}").status())
        .isEqualTo(422);
  }
}
