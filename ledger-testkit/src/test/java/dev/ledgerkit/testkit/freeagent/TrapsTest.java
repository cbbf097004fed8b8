package dev.ledgerkit.testkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FreeAgent does that a caller trips over, each over raw HTTP. */
class TrapsTest {
  private static final String VERSION = "X-Api-Version";
  private static final String PNG = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T09:00:00Z"));
  private FreeAgentSimulator freeAgent;
  private RawCaller caller;

  @BeforeEach
  void connect() throws IOException {
    freeAgent =
        FreeAgentSimulator.builder()
            .clock(clock)
            .company("acme", "Acme Ltd", acme -> acme.contacts(30).invoices(2))
            .start();
    caller = new RawCaller(freeAgent).connect();
  }

  @AfterEach
  void stop() {
    freeAgent.close();
  }

  @Test
  void code_worksOnce_andForAQuarterOfAnHour() throws IOException {
    String used = caller.code();
    assertThat(caller.exchange(used).status()).isEqualTo(200);
    assertThat(caller.exchange(used).at("/error")).isEqualTo("invalid_grant");

    String late = caller.code();
    clock.advance(Duration.ofMinutes(16));
    assertThat(caller.exchange(late).at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void refreshToken_rotates_andTheOldOneIsDead() throws IOException {
    String first = caller.refreshToken;
    assertThat(caller.refresh(first).status()).isEqualTo(200);
    assertThat(caller.refreshToken).isNotEqualTo(first);
    assertThat(caller.get("/company").status()).isEqualTo(200);

    assertThat(caller.refresh(first).at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void sixteenthRefreshInAMinute_isTooMany() throws IOException {
    for (int i = 0; i < 15; i++) {
      assertThat(caller.refresh(caller.refreshToken).status()).isEqualTo(200);
    }
    RawCaller.Answer refused = caller.refresh(caller.refreshToken);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.retryAfter())).isBetween(1L, 60L);
    clock.advance(Duration.ofMinutes(1));
    assertThat(caller.refresh(caller.refreshToken).status()).isEqualTo(200);
  }

  @Test
  void revokedByTheUser_refusesTokenAndRefresh() throws IOException {
    freeAgent.revokeAllGrants();

    assertThat(caller.get("/company").status()).isEqualTo(401);
    assertThat(caller.refresh(caller.refreshToken).at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void hourLimit_holdsAfterThirtyFullMinutes() throws IOException {
    for (int minute = 0; minute < 30; minute++) {
      for (int i = 0; i < 120; i++) {
        assertThat(caller.get("/company").status()).isEqualTo(200);
      }
      clock.advance(Duration.ofMinutes(1));
    }
    RawCaller.Answer refused = caller.get("/company");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Long.parseLong(refused.retryAfter())).isGreaterThan(60);
  }

  @Test
  void hiddenContact_isInNoListUnlessAllAreAskedFor() throws IOException {
    String url = freeAgent.books().urls("contacts").get(0);
    assertThat(caller.send("PUT", url, "{\"contact\":{\"status\":\"Hidden\"}}").status())
        .isEqualTo(200);

    assertThat(caller.get("/contacts").total()).isEqualTo("29");
    assertThat(caller.get("/contacts?view=all").total()).isEqualTo("30");
    assertThat(caller.get("/contacts?view=hidden").total()).isEqualTo("1");
  }

  @Test
  void pages_haveTwentyFiveUnlessAsked_andAHundredAtTheMost() throws IOException {
    assertThat(caller.get("/contacts").json().path("contacts").size()).isEqualTo(25);
    assertThat(caller.get("/contacts?per_page=500").json().path("contacts").size()).isEqualTo(30);
    assertThat(caller.get("/contacts?page=2").json().path("contacts").size()).isEqualTo(5);
  }

  @Test
  void statement_quotedAmount_importsNothingAndSaysNothing_duplicatesAreLeftOut()
      throws IOException {
    String account = freeAgent.books().urls("bank_accounts").get(0);
    String path = "/bank_transactions/statement?bank_account=" + account;
    String line = "{\"dated_on\":\"2026-11-01\",\"description\":\"Rent\",\"amount\":%s}";

    assertThat(caller.send("POST", path, statement(line.formatted("\"-100\""))).status())
        .isEqualTo(200);
    clock.advance(Duration.ofMinutes(2));
    assertThat(caller.get("/bank_transactions?bank_account=" + account).total()).isEqualTo("0");
    for (int i = 0; i < 2; i++) {
      assertThat(caller.send("POST", path, statement(line.formatted("-100"))).status())
          .isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(2));

    assertThat(caller.get("/bank_transactions?bank_account=" + account).total()).isEqualTo("1");
    assertThat(caller.get("/bank_transactions").status()).isBetween(400, 422);
  }

  private static String statement(String line) {
    return "{\"statement\":[" + line + "]}";
  }

  @Test
  void attachment_isOneOrMany_byTheVersionOfTheApi() throws IOException {
    String url = explanation(",\"attachment\":" + file(PNG));

    caller.saying(VERSION, "2026-08-31");
    assertThat(caller.get(url).at("/bank_transaction_explanation/attachment/file_name"))
        .isEqualTo("r.png");
    caller.saying(VERSION, "2026-09-01");
    RawCaller.Answer many = caller.get(url);
    assertThat(many.at("/bank_transaction_explanation/attachments/0/file_name")).isEqualTo("r.png");
    assertThat(many.json().at("/bank_transaction_explanation/attachment").isMissingNode()).isTrue();
    assertThat(caller.get(url + "/attachments").at("/attachments/0/file_size")).isEqualTo("3");
  }

  @Test
  void apiVersion_unasked_changesOnTheFirstOfDecember() throws IOException {
    String url = explanation(",\"attachment\":" + file(PNG));
    assertThat(caller.get(url).json().at("/bank_transaction_explanation/attachment").isObject())
        .isTrue();

    clock.advance(Duration.ofDays(12));
    caller.refresh(caller.refreshToken);
    assertThat(caller.get(url).json().at("/bank_transaction_explanation/attachments").isArray())
        .isTrue();
  }

  @Test
  void explanation_updatedWithAFileThatIsRefused_leavesEverythingAsItWas() throws IOException {
    String url = explanation("");
    String account = freeAgent.books().urls("bank_accounts").get(0);
    String before = caller.get(account).at("/bank_account/current_balance");

    RawCaller.Answer refused =
        caller.send(
            "PUT",
            url,
            "{\"bank_transaction_explanation\":{\"gross_value\":\"-50.0\",\"attachment\":"
                + file("line\\nfeed")
                + "}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(caller.get(account).at("/bank_account/current_balance")).isEqualTo(before);
    assertThat(caller.get(url).at("/bank_transaction_explanation/gross_value")).isEqualTo("-6.07");
  }

  private String explanation(String more) throws IOException {
    RawCaller.Answer created =
        caller.send(
            "POST",
            "/bank_transaction_explanations",
            "{\"bank_transaction_explanation\":{\"bank_account\":\""
                + freeAgent.books().urls("bank_accounts").get(0)
                + "\",\"dated_on\":\"2026-11-01\",\"gross_value\":\"-6.07\",\"description\":\"Hosting\",\"category\":\""
                + freeAgent.apiBase()
                + "/categories/268\""
                + more
                + "}}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return created.at("/bank_transaction_explanation/url");
  }

  private static String file(String data) {
    return "{\"data\":\"%s\",\"file_name\":\"r.png\",\"content_type\":\"image/png\"}"
        .formatted(data);
  }

  @Test
  void reconciliation_ofMoreThanIsDue_isRefused_andChangesNothing() throws IOException {
    String invoice = freeAgent.books().urls("invoices").get(0);
    String due = caller.get(invoice).at("/invoice/due_value");
    String contact = caller.get(invoice).at("/invoice/contact");
    RawCaller.Answer note =
        caller.send(
            "POST",
            "/credit_notes",
            "{\"credit_note\":{\"contact\":\""
                + contact
                + "\",\"dated_on\":\"2026-11-01\",\"payment_terms_in_days\":30,\"credit_note_items\":[{\"description\":\"Back\",\"quantity\":1,\"price\":\"-1.0\"}]}}");
    assertThat(note.status()).as(note.text()).isEqualTo(201);
    String noteUrl = note.at("/credit_note/url");
    caller.send("PUT", noteUrl + "/transitions/mark_as_sent", "");

    RawCaller.Answer refused =
        caller.send(
            "POST",
            "/credit_note_reconciliations",
            "{\"credit_note_reconciliation\":{\"gross_value\":\"999999.0\",\"dated_on\":\"2026-11-02\",\"invoice\":\""
                + invoice
                + "\",\"credit_note\":\""
                + noteUrl
                + "\"}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(caller.get(invoice).at("/invoice/due_value")).isEqualTo(due);
    assertThat(caller.get("/credit_note_reconciliations").total()).isEqualTo("0");
  }

  @Test
  void referenceOfAnotherCompany_isRefused() throws IOException {
    RawCaller.Answer refused =
        caller.send(
            "POST",
            "/invoices",
            "{\"invoice\":{\"contact\":\"https://api.freeagent.com/v2/contacts/1\",\"dated_on\":\"2026-11-01\",\"payment_terms_in_days\":30}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("contact");
  }
}
