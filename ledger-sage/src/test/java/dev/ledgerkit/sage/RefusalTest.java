package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraftBuilder;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals whose cause Ledger knows better than their wording tells. */
class RefusalTest extends WireTest {
  private static final ContactDraft CONTACT =
      ContactDraft.builder()
          .name("Great Example Ltd")
          .contactTypeIds(List.of(ContactType.CUSTOMER))
          .reference("C-1042")
          .build();

  @ParameterizedTest
  @ValueSource(strings = {"contact[reference]", "contact.reference", "reference"})
  void reference_ofADeletedContact_isToldAsSuch(String source) throws Exception {
    answer(422, problem("is already in use", source));
    answer(200, "[{\"id\":\"c7\",\"reference\":\"C-10421\"},{\"id\":\"c8\"}]");

    ContactReferenceTakenException refused =
        catchThrowableOfType(
            ContactReferenceTakenException.class, () -> sage.contacts().create(CONTACT));

    assertThat(refused.reference()).isEqualTo("C-1042");
    assertThat(refused.holder()).isNull();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.requestId()).isEqualTo("req-1");
    assertThat(refused)
        .hasMessageContaining("POST /contacts")
        .hasMessageContaining("is already in use")
        .hasMessageContaining("'C-1042' was that of a deleted contact");
    assertThat(refused.getSuppressed()).hasOnlyElementsOfType(ValidationException.class);
    server.takeRequest();
    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v3.1/contacts?search=C-1042&attributes=reference&items_per_page=200&page=1");
  }

  @Test
  void reference_ofALivingContact_namesIt() {
    answer(422, problem("Reference is already in use", ""));
    answer(200, "[{\"id\":\"c7\",\"reference\":\"c-1042\"}]");

    assertThatThrownBy(() -> sage.contacts().update("c9", CONTACT))
        .isInstanceOfSatisfying(
            ContactReferenceTakenException.class,
            refused -> assertThat(refused.holder()).isEqualTo("c7"))
        .hasMessageContaining("PUT /contacts/c9");
  }

  @Test
  void contact_refusedForAnotherField_isLeftAlone() {
    answer(422, problem("is invalid", "contact[tax_number]"));

    assertThatThrownBy(() -> sage.contacts().create(CONTACT))
        .isExactlyInstanceOf(ValidationException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void reference_lookupFails_leavesTheRefusalAsItWas() {
    answer(422, problem("is already in use", "reference"));
    answer(503, "");

    assertThatThrownBy(() -> sage.contacts().create(CONTACT))
        .isExactlyInstanceOf(ValidationException.class)
        .satisfies(refused -> assertThat(refused.getSuppressed()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sales_invoice[currency_id]", "contact_id", "base"})
  void currency_notTheContacts_isToldAsSuch(String source) throws Exception {
    answer(422, problem("The currency does not fit", source));
    answer(200, "{\"id\":\"c1\",\"currency\":{\"id\":\"GBP\"}}");

    ContactCurrencyException refused =
        catchThrowableOfType(
            ContactCurrencyException.class,
            () -> sage.salesInvoices().create(invoice().currencyId("EUR").build()));

    assertThat(refused.contact()).isEqualTo("c1");
    assertThat(refused.contactCurrency()).isEqualTo("GBP");
    assertThat(refused.documentCurrency()).isEqualTo("EUR");
    assertThat(refused)
        .hasMessageContaining("The currency does not fit")
        .hasMessageContaining("contact c1 is kept in GBP and the document in EUR");
    server.takeRequest();
    assertThat(target(server.takeRequest())).isEqualTo("GET /v3.1/contacts/c1?attributes=currency");
  }

  @Test
  void currency_ofTheContact_leavesTheRefusalAsItWas() {
    answer(422, problem("The currency does not fit", "currency_id"));
    answer(200, "{\"id\":\"c1\",\"currency\":{\"id\":\"EUR\"}}");

    assertThatThrownBy(() -> sage.salesInvoices().create(invoice().currencyId("EUR").build()))
        .isExactlyInstanceOf(ValidationException.class);
  }

  @Test
  void document_refusedForAnotherField_looksNothingUp() {
    answer(422, problem("is invalid", "sales_invoice[due_date]"));
    answer(422, problem("The currency does not fit", "currency_id"));

    assertThatThrownBy(() -> sage.salesInvoices().create(invoice().currencyId("EUR").build()))
        .isExactlyInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> sage.salesInvoices().create(invoice().build()))
        .isExactlyInstanceOf(ValidationException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void forContact_otherCurrency_isRefusedBeforeAnyCall() {
    Contact british = contact("{\"id\":\"c1\",\"currency\":{\"id\":\"GBP\"}}");
    SalesInvoiceDraft euros = SalesInvoiceDraft.builder().currencyId("EUR").build();

    assertThatThrownBy(() -> euros.forContact(british))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("currency_id 'EUR'")
        .hasMessageContaining("c1 is kept in GBP");
    assertThatThrownBy(
            () -> PurchaseInvoiceDraft.builder().currencyId("EUR").build().forContact(british))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(
            () -> ContactPaymentDraft.builder().currencyId("EUR").build().forContact(british))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void forContact_sameOrUnknownCurrency_setsTheContact() {
    Contact british = contact("{\"id\":\"c1\",\"currency\":{\"id\":\"GBP\"}}");
    Contact unknown = contact("{\"id\":\"c2\"}");

    assertThat(invoice().currencyId("GBP").build().forContact(british))
        .isEqualTo(invoice().currencyId("GBP").build());
    assertThat(invoice().build().forContact(british)).isEqualTo(invoice().build());
    assertThat(invoice().currencyId("EUR").build().forContact(unknown).contactId()).isEqualTo("c2");
  }

  private static Contact contact(String json) {
    return SageJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Contact.class);
  }

  private static String problem(String message, String source) {
    return "[{\"$severity\":\"error\",\"$dataCode\":\"RecordInvalid\",\"$message\":\"%s\",\"$source\":\"%s\"}]"
        .formatted(message, source);
  }

  private static SalesInvoiceDraftBuilder invoice() {
    return SalesInvoiceDraft.builder()
        .contactId("c1")
        .date(LocalDate.of(2025, 1, 6))
        .invoiceLines(
            List.of(
                SalesInvoiceLineDraft.builder()
                    .description("Consulting")
                    .ledgerAccountId("a1")
                    .unitPrice(BigDecimal.TEN)
                    .build()));
  }
}
