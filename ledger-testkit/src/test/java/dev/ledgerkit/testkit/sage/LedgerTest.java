package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What documents, payments, transfers and journals leave in the ledger. */
class LedgerTest {
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

  private String transactionOf(String path) throws IOException {
    return client.get(path + "?mark_as_sent=false").at("/transaction/id");
  }

  @Test
  void salesInvoice_posted_debitsTheDebtorsAndCreditsSalesAndTax() throws IOException {
    String invoice = client.invoice(client.customer("Buyer"));
    String transaction = transactionOf("/sales_invoices/" + invoice);

    assertThat(entities.entries(transaction))
        .containsExactlyInAnyOrder("1100 120.0 0.0", "4000 0.0 100.0", "2200 0.0 20.0");
    JsonNode shown = client.get("/transactions/" + transaction).json();
    assertThat(shown.at("/origin/$path").asString()).isEqualTo("/sales_invoices/" + invoice);
    assertThat(shown.path("total").asString()).isEqualTo("120.0");
    assertThat(shown.path("audit_trail_id").isNumber()).isTrue();
  }

  @Test
  void draft_hasNoTransactionUntilReleased() throws IOException {
    String body =
        client.invoiceBody(
            client.customer("Buyer"), ",\"status_id\":\"DRAFT\"", client.line("x", ""));
    String path = "/sales_invoices/" + client.create("/sales_invoices", body);
    assertThat(entities.items("/transactions")).isEmpty();

    client.post(path + "/release", "");

    assertThat(entities.entries(transactionOf(path))).hasSize(3);
  }

  @Test
  void invoice_edited_keepsItsTransactionWithNewEntries() throws IOException {
    String path = "/sales_invoices/" + client.invoice(client.customer("Buyer"));
    String transaction = transactionOf(path);

    client.put(
        path,
        "{\"sales_invoice\":{\"invoice_lines\":["
            + client.line("Less", "").replace("100.00", "50.00").replace("20.00", "10.00")
            + "]}}");

    assertThat(transactionOf(path)).isEqualTo(transaction);
    assertThat(entities.entries(transaction)).contains("1100 60.0 0.0").hasSize(3);
    assertThat(client.get("/transactions/" + transaction).at("/total")).isEqualTo("60.0");
  }

  @Test
  void receipt_movesTheBankAndGoesBackWhenDeleted() throws IOException {
    String customer = client.customer("Buyer");
    String invoice = client.invoice(customer);
    String receipt =
        client.create(
            "/contact_payments", client.paymentBody(customer, "120", Client.share(invoice, "120")));
    String transaction = transactionOf("/contact_payments/" + receipt);
    assertThat(entities.entries(transaction))
        .containsExactlyInAnyOrder("1200 120.0 0.0", "1100 0.0 120.0");
    assertThat(entities.balance(entities.bank(0))).isEqualTo("120.0");

    client.delete("/contact_payments/" + receipt);

    assertThat(entities.balance(entities.bank(0))).isEqualTo("0.0");
    assertThat(entities.entries(transaction)).isEmpty();
  }

  @Test
  void bankTransfer_movesFromOneToTheOther() throws IOException {
    String body =
        "{\"bank_transfer\":{\"from_bank_account_id\":\"%s\",\"to_bank_account_id\":\"%s\","
            + "\"date\":\"2026-01-05\",\"amount\":\"30.5\"}}";
    String id =
        client.create("/bank_transfers", body.formatted(entities.bank(0), entities.bank(1)));

    assertThat(entities.balance(entities.bank(0)) + " " + entities.balance(entities.bank(1)))
        .isEqualTo("-30.5 30.5");
    client.put("/bank_transfers/" + id, "{\"bank_transfer\":{\"amount\":\"10\"}}");
    assertThat(entities.balance(entities.bank(1))).isEqualTo("10.0");
    assertThat(
            client
                .post("/bank_transfers", body.formatted(entities.bank(0), entities.bank(0)))
                .at("/0/$source"))
        .isEqualTo("to_bank_account_id");
  }

  @Test
  void otherPayment_linesMustAddUpAndMoveTheBank() throws IOException {
    String body =
        "{\"other_payment\":{\"transaction_type_id\":\"OTHER_PAYMENT\",\"bank_account_id\":\"%s\","
                .formatted(entities.bank(0))
            + "\"date\":\"2026-01-05\",\"total_amount\":\"%s\",\"payment_lines\":["
            + "{\"ledger_account_id\":\"%s\",\"total_amount\":\"12.34\"}]}}";
    String account = entities.account(7900);

    assertThat(client.post("/other_payments", body.formatted("12.35", account)).at("/0/$source"))
        .isEqualTo("total_amount");
    String id = client.create("/other_payments", body.formatted("12.34", account));

    assertThat(entities.balance(entities.bank(0))).isEqualTo("-12.34");
    assertThat(entities.entries(transactionOf("/other_payments/" + id)))
        .containsExactlyInAnyOrder("7900 12.34 0.0", "1200 0.0 12.34");
  }

  @Test
  void journal_unbalanced_isRefused() throws IOException {
    assertThat(client.post("/journals", entities.journal("10", "9.99")).status()).isEqualTo(422);
    assertThat(entities.items("/journals")).isEmpty();
  }

  @Test
  void journal_hasNoUpdateAndIsReissuedUnderANewId() throws IOException {
    String id = client.create("/journals", entities.journal("10", "10"));
    assertThat(client.put("/journals/" + id, "{\"journal\":{}}").status()).isEqualTo(405);
    assertThat(entities.entries(transactionOf("/journals/" + id)))
        .containsExactlyInAnyOrder("7100 10.0 0.0", "3000 0.0 10.0");

    Client.Answer again = client.post("/journals/" + id + "/reissue", "");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/id")).isNotEqualTo(id);
    assertThat(again.at("/total")).isEqualTo("10.0");
    assertThat(client.get("/journals/" + id).status()).isEqualTo(404);
    assertThat(entities.entries(again.at("/transaction/id"))).hasSize(2);
  }

  @Test
  void ledgerAccount_balanceDetails_needBothDates() throws IOException {
    client.create("/journals", entities.journal("10", "10"));
    String path = "/ledger_accounts/" + entities.account(7100) + "?show_balance_details=true";

    assertThat(client.get(path).json().has("balance_details")).isFalse();
    JsonNode details =
        client
            .get(path + "&from_date=2026-01-01&to_date=2026-01-31")
            .json()
            .path("balance_details");

    assertThat(details.path("balance").asString() + details.path("credit_or_debit").asString())
        .isEqualTo("10.0debit");
  }

  @Test
  void transactions_updatedSince_showWhatWasWithdrawn() throws IOException {
    String id = client.create("/journals", entities.journal("10", "10"));
    client.delete("/journals/" + id);

    assertThat(entities.items("/transactions?updated_or_created_since=2020-01-01&attributes=all"))
        .extracting(t -> t.path("deleted").asBoolean())
        .containsExactly(true);
    assertThat(client.post("/transactions", "{}").status()).isEqualTo(405);
  }
}
