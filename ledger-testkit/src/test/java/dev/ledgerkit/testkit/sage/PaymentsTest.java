package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentsTest {
  private SageSimulator sage;
  private Client client;
  private String customer;
  private String invoice;

  @BeforeEach
  void start() throws IOException {
    sage = SageSimulator.start();
    client = Client.connected(sage);
    customer = client.customer("Great Example");
    invoice = client.invoice(customer);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private String pay(String total, String shares) throws IOException {
    return client.create("/contact_payments", client.paymentBody(customer, total, shares));
  }

  private String invoiceState() throws IOException {
    Client.Answer now = client.get("/sales_invoices/" + invoice + "?mark_as_sent=false");
    return now.at("/status/id") + " " + now.at("/outstanding_amount") + " " + now.at("/total_paid");
  }

  @Test
  void create_partAndRest_movesUnpaidToPartPaidToPaid() throws IOException {
    pay("50", Client.share(invoice, "50.00"));
    assertThat(invoiceState()).isEqualTo("PART_PAID 70.0 50.0");
    pay("70", Client.share(invoice, "70"));
    assertThat(invoiceState()).isEqualTo("PAID 0.0 120.0");

    Client.Answer third =
        client.post(
            "/contact_payments", client.paymentBody(customer, "1", Client.share(invoice, "1")));
    assertThat(third.at("/0/$message")).isEqualTo("You can only pay unpaid or part-paid invoices.");
    assertThat(third.at("/0/$source")).isEmpty();
    assertThat(
            client
                .get(
                    "/sales_invoices/"
                        + invoice
                        + "?mark_as_sent=false&show_payments_allocations=true")
                .json()
                .path("payments_allocations")
                .size())
        .isEqualTo(2);
  }

  @Test
  void delete_payment_reverts() throws IOException {
    String payment = pay("120", Client.share(invoice, "120"));
    assertThat(client.delete("/sales_invoices/" + invoice + "?void_reason=x").at("/0/$message"))
        .contains("cannot be voided");

    assertThat(client.delete("/contact_payments/" + payment).status()).isEqualTo(204);

    assertThat(invoiceState()).isEqualTo("UNPAID 120.0 0.0");
    assertThat(client.delete("/sales_invoices/" + invoice + "?void_reason=x").status())
        .isEqualTo(200);
  }

  @Test
  void create_moreThanOutstandingOrTotal_leavesTheInvoiceAlone() throws IOException {
    String tooMuch = client.paymentBody(customer, "200", Client.share(invoice, "120.01"));
    String overTotal = client.paymentBody(customer, "10", Client.share(invoice, "11"));
    assertThat(client.post("/contact_payments", tooMuch).status()).isEqualTo(422);
    assertThat(client.post("/contact_payments", overTotal).status()).isEqualTo(422);
    assertThat(invoiceState()).isEqualTo("UNPAID 120.0 0.0");
  }

  @Test
  void create_unallocatedRest_waitsOnAccountAndIsAllocatedLater() throws IOException {
    String payment = pay("150", "");
    String onAccount = client.get("/contact_payments/" + payment).at("/payment_on_account/id");
    assertThat(onAccount).matches("[0-9a-f]{32}").isNotEqualTo(payment);

    String unbalanced =
        allocation(Client.share(invoice, "100") + "," + Client.share(onAccount, "-90"));
    assertThat(client.post("/contact_allocations", unbalanced).at("/0/$message"))
        .contains("add up to zero");
    String allocation =
        client.create(
            "/contact_allocations",
            allocation(Client.share(invoice, "120") + "," + Client.share(onAccount, "-120")));

    assertThat(invoiceState()).isEqualTo("PAID 0.0 120.0");
    Client.Answer now = client.get("/contact_payments/" + payment);
    assertThat(now.at("/payment_on_account/outstanding_amount")).isEqualTo("30.0");
    assertThat(client.delete("/contact_payments/" + payment).status()).isEqualTo(422);

    client.delete("/contact_allocations/" + allocation);
    assertThat(invoiceState()).isEqualTo("UNPAID 120.0 0.0");
    assertThat(
            client.get("/contact_payments/" + payment).at("/payment_on_account/outstanding_amount"))
        .isEqualTo("150.0");
  }

  private String allocation(String shares) {
    return "{\"contact_allocation\":{\"transaction_type_id\":\"CUSTOMER_ALLOCATION\",\"contact_id\":\""
        + customer
        + "\",\"allocated_artefacts\":["
        + shares
        + "]}}";
  }

  @Test
  void update_emptyArtefacts_clearsAndARefusalChangesNothing() throws IOException {
    String payment = pay("120", Client.share(invoice, "120"));
    String body = "{\"contact_payment\":{\"allocated_artefacts\":[%s]}}";

    Client.Answer refused =
        client.put("/contact_payments/" + payment, body.formatted(Client.share("nothing", "1")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(invoiceState()).isEqualTo("PAID 0.0 120.0");

    assertThat(
            client
                .put("/contact_payments/" + payment, body.formatted(""))
                .at("/payment_on_account/outstanding_amount"))
        .isEqualTo("120.0");
    assertThat(invoiceState()).isEqualTo("UNPAID 120.0 0.0");
  }

  @Test
  void create_refund_isPaidFromTheAccount() throws IOException {
    String payment = pay("100", "");
    String onAccount = client.get("/contact_payments/" + payment).at("/payment_on_account/id");
    String refund =
        client
            .paymentBody(customer, "100", Client.share(onAccount, "100"))
            .replace("CUSTOMER_RECEIPT", "CUSTOMER_REFUND");

    client.create("/contact_payments", refund);

    assertThat(client.get("/contact_payments/" + payment).at("/payment_on_account/status/id"))
        .isEqualTo("PAID");
  }

  @Test
  void create_missingFieldsOrWrongContactType_isNamed() throws IOException {
    assertThat(client.post("/contact_payments", "{\"contact_payment\":{}}").json().size())
        .isEqualTo(5);
    String vendorPayment =
        client.paymentBody(customer, "5", "").replace("CUSTOMER_RECEIPT", "VENDOR_PAYMENT");
    assertThat(client.post("/contact_payments", vendorPayment).at("/0/$message"))
        .isEqualTo("Couldn't find Supplier.");
  }

  @Test
  void create_anything_hasFullFields() throws IOException {
    Client.Answer payment =
        client.post("/contact_payments", client.paymentBody(customer, "33.33", ""));

    assertThat(payment.at("/total_amount")).isEqualTo("33.33");
    assertThat(payment.at("/displayed_as")).isEqualTo("Customer Receipt");
    assertThat(payment.at("/bank_account/displayed_as")).isEqualTo("Current (1200)");
    assertThat(payment.at("/currency/id")).isEqualTo("GBP");
    assertThat(
            client
                .get("/contact_payments?bank_account_id=" + sage.ids("bank_accounts").get(0))
                .at("/$total"))
        .isEqualTo("1");
  }
}
