package dev.ledgerkit.testkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change does to others, and that a refused one does nothing, over raw HTTP. */
class WholeChangesTest {
  private static final String PNG =
      "{\"data\":\"AQID\",\"file_name\":\"r.png\",\"content_type\":\"image/png\"}";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T09:00:00Z"));
  private FreeAgentSimulator freeAgent;
  private RawCaller caller;
  private String account;
  private String other;

  @BeforeEach
  void connect() throws IOException {
    freeAgent =
        FreeAgentSimulator.builder()
            .clock(clock)
            .company("acme", "Acme Ltd", acme -> acme.contacts(2))
            .start();
    caller = new RawCaller(freeAgent).connect();
    account = freeAgent.books().urls("bank_accounts").get(0);
    other = freeAgent.books().urls("bank_accounts").get(1);
  }

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  @Test
  void transfer_isReadOnBothSides_andGoesWithEitherOfThem() throws IOException {
    BigDecimal before = balance(account);
    String url =
        explanation("\"gross_value\":\"-10.0\",\"transfer_bank_account\":\"" + other + "\"");

    RawCaller.Answer read = caller.get(url);
    assertThat(read.status()).isEqualTo(200);
    String mirror = read.at("/bank_transaction_explanation/linked_transfer_explanation");
    assertThat(caller.get(mirror).at("/bank_transaction_explanation/gross_value"))
        .isEqualTo("10.0");
    assertThat(
            caller
                .send(
                    "PUT", mirror, "{\"bank_transaction_explanation\":{\"gross_value\":\"25.0\"}}")
                .status())
        .isEqualTo(422);
    assertThat(balance(account)).isEqualByComparingTo(before.subtract(BigDecimal.TEN));

    assertThat(caller.send("DELETE", url, "").status()).isEqualTo(200);
    assertThat(caller.get(mirror).status()).isEqualTo(404);
    assertThat(balance(account)).isEqualByComparingTo(before);
  }

  @Test
  void batchOfExpenses_withOneThatIsRefused_createsNone() throws IOException {
    String expense =
        "{\"user\":\"%s\",\"category\":\"%s\",\"dated_on\":\"2026-11-01\",\"description\":\"d\",\"gross_value\":\"-1.0\"}";
    String user = freeAgent.books().urls("users").get(0);
    String good = expense.formatted(user, freeAgent.apiBase() + "/categories/285");
    String bad = expense.formatted(user, "nonsense");

    RawCaller.Answer refused =
        caller.send("POST", "/expenses", "{\"expenses\":[" + good + "," + bad + "]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(freeAgent.books().count("expenses")).isZero();
    assertThat(
            caller.send("POST", "/expenses", "{\"expenses\":[" + good + "," + good + "]}").status())
        .isEqualTo(201);
    assertThat(freeAgent.books().count("expenses")).isEqualTo(2);
  }

  @Test
  void explanationOfManyFiles_isChangedUnderTheOldVersionToo() throws IOException {
    caller.saying("X-Api-Version", "2026-09-01");
    String url = explanation(ordinary("-6.0") + ",\"attachments\":[" + PNG + "," + PNG + "]");
    BigDecimal before = balance(account);
    caller.saying("X-Api-Version", "2026-08-31");

    RawCaller.Answer changed =
        caller.send("PUT", url, "{\"bank_transaction_explanation\":{\"gross_value\":\"-9.0\"}}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(balance(account)).isEqualByComparingTo(before.subtract(new BigDecimal("3")));
    caller.saying("X-Api-Version", "2026-09-01");
    assertThat(caller.get(url).json().at("/bank_transaction_explanation/attachments").size())
        .isEqualTo(2);
  }

  @Test
  void foreignPayment_reworded_isNotPaidAgain_andDeletedIsTakenBack() throws IOException {
    RawCaller.Answer invoice =
        caller.send(
            "POST",
            "/invoices",
            "{\"invoice\":{\"contact\":\""
                + freeAgent.books().urls("contacts").get(0)
                + "\",\"currency\":\"EUR\",\"dated_on\":\"2026-11-01\",\"payment_terms_in_days\":30,\"invoice_items\":[{\"description\":\"Work\",\"quantity\":1,\"price\":\"100.0\",\"sales_tax_rate\":\"0\"}]}}");
    assertThat(invoice.status()).as(invoice.text()).isEqualTo(201);
    String url = invoice.at("/invoice/url");
    caller.send("PUT", url + "/transitions/mark_as_sent", "");
    String payment =
        explanation(
            "\"gross_value\":\"43.0\",\"foreign_currency_value\":\"50.0\",\"paid_invoice\":\""
                + url
                + "\"");
    assertThat(caller.get(url).at("/invoice/due_value")).isEqualTo("50.0");

    caller.send("PUT", payment, "{\"bank_transaction_explanation\":{\"description\":\"half\"}}");
    assertThat(caller.get(url).at("/invoice/due_value")).isEqualTo("50.0");
    assertThat(caller.get(payment).text()).doesNotContain("settled");
    caller.send(
        "PUT", payment, "{\"bank_transaction_explanation\":{\"foreign_currency_value\":\"60.0\"}}");
    assertThat(caller.get(url).at("/invoice/due_value")).isEqualTo("40.0");
    caller.send("DELETE", payment, "");
    assertThat(caller.get(url).at("/invoice/due_value")).isEqualTo("100.0");
  }

  private String ordinary(String value) {
    return "\"gross_value\":\"%s\",\"description\":\"Hosting\",\"category\":\"%s/categories/268\""
        .formatted(value, freeAgent.apiBase());
  }

  private String explanation(String fields) throws IOException {
    RawCaller.Answer created =
        caller.send(
            "POST",
            "/bank_transaction_explanations",
            "{\"bank_transaction_explanation\":{\"bank_account\":\""
                + account
                + "\",\"dated_on\":\"2026-11-01\","
                + fields
                + "}}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.at("/bank_transaction_explanation/url");
  }

  private BigDecimal balance(String bankAccount) throws IOException {
    return new BigDecimal(caller.get(bankAccount).at("/bank_account/current_balance"));
  }
}
