package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.sage.draft.AddressDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ReadOptions;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SageClientTest extends WireTest {
  private static final ContactDraft CONTACT =
      ContactDraft.builder()
          .name("Great Example Ltd")
          .contactTypeIds(List.of(ContactType.CUSTOMER))
          .reference("C-1042")
          .build();

  @Test
  void create_withKey_putsItInTheBodyAndTellsThePipeline() throws Exception {
    answer(201, "{\"id\":\"c1\",\"displayed_as\":\"Great Example Ltd\"}");
    IdempotencyKey key = IdempotencyKey.of("customer.created:1042");

    Contact contact = sage.contacts().create(CONTACT, key);

    assertThat(contact.id()).isEqualTo("c1");
    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("POST /v3.1/contacts");
    assertThat(seen.getHeaders().get("X-Business")).isEqualTo("0d40342d0287cd6b13555c54afca6c90");
    assertThat(body(seen).at("/contact/idempotency_id").asString()).isEqualTo(key.value());
    assertThat(body(seen).at("/contact/name").asString()).isEqualTo("Great Example Ltd");
    assertThat(api.sent().get(0).repeatable()).isTrue();
    assertThat(api.sent().get(0).lookup()).isEqualTo("reference C-1042");
  }

  @Test
  void create_withoutKey_sendsARandomOne() throws Exception {
    answer(201, "{\"id\":\"c1\"}");

    sage.contacts().create(CONTACT);

    assertThat(body(server.takeRequest()).at("/contact/idempotency_id").asString())
        .matches("[0-9a-f]{32}");
    assertThat(api.sent().get(0).repeatable()).isTrue();
  }

  @Test
  void create_whereSageHonoursNoKey_sendsNone() throws Exception {
    answer(201, "{\"id\":\"t1\"}");

    sage.taxRates().create(TaxRateDraft.builder().name("Local").build());

    assertThat(body(server.takeRequest())).isEqualTo(json("{\"tax_rate\":{\"name\":\"Local\"}}"));
    assertThat(api.sent().get(0).repeatable()).isFalse();
  }

  @Test
  void create_requiredFieldsMissing_namesAllAndSendsNothing() {
    assertThatThrownBy(() -> sage.ledgerAccounts().create(LedgerAccountDraft.builder().build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "ledger_account_type_id, included_in_chart, name, display_name, nominal_code");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void create_refused_namesTheField() {
    answer(
        422,
        "[{\"$dataCode\":\"RecordInvalid\",\"$message\":\"This field is required\","
            + "\"$source\":\"contact[contact_type_ids]\"}]");

    assertThatThrownBy(() -> sage.contacts().create(CONTACT))
        .isInstanceOfSatisfying(
            ValidationException.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        new Problem(
                            "contact.contact_type_ids",
                            "RecordInvalid",
                            "This field is required")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "<html>secret</html>", "{\"created_at\":\"yesterday-4111\"}"})
  void create_unreadableAnswer_isAnUnknownOutcome(String body) {
    answer(201, body);

    assertThatThrownBy(() -> sage.contacts().create(CONTACT))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("reference C-1042")
        .hasMessageContaining("req-1")
        .hasStackTraceContaining("UnreadableAnswerException")
        .satisfies(
            e -> assertThat(e.getCause().getMessage()).doesNotContain("secret", "yesterday-4111"));
  }

  @Test
  void get_unreadableAnswer_isAPassingFault() {
    answer(200, "<html>");

    assertThatThrownBy(() -> sage.contacts().get("c1"))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void get_withOptions_sendsThem() throws Exception {
    answer(200, "{\"id\":\"c1\",\"balance\":\"-5.10\"}");

    Contact contact =
        sage.contacts()
            .get(
                "c1",
                ReadOptions.builder()
                    .showBalance(true)
                    .attributes(List.of("name", "balance"))
                    .build());

    assertThat(contact.balance()).isEqualByComparingTo("-5.10");
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/contacts/c1?attributes=name%2Cbalance&show_balance=true");
  }

  @Test
  void get_unknownId_isNotFound() {
    answer(404, "[{\"$dataCode\":\"RecordNotFound\",\"$message\":\"gone\",\"$source\":\"\"}]");

    assertThatThrownBy(() -> sage.bankAccounts().get("nope")).isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "../user", "a?b", "é"})
  void get_impossibleId_isRefusedBeforeAnyCall(String id) {
    assertThatThrownBy(() -> sage.contacts().get(id))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "'");
    assertThatThrownBy(() -> sage.contacts().delete(id)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> sage.salesInvoices().release(id))
        .isInstanceOf(ConfigurationException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "../c1", "c1?x=1"})
  void idInADraft_thatCannotBeOne_isRefusedByNameBeforeAnyCall(String id) {
    ContactDraft contact =
        ContactDraft.builder()
            .name("Great Example Ltd")
            .contactTypeIds(List.of(ContactType.CUSTOMER))
            .mainAddress(AddressDraft.builder().countryId(id).build())
            .build();
    SalesInvoiceDraft changes =
        SalesInvoiceDraft.builder()
            .invoiceLines(List.of(SalesInvoiceLineDraft.builder().productId(id).build()))
            .build();

    assertThatThrownBy(() -> sage.contacts().create(contact))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "' in contact.main_address.country_id");
    assertThatThrownBy(() -> sage.salesInvoices().update("i1", changes))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "' in sales_invoice.invoice_lines[0].product_id");
    assertThatThrownBy(
            () -> sage.contactPayments().list(ContactPaymentQuery.builder().contactId(id).build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "' in contact_payments.contact_id");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void update_setAndCleared_leavesTheRestAlone() throws Exception {
    answer(200, "{\"id\":\"c1\"}");

    sage.contacts()
        .update("c1", ContactDraft.builder().notes("n").build(), "credit_limit", "main_address");

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("PUT /v3.1/contacts/c1");
    assertThat(body(seen))
        .isEqualTo(
            json("{\"contact\":{\"notes\":\"n\",\"credit_limit\":null,\"main_address\":null}}"));
  }

  @Test
  void update_nonsense_isRefusedByName() {
    ContactDraft notes = ContactDraft.builder().notes("n").build();

    assertThatThrownBy(() -> sage.contacts().update("c1", notes, "shoe_size"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'shoe_size'");
    assertThatThrownBy(() -> sage.contacts().update("c1", notes, "notes"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("both set and cleared");
    assertThatThrownBy(() -> sage.contacts().update("c1", ContactDraft.builder().build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("changes nothing");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void delete_answeredWithoutBody_isDone() throws Exception {
    answer(204, "");

    sage.contactPayments().delete("p1");

    assertThat(target(server.takeRequest())).isEqualTo("DELETE /v3.1/contact_payments/p1");
  }

  @Test
  void salesInvoice_read_neverMarksAsSent() throws Exception {
    answer(200, "{\"id\":\"i1\"}");
    answer(200, "{\"id\":\"i1\"}");

    sage.salesInvoices().get("i1");
    sage.salesInvoices().get("i1", ReadOptions.builder().showPaymentsAllocations(true).build());

    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/sales_invoices/i1?mark_as_sent=false");
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/sales_invoices/i1?mark_as_sent=false&show_payments_allocations=true");
  }

  @Test
  void salesInvoice_released_comesBackUnpaid() throws Exception {
    answer(201, "{\"id\":\"i1\",\"status\":{\"id\":\"UNPAID\"}}");

    SalesInvoice released = sage.salesInvoices().release("i1");

    assertThat(released.status().id()).isEqualTo("UNPAID");
    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("POST /v3.1/sales_invoices/i1/release");
    assertThat(seen.getBodySize()).isZero();
  }

  @Test
  void salesInvoice_voided_comesBackVoid() throws Exception {
    answer(200, "{\"id\":\"i1\",\"status\":{\"id\":\"VOID\"},\"void_reason\":\"a & b\"}");

    SalesInvoice voided = sage.salesInvoices().voidInvoice("i1", "a & b");

    assertThat(voided.status().id()).isEqualTo("VOID");
    assertThat(target(server.takeRequest()))
        .isEqualTo("DELETE /v3.1/sales_invoices/i1?void_reason=a%20%26%20b");
    assertThatThrownBy(() -> sage.salesInvoices().voidInvoice("i1", " "))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void salesInvoice_createWithoutLines_isRefused() {
    assertThatThrownBy(() -> sage.salesInvoices().create(SalesInvoiceDraft.builder().build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The sales_invoice cannot be created without: contact_id, date, invoice_lines.");
  }

  @Test
  void businesses_ofTheGrant_areAskedForOutsideAnyBusiness() throws Exception {
    answer(
        200,
        "{\"$total\":2,\"$page\":1,\"$items_per_page\":2147483647,\"$items\":["
            + "{\"id\":\"b1\",\"displayed_as\":\"One\"},{\"id\":\"b2\",\"displayed_as\":\"Two\"}]}");

    List<Business> businesses =
        provider.businesses(
            new WireApi(provider, TestBindings.unlocked()), TestBindings.unlocked().id());

    assertThat(businesses).containsExactly(new Business("b1", "One"), new Business("b2", "Two"));
    assertThat(server.takeRequest().getHeaders().get("X-Business")).isNull();
  }

  @Test
  void businesses_lead_hasDetails() throws Exception {
    answer(200, "{\"id\":\"b1\",\"subscriptions\":[{\"id\":\"ACCOUNTING\",\"active\":true}]}");

    assertThat(sage.businesses().lead().subscriptions().get(0).active()).isTrue();
    assertThat(target(server.takeRequest())).isEqualTo("GET /v3.1/businesses/lead");
  }
}
