package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteItemDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.EmailAttachment;
import dev.ledgerkit.freeagent.draft.EmailDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.InvoiceItemDraft;
import dev.ledgerkit.freeagent.draft.UserDraft;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceItem;
import dev.ledgerkit.freeagent.model.InvoiceStatus;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.model.VatPlace;
import dev.ledgerkit.freeagent.query.ProjectQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Invoices, credit notes and their neighbours on the wire. */
class DocumentsTest extends WireTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void create_invoiceWithoutTerms_sendsThirtyDaysAndWholeUrls() throws Exception {
    answer(201, "{\"invoice\":{\"url\":\"" + url("invoices/3") + "\",\"total_value\":\"200.0\"}}");

    Invoice created = freeagent.invoices().create(invoice().build());

    assertThat(created.totalValue()).isEqualTo(new BigDecimal("200.0"));
    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("POST /v2/invoices");
    JsonNode sent = body(seen).get("invoice");
    assertThat(sent.get("payment_terms_in_days").asInt()).isEqualTo(30);
    assertThat(sent.get("contact").asString()).isEqualTo(url("contacts/2"));
  }

  @Test
  void create_dueOnReceipt_sendsZeroDays() throws Exception {
    answer(201, "{\"invoice\":{\"url\":\"" + url("invoices/3") + "\"}}");

    freeagent.invoices().create(invoice().paymentTermsInDays(0).build());

    assertThat(body(server.takeRequest()).get("invoice").get("payment_terms_in_days").asInt())
        .isZero();
  }

  @Test
  void create_incomplete_namesEverythingMissing() {
    InvoiceDraft draft =
        InvoiceDraft.builder()
            .ecStatus(EcStatus.EC_VAT_MOSS)
            .invoiceItems(List.of(InvoiceItemDraft.builder().price(BigDecimal.ONE).build()))
            .build();

    assertThatThrownBy(() -> freeagent.invoices().create(draft))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The invoice cannot be created without: contact, dated_on,"
                + " invoice_items[0].description, invoice_items[0].quantity, place_of_supply.");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void update_linesChangedAndDeleted_areNamedByNumber() throws Exception {
    answer(200, "");
    answer(200, "{\"invoice\":{\"url\":\"" + url("invoices/3") + "\"}}");
    InvoiceItemDraft changed =
        InvoiceItemDraft.change(InvoiceItem.ref("11")).description("Hammers").build();

    freeagent
        .invoices()
        .update(
            Invoice.ref("3"),
            InvoiceDraft.builder()
                .invoiceItems(List.of(changed, InvoiceItemDraft.delete(InvoiceItem.ref("12"))))
                .build(),
            "comments");

    RecordedRequest put = server.takeRequest();
    assertThat(target(put)).isEqualTo("PUT /v2/invoices/3");
    assertThat(body(put))
        .isEqualTo(
            json(
                """
                {"invoice":{"invoice_items":[{"id":11,"description":"Hammers"},{"id":12,"_destroy":1}],
                 "comments":null}}
                """));
    assertThat(target(server.takeRequest())).isEqualTo("GET /v2/invoices/3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mark_as_sent", "mark_as_draft", "mark_as_scheduled", "mark_as_cancelled"})
  void transition_ofAnInvoice_isAPutWithoutABody(String name) throws Exception {
    answer(200, "{\"invoice\":{\"url\":\"" + url("invoices/3") + "\",\"status\":\"Open\"}}");
    Function<Invoices, Invoice> change =
        switch (name) {
          case "mark_as_sent" -> invoices -> invoices.markAsSent(Invoice.ref("3"));
          case "mark_as_draft" -> invoices -> invoices.markAsDraft(Invoice.ref("3"));
          case "mark_as_scheduled" -> invoices -> invoices.markAsScheduled(Invoice.ref("3"));
          default -> invoices -> invoices.markAsCancelled(Invoice.ref("3"));
        };

    assertThat(change.apply(freeagent.invoices()).status()).isEqualTo(InvoiceStatus.OPEN);

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("PUT /v2/invoices/3/transitions/" + name);
    assertThat(seen.getBody() == null || seen.getBody().size() == 0).isTrue();
  }

  @Test
  void duplicate_answeredByLocationOnly_isRead() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(201).addHeader("Location", "/v2/invoices/9").build());
    answer(200, "{\"invoice\":{\"url\":\"" + url("invoices/9") + "\"}}");

    assertThat(freeagent.invoices().duplicate(Invoice.ref("3")).url().id()).isEqualTo("9");
    assertThat(target(server.takeRequest())).isEqualTo("POST /v2/invoices/3/duplicate");
  }

  @Test
  void convertToCreditNote_done_readsTheNote() throws Exception {
    answer(200, "");
    answer(200, "{\"credit_note\":{\"url\":\"" + url("credit_notes/3") + "\"}}");

    assertThat(freeagent.invoices().convertToCreditNote(Invoice.ref("3")).url().id())
        .isEqualTo("3");
    assertThat(target(server.takeRequest()))
        .isEqualTo("PUT /v2/invoices/3/transitions/convert_to_credit_note");
    assertThat(target(server.takeRequest())).isEqualTo("GET /v2/credit_notes/3");
  }

  @Test
  void sendEmail_replyLost_isNeverSentTwice() {
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertThatThrownBy(
            () -> freeagent.invoices().sendEmail(Invoice.ref("3"), EmailDraft.template()))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void pdf_brokenIntoLines_isItsBytes() {
    answer(200, "{\"pdf\":{\"content\":\"JVBE\\nRi0xLjQ=\\n\"}}");

    assertThat(freeagent.invoices().pdf(Invoice.ref("3"))).asString().isEqualTo("%PDF-1.4");
  }

  @Test
  void attachment_overFiveMegabytes_isRefused() {
    assertThatThrownBy(
            () -> EmailAttachment.of("big.csv", "text/csv", new byte[5 * 1024 * 1024 + 1]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'big.csv'");
  }

  @Test
  void additionalText_readSetAndDeleted_speaksItsOwnEnvelope() throws Exception {
    answer(200, "{\"default_additional_text\":\"Pay soon\"}");
    answer(200, "{\"default_additional_text\":\"Pay now\"}");
    answer(200, "");
    Invoices invoices = freeagent.invoices();

    assertThat(invoices.defaultAdditionalText()).isEqualTo("Pay soon");
    assertThat(invoices.updateDefaultAdditionalText("Pay now")).isEqualTo("Pay now");
    invoices.deleteDefaultAdditionalText();

    server.takeRequest();
    assertThat(body(server.takeRequest()))
        .isEqualTo(json("{\"default_additional_text\":\"Pay now\"}"));
    assertThat(target(server.takeRequest()))
        .isEqualTo("DELETE /v2/invoices/default_additional_text");
  }

  @Test
  void creditNote_amounts_arePositiveHereAndNegativeOnTheWire() throws Exception {
    answer(
        201,
        """
        {"credit_note":{"url":"%s","total_value":"-90.0","due_value":"-90.0","net_value":"-90.0",
         "credit_note_items":[{"price":"-100.0","quantity":"1.0"},{"price":"10.0","quantity":"1.0"}]}}
        """
            .formatted(url("credit_notes/3")));

    CreditNote created =
        freeagent
            .creditNotes()
            .create(
                CreditNoteDraft.builder()
                    .contact(Contact.ref("2"))
                    .datedOn(TODAY)
                    .creditNoteItems(
                        List.of(
                            credited("100.00").build(),
                            credited("10.00").description("Fee").deducts(true).build()))
                    .build());

    JsonNode sent = body(server.takeRequest()).get("credit_note").get("credit_note_items");
    assertThat(sent.get(0).get("price").asString()).isEqualTo("-100.00");
    assertThat(sent.get(1).get("price").asString()).isEqualTo("10.00");
    assertThat(sent.get(1).has("deducts")).isFalse();
    assertThat(created.totalValue()).isEqualTo(new BigDecimal("90.0"));
    assertThat(created.creditNoteItems())
        .extracting("price")
        .containsExactly(new BigDecimal("100.0"), new BigDecimal("-10.0"));
  }

  @Test
  void creditNote_negativeAmount_isRefusedWithTheRemedy() {
    assertThatThrownBy(() -> credited("-100.00").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("-100.00")
        .hasMessageContaining("deducts");
    assertThatThrownBy(
            () ->
                CreditNoteReconciliationDraft.builder().grossValue(new BigDecimal("-3.0")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("-3.0");
  }

  @Test
  void ecStatus_byDateAndPlace_isRefusedBeforeTheCall() {
    LocalDate lastDay = LocalDate.of(2020, 12, 31);
    assertThatThrownBy(() -> invoice().ecStatus(EcStatus.REVERSE_CHARGE).datedOn(lastDay).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("2020-12-31");
    InvoiceDraft goods = invoice().ecStatus(EcStatus.EC_GOODS).build();

    assertThatThrownBy(() -> freeagent.in(VatPlace.GREAT_BRITAIN).invoices().create(goods))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("EC Goods")
        .hasMessageContaining("Reverse Charge");
    assertThat(server.getRequestCount()).isZero();
    answer(201, "{\"invoice\":{\"url\":\"" + url("invoices/3") + "\"}}");
    freeagent.in(VatPlace.NORTHERN_IRELAND).invoices().create(goods);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void category_singleAnswer_isReadOutOfItsGroup() throws Exception {
    answer(200, "{\"income_categories\":{\"nominal_code\":\"001\",\"description\":\"Sales\"}}");

    assertThat(freeagent.categories().get(Category.ref("001")).nominalCode()).isEqualTo("001");
    assertThat(target(server.takeRequest())).isEqualTo("GET /v2/categories/001");
  }

  @Test
  void projects_nested_carryTheContactWhole() {
    answer(
        200,
        "{\"projects\":[{\"url\":\"%s\",\"budget\":28,\"contact\":{\"url\":\"%s\",\"email\":\"a@b.example\"}}]}"
            .formatted(url("projects/1"), url("contacts/2")));

    List<Project> projects =
        freeagent.projects().list(ProjectQuery.builder().nested(true).build()).toList();

    assertThat(projects.get(0).contact().ref().id()).isEqualTo("2");
    assertThat(projects.get(0).contact().nested().email()).isEqualTo("a@b.example");
  }

  @Test
  void me_readAndChanged_isTheTokensUser() throws Exception {
    answer(200, "{\"user\":{\"url\":\"" + url("users/1") + "\",\"permission_level\":8}}");
    answer(200, "{\"user\":{\"url\":\"" + url("users/1") + "\"}}");

    User me = freeagent.users().me();
    freeagent.users().updateMe(UserDraft.builder().firstName("Joe").build());

    assertThat(me.permissionLevel()).isEqualTo(8);
    assertThat(target(server.takeRequest())).isEqualTo("GET /v2/users/me");
    assertThat(target(server.takeRequest())).isEqualTo("PUT /v2/users/me");
  }

  @Test
  void everyCall_namesTheApiVersionAndTheApplication() throws Exception {
    answer(200, "{\"company\":{\"id\":\"12345\"}}");

    assertThat(freeagent.company().get().id()).isEqualTo("12345");
    RecordedRequest seen = server.takeRequest();
    assertThat(seen.getHeaders().get("X-Api-Version")).isEqualTo("2026-09-01");
    assertThat(seen.getHeaders().get("User-Agent")).isEqualTo("Test Shop ledgerkit");
    assertThat(seen.getHeaders().get("Accept")).isEqualTo("application/json");
  }

  private static dev.ledgerkit.freeagent.draft.InvoiceDraftBuilder invoice() {
    return InvoiceDraft.builder().contact(Contact.ref("2")).datedOn(TODAY);
  }

  private static dev.ledgerkit.freeagent.draft.CreditNoteItemDraftBuilder credited(String price) {
    return CreditNoteItemDraft.builder()
        .description("Refund")
        .quantity(BigDecimal.ONE)
        .price(new BigDecimal(price));
  }
}
