package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Purchase documents and both kinds of credit notes. */
class PurchasesTest {
  private SageSimulator sage;
  private Client client;
  private Entities entities;
  private String vendor;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.start();
    client = Client.connected(sage);
    entities = new Entities(sage, client);
    vendor = entities.vendor("Timber & Sons");
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private String invoice() throws IOException {
    return client.create(
        "/purchase_invoices",
        entities.purchase(
            "purchase_invoice", "invoice_lines", vendor, ",\"vendor_reference\":\"V-9\""));
  }

  private String creditNote() throws IOException {
    return client.create(
        "/purchase_credit_notes",
        entities.purchase("purchase_credit_note", "credit_note_lines", vendor, ""));
  }

  private String salesCreditNote(String customer) throws IOException {
    return client.create(
        "/sales_credit_notes",
        client
            .invoiceBody(customer, "", client.line("Returned", ""))
            .replace("sales_invoice", "sales_credit_note")
            .replace("invoice_lines", "credit_note_lines"));
  }

  @Test
  void purchaseInvoice_created_hasNoSalesFields() throws IOException {
    JsonNode invoice = client.get("/purchase_invoices/" + invoice()).json();

    assertThat(invoice.path("total_amount").asString()).isEqualTo("60.0");
    assertThat(invoice.path("vendor_reference").asString()).isEqualTo("V-9");
    assertThat(invoice.at("/status/id").asString()).isEqualTo("UNPAID");
    assertThat(invoice.has("shipping_net_amount") || invoice.has("main_address")).isFalse();
    assertThat(sage.seen().markedAsSent()).isZero();
  }

  @Test
  void purchaseInvoice_withoutQuantityOrForACustomer_isRefused() throws IOException {
    String body = entities.purchase("purchase_invoice", "invoice_lines", vendor, "");
    Client.Answer short1 =
        client.post("/purchase_invoices", body.replace("\"quantity\":\"2\",", ""));
    assertThat(short1.at("/0/$source")).isEqualTo("line_items.quantity");
    assertThat(short1.at("/0/$message"))
        .isEqualTo("line_items.description: This field is required");

    Client.Answer wrong =
        client.post("/purchase_invoices", body.replace(vendor, client.customer("C")));
    assertThat(wrong.at("/0/$message") + wrong.at("/0/$source"))
        .isEqualTo("Couldn't find Supplier.");
  }

  @Test
  void purchaseInvoice_deleted_isGoneWithoutAReasonAndItsTransactionMarked() throws IOException {
    String id = invoice();
    String transaction = client.get("/purchase_invoices/" + id).at("/transaction/id");

    assertThat(client.delete("/purchase_invoices/" + id).status()).isEqualTo(204);

    assertThat(client.get("/purchase_invoices/" + id).status()).isEqualTo(404);
    assertThat(entities.items("/purchase_invoices?deleted_since=2020-01-01")).hasSize(1);
    assertThat(client.get("/transactions/" + transaction).json().path("deleted").asBoolean())
        .isTrue();
    assertThat(entities.entries(transaction)).isEmpty();
  }

  @Test
  void purchaseInvoice_draftReleased_isOwed() throws IOException {
    String draft =
        client.create(
            "/purchase_invoices",
            entities.purchase(
                "purchase_invoice", "invoice_lines", vendor, ",\"status_id\":\"DRAFT\""));

    Client.Answer released = client.post("/purchase_invoices/" + draft + "/release", "");

    assertThat(released.status()).isEqualTo(201);
    assertThat(released.at("/status/id") + released.at("/outstanding_amount"))
        .isEqualTo("UNPAID60.0");
  }

  @Test
  void allocation_ofAVendor_countsInvoicesDownAndCreditsUp() throws IOException {
    String invoice = invoice();
    String credit = creditNote();
    String body =
        "{\"contact_allocation\":{\"transaction_type_id\":\"VENDOR_ALLOCATION\",\"contact_id\":\"%s\","
                .formatted(vendor)
            + "\"allocated_artefacts\":[%s,%s]}}";

    String wrong = body.formatted(Client.share(invoice, "20"), Client.share(credit, "-20"));
    assertThat(client.post("/contact_allocations", wrong).at("/0/$source"))
        .isEqualTo("allocated_artefacts.amount");
    client.create(
        "/contact_allocations",
        body.formatted(Client.share(invoice, "-20"), Client.share(credit, "20")));

    assertThat(client.get("/purchase_invoices/" + invoice).at("/outstanding_amount"))
        .isEqualTo("40.0");
    assertThat(client.get("/purchase_credit_notes/" + credit).at("/status/id"))
        .isEqualTo("PART_PAID");
  }

  @Test
  void allocation_ofACustomer_setsACreditNoteAgainstAnInvoice() throws IOException {
    String customer = client.customer("Buyer");
    String invoice = client.invoice(customer);
    String credit = salesCreditNote(customer);
    assertThat(client.get("/sales_credit_notes/" + credit).at("/credit_note_number"))
        .isEqualTo("SCN-1");

    String id =
        client.create(
            "/contact_allocations",
            "{\"contact_allocation\":{\"transaction_type_id\":\"CUSTOMER_ALLOCATION\",\"contact_id\":\"%s\","
                    .formatted(customer)
                + "\"allocated_artefacts\":[%s,%s]}}"
                    .formatted(Client.share(invoice, "120"), Client.share(credit, "-120")));

    assertThat(client.get("/sales_invoices/" + invoice).at("/status/id")).isEqualTo("PAID");
    assertThat(client.delete("/contact_allocations/" + id).status()).isEqualTo(204);
    assertThat(client.get("/sales_credit_notes/" + credit).at("/outstanding_amount"))
        .isEqualTo("120.0");
  }

  @Test
  void salesCreditNote_deleted_isVoidedWithAReason() throws IOException {
    String path = "/sales_credit_notes/" + salesCreditNote(client.customer("Buyer"));
    assertThat(client.delete(path).at("/0/$source")).isEqualTo("void_reason");

    Client.Answer voided = client.delete(path + "?void_reason=mistake");

    assertThat(voided.status()).isEqualTo(200);
    assertThat(voided.at("/status/id")).isEqualTo("VOID");
  }

  @Test
  void salesDocument_acceptPdf_isAPdfAndMarksAsSent() throws IOException {
    String path = "/sales_invoices/" + client.invoice(client.customer("Buyer"));

    Client.Answer pdf = client.call(client.api(path).header("Accept", "application/pdf").build());

    assertThat(pdf.headers().get("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.text()).startsWith("%PDF-");
    assertThat(sage.seen().markedAsSent()).isEqualTo(1);
  }
}
