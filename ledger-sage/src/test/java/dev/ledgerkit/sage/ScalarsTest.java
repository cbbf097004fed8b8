package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.sage.model.ArtefactStatus;
import dev.ledgerkit.sage.model.BankAccountDetails;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.CreditTerms;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.model.Transaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ScalarsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"12345678901234567.89\"", "12345678901234567.89"})
  void decimal_asTextOrNumber_isExact(String spelling) {
    Contact contact = contact("{\"id\":\"c\",\"balance\":" + spelling + "}");

    assertThat(contact.balance()).isEqualTo(new BigDecimal("12345678901234567.89"));
  }

  @Test
  void decimal_writtenAgain_isAText() {
    Contact contact = contact("{\"id\":\"c\",\"balance\":1E+3}");

    assertThat(json(contact)).contains("\"balance\":\"1000\"");
  }

  @Test
  void decimal_emptyText_isNull() {
    assertThat(contact("{\"id\":\"c\",\"balance\":\"\"}").balance()).isNull();
  }

  @Test
  void decimal_hugeExponent_isRefused() {
    assertThatThrownBy(() -> contact("{\"id\":\"c\",\"balance\":\"1e999999999\"}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageNotContaining("999999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "\"30\"", "\"30.0\"", "30.0"})
  void integer_asNumberOrText_isRead(String spelling) {
    assertThat(contact("{\"id\":\"c\",\"credit_days\":" + spelling + "}").creditDays())
        .isEqualTo(30);
  }

  @Test
  void integer_withAFraction_isRefusedNotRounded() {
    assertThatThrownBy(() -> contact("{\"id\":\"c\",\"credit_days\":\"30.5\"}"))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void date_emptyText_isNull() {
    SalesInvoice invoice =
        SageJson.read(utf8("{\"id\":\"i\",\"date\":\"\",\"deleted_at\":\"\"}"), SalesInvoice.class);

    assertThat(invoice.date()).isNull();
    assertThat(invoice.deletedAt()).isNull();
  }

  @Test
  void date_asDateTime_isItsDay() {
    TaxRate rate =
        SageJson.read(
            utf8("{\"id\":\"t\",\"percentages\":[{\"from_date\":\"2024-03-01T00:00:00Z\"}]}"),
            TaxRate.class);

    assertThat(rate.percentages().get(0).fromDate()).isEqualTo("2024-03-01");
  }

  @Test
  void moment_withOffset_isTheSameInstant() {
    assertThat(contact("{\"id\":\"c\",\"created_at\":\"2024-06-01T12:00:00+01:00\"}").createdAt())
        .isEqualTo("2024-06-01T11:00:00Z");
  }

  @Test
  void text_asNumber_isRead() {
    Transaction transaction =
        SageJson.read(
            utf8("{\"id\":\"t\",\"audit_trail_id\":17,\"number_of_attachments\":0}"),
            Transaction.class);

    assertThat(transaction.auditTrailId()).isEqualTo("17");
    assertThat(transaction.numberOfAttachments()).isEqualTo("0");
  }

  @Test
  void unknownField_isKeptWithItsDigits() {
    Contact contact = contact("{\"id\":\"c\",\"legacy_id\":5,\"new\":{\"rate\":1.10}}");

    assertThat(contact.extra()).containsOnlyKeys("legacy_id", "new");
    assertThat(json(contact)).endsWith("\"legacy_id\":5,\"new\":{\"rate\":1.10}}");
  }

  @Test
  void unknownEnumValue_isKept() {
    assertThat(contact("{\"id\":\"c\",\"credit_terms\":\"next_full_moon\"}").creditTerms())
        .isEqualTo(CreditTerms.of("next_full_moon"));
  }

  @Test
  void status_ofAnAnswer_isComparedById() {
    SalesInvoice paid =
        SageJson.read(utf8("{\"id\":\"i\",\"status\":{\"id\":\"PAID\"}}"), SalesInvoice.class);

    assertThat(ArtefactStatus.PAID.is(paid.status())).isTrue();
    assertThat(ArtefactStatus.UNPAID.is(paid.status())).isFalse();
    assertThat(ArtefactStatus.UNPAID.is(null)).isFalse();
  }

  @Test
  void list_absentNullOrWithNulls_isNeverNull() {
    assertThat(contact("{\"id\":\"c\"}").contactTypes()).isEmpty();
    assertThat(contact("{\"id\":\"c\",\"contact_types\":null}").contactTypes()).isEmpty();
    assertThat(contact("{\"id\":\"c\",\"contact_types\":[null]}").contactTypes()).isEmpty();
  }

  @Test
  void bankDetails_toString_showNoNumbers() {
    BankAccountDetails details =
        SageJson.read(
            utf8("{\"account_name\":\"Main\",\"account_number\":\"12345678\",\"iban\":\"GB00\"}"),
            BankAccountDetails.class);

    assertThat(details.toString()).contains("Main").doesNotContain("12345678", "GB00");
  }

  private static Contact contact(String json) {
    return SageJson.read(utf8(json), Contact.class);
  }

  private static String json(Object value) {
    return new String(SageJson.write(value), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
