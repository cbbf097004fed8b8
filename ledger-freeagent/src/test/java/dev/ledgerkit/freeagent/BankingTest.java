package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.freeagent.draft.AttachmentDraft;
import dev.ledgerkit.freeagent.draft.BankAccountDraft;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraftBuilder;
import dev.ledgerkit.freeagent.draft.StatementLine;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankAccountType;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.query.BankTransactionQuery;
import dev.ledgerkit.freeagent.query.BankTransactionView;
import dev.ledgerkit.freeagent.query.ExplanationQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts, statements and what explains them, on the wire. */
class BankingTest extends WireTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final IdempotencyKey KEY = IdempotencyKey.of("payment:1042");

  @Test
  void statement_amounts_areNumbers_andFitidsFollowTheKey() throws Exception {
    server.enqueue(empty());

    freeagent
        .bankTransactions()
        .uploadStatement(
            BankAccount.ref("7"),
            List.of(
                line("-100.10").description("Local Council").build(),
                line("3560").fitid("own").build()),
            KEY);

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen))
        .startsWith("POST /v2/bank_transactions/statement?bank_account=http")
        .endsWith("bank_accounts%2F7");
    assertThat(seen.getBody().utf8())
        .isEqualTo(
            "{\"statement\":[{\"dated_on\":\"2026-03-01\",\"amount\":-100.10,\"description\":\"Local"
                + " Council\",\"fitid\":\"%s-1\"},{\"dated_on\":\"2026-03-01\",\"amount\":3560,\"fitid\":\"own\"}]}"
                    .formatted(KEY.value()));
  }

  @Test
  void statement_answerLost_isSentAgain_sinceFreeAgentLeavesOutWhatItHas() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
            .build());
    server.enqueue(empty());

    freeagent.bankTransactions().uploadStatement(BankAccount.ref("7"), List.of(line("1").build()));

    assertThat(server.takeRequest().getTarget()).contains("/statement");
    assertThat(server.takeRequest().getTarget()).contains("/statement");
  }

  @Test
  void statement_withoutADateOrLines_isRefusedBeforeAnythingIsSent() {
    BankTransactions transactions = freeagent.bankTransactions();
    List<StatementLine> undated = List.of(line("1").build(), StatementLine.builder().build());

    assertThatThrownBy(() -> transactions.uploadStatement(BankAccount.ref("7"), undated))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("statement[1].dated_on");
    assertThatThrownBy(() -> transactions.uploadStatement(BankAccount.ref("7"), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("statement");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void lists_nameTheirAccount_orAreRefused() throws Exception {
    answer(200, "{\"bank_transactions\":[]}");
    answer(200, "{\"bank_transaction_explanations\":[]}");

    freeagent
        .bankTransactions()
        .list(
            BankTransactionQuery.builder()
                .bankAccount(BankAccount.ref("7"))
                .view(BankTransactionView.UNEXPLAINED)
                .fromDate(DAY)
                .lastUploaded(true)
                .build())
        .forEach(each -> {});
    freeagent.bankTransactionExplanations().list(BankAccount.ref("7")).forEach(each -> {});

    assertThat(server.takeRequest().getTarget())
        .contains("bank_accounts%2F7", "view=unexplained", "from_date=2026-03-01", "last_uploaded");
    assertThat(server.takeRequest().getTarget()).contains("bank_account=");
    assertThatThrownBy(
            () -> freeagent.bankTransactions().list(BankTransactionQuery.builder().build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'bank_account' is required");
    assertThatThrownBy(
            () -> freeagent.bankTransactionExplanations().list(ExplanationQuery.builder().build()))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void explanation_withKey_carriesItBehindItsDescription_andIsFoundAgain() throws Exception {
    answer(200, "{\"bank_transaction_explanations\":[]}");
    answer(201, "{\"bank_transaction_explanation\":{\"url\":\"%s\"}}".formatted(explanation(5)));
    String there =
        "{\"url\":\"%s\",\"description\":\"Hosting [%s]\"}".formatted(explanation(5), KEY.value());
    answer(200, "{\"bank_transaction_explanations\":[" + there + "]}");

    BankTransactionExplanation created = create(ordinary());
    BankTransactionExplanation again = create(ordinary());

    assertThat(again.url()).isEqualTo(created.url());
    assertThat(server.takeRequest().getTarget())
        .contains("from_date=2026-03-01", "to_date=2026-03-01", "bank_accounts%2F7");
    assertThat(
            body(server.takeRequest()).at("/bank_transaction_explanation/description").asString())
        .isEqualTo("Hosting [" + KEY.value() + "]");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void invoiceReceipt_answerLost_isFoundByWhatItIs() throws Exception {
    answer(200, "{\"bank_transaction_explanations\":[]}");
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
            .build());
    String other =
        "{\"url\":\"%s\",\"dated_on\":\"2026-03-01\",\"gross_value\":\"120.0\",\"paid_invoice\":\"%s\"}"
            .formatted(explanation(8), url("invoices/344"));
    String mine =
        "{\"url\":\"%s\",\"dated_on\":\"2026-03-01\",\"gross_value\":\"120.0\",\"paid_invoice\":\"%s\"}"
            .formatted(explanation(9), url("invoices/345"));
    answer(200, "{\"bank_transaction_explanations\":[" + other + "," + mine + "]}");

    BankTransactionExplanation created =
        create(
            BankTransactionExplanationDraft.builder()
                .bankAccount(BankAccount.ref("7"))
                .datedOn(DAY)
                .grossValue(new BigDecimal("120.00"))
                .paidInvoice(Invoice.ref("345"))
                .build());

    assertThat(created.url().id()).isEqualTo("9");
    server.takeRequest();
    assertThat(body(server.takeRequest()))
        .isEqualTo(
            json(
                "{\"bank_transaction_explanation\":{\"bank_account\":\"%s\",\"dated_on\":\"2026-03-01\",\"gross_value\":\"120.00\",\"paid_invoice\":\"%s\"}}"
                    .formatted(url("bank_accounts/7"), url("invoices/345"))));
  }

  @Test
  void explanationOfALine_withKey_looksInTheLinesAccount() throws Exception {
    answer(
        200,
        "{\"bank_transaction\":{\"url\":\"%s\",\"bank_account\":\"%s\"}}"
            .formatted(url("bank_transactions/3"), url("bank_accounts/7")));
    answer(200, "{\"bank_transaction_explanations\":[]}");
    answer(201, "{\"bank_transaction_explanation\":{\"url\":\"%s\"}}".formatted(explanation(5)));

    create(
        BankTransactionExplanationDraftBuilder.builder(ordinary())
            .bankAccount(null)
            .bankTransaction(BankTransaction.ref("3"))
            .build());

    assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/bank_transactions/3");
    assertThat(server.takeRequest().getTarget()).contains("bank_accounts%2F7");
  }

  @Test
  void explanation_ofTwoThings_orOfNothing_isRefused() {
    assertThatThrownBy(
            () ->
                BankTransactionExplanationDraft.builder()
                    .paidInvoice(Invoice.ref("1"))
                    .category(Category.ref("285"))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("paid_invoice and category");
    assertThatThrownBy(() -> create(BankTransactionExplanationDraft.builder().build()))
        .isInstanceOf(ConfigurationException.class);
    assertThat(BankTransactionExplanationDraft.builder().build().missing())
        .containsExactly(
            "bank_transaction or bank_account", "dated_on", "gross_value", "description");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void attachments_followTheVersionOfTheApi() throws Exception {
    AttachmentDraft file = AttachmentDraft.of("r.png", "image/png", new byte[] {1, 2, 3});
    BankTransactionExplanationDraft one =
        BankTransactionExplanationDraft.builder().attachment(file).build();
    BankTransactionExplanationDraft many =
        BankTransactionExplanationDraft.builder().attachments(List.of(file, file)).build();
    FreeAgentClient old =
        settings(
                FreeAgentProvider.builder()
                    .production("id", dev.ledgerkit.core.Secret.of("sim-secret"))
                    .endpoints(FreeAgentEndpoints.at(server.url("/").uri()))
                    .apiVersion(FreeAgentApiVersion.ONE_ATTACHMENT))
            .build()
            .client(api, binding);
    answer(200, "{\"bank_transaction_explanation\":{\"url\":\"%s\"}}".formatted(explanation(5)));
    answer(200, "{\"bank_transaction_explanation\":{\"url\":\"%s\"}}".formatted(explanation(5)));
    answer(200, "{\"attachments\":[{\"url\":\"%s\"}]}".formatted(url("attachments/2")));

    freeagent.bankTransactionExplanations().update(BankTransactionExplanation.ref("5"), many);
    old.bankTransactionExplanations().update(BankTransactionExplanation.ref("5"), one);
    assertThat(
            freeagent
                .bankTransactionExplanations()
                .attachments(BankTransactionExplanation.ref("5")))
        .hasSize(1);

    JsonNode sent = body(server.takeRequest()).get("bank_transaction_explanation");
    assertThat(sent.get("attachments")).hasSize(2);
    assertThat(sent.at("/attachments/0/data").asString()).isEqualTo("AQID");
    assertThat(
            body(server.takeRequest())
                .at("/bank_transaction_explanation/attachment/file_name")
                .asString())
        .isEqualTo("r.png");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/v2/bank_transaction_explanations/5/attachments");
    assertThatThrownBy(
            () ->
                freeagent
                    .bankTransactionExplanations()
                    .update(BankTransactionExplanation.ref("5"), one))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("takes 'attachments', not 'attachment'");
    assertThatThrownBy(
            () ->
                old.bankTransactionExplanations().update(BankTransactionExplanation.ref("5"), many))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(
            () ->
                old.bankTransactionExplanations().attachments(BankTransactionExplanation.ref("5")))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void attachment_tooLargeOrOfAnotherType_isRefused() {
    assertThatThrownBy(() -> AttachmentDraft.of("big.png", "image/png", new byte[5_242_881]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("big.png")
        .hasMessageContaining("5242881");
    assertThatThrownBy(() -> AttachmentDraft.of("a.exe", "application/exe", new byte[1]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("application/exe");
  }

  @Test
  void account_ofACardOrPayPal_needsWhatTellsIt() {
    assertThat(BankAccountDraft.builder().type(BankAccountType.CREDIT_CARD).build().missing())
        .containsExactly("name", "opening_balance", "account_number");
    assertThat(BankAccountDraft.builder().type(BankAccountType.PAYPAL).build().missing())
        .containsExactly("name", "opening_balance", "email");
  }

  @Test
  void dateInALockedPeriod_isAProblemOfThatField() {
    answer(422, "{\"errors\":{\"error\":{\"message\":\"dated_on is in a locked period\"}}}");

    assertThatThrownBy(() -> freeagent.bankTransactionExplanations().create(ordinary()))
        .isInstanceOfSatisfying(
            ValidationException.class,
            refused -> assertThat(refused.problems().get(0).message()).contains("locked period"));
  }

  private BankTransactionExplanation create(BankTransactionExplanationDraft draft) {
    return freeagent.bankTransactionExplanations().create(draft, KEY);
  }

  private static BankTransactionExplanationDraft ordinary() {
    return BankTransactionExplanationDraft.builder()
        .bankAccount(BankAccount.ref("7"))
        .datedOn(DAY)
        .grossValue(new BigDecimal("-6.07"))
        .description("Hosting")
        .category(Category.ref("268"))
        .build();
  }

  private static dev.ledgerkit.freeagent.draft.StatementLineBuilder line(String amount) {
    return StatementLine.builder().datedOn(DAY).amount(new BigDecimal(amount));
  }

  private String explanation(int id) {
    return url("bank_transaction_explanations/" + id);
  }

  private static MockResponse empty() {
    return new MockResponse.Builder().code(200).build();
  }
}
