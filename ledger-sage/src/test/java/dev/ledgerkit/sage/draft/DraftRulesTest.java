package dev.ledgerkit.sage.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftRulesTest {

  @Test
  void missing_salesInvoiceWithBareLine_namesEverything() {
    SalesInvoiceDraft draft =
        SalesInvoiceDraft.builder()
            .invoiceLines(
                List.of(
                    SalesInvoiceLineDraft.builder().description(" ").build(),
                    SalesInvoiceLineDraft.builder().description("x").ledgerAccountId("a").build()))
            .build();

    assertThat(draft.missing())
        .containsExactly(
            "contact_id",
            "date",
            "invoice_lines[0].description",
            "invoice_lines[0].ledger_account_id",
            "invoice_lines[0].unit_price",
            "invoice_lines[1].unit_price");
  }

  @Test
  void missing_bankDetailsWithoutName_areNamed() {
    assertThat(BankAccountDraft.builder().build().missing())
        .containsExactly("bank_account_type_id");
    assertThat(
            BankAccountDraft.builder()
                .bankAccountTypeId("CHECKING")
                .bankAccountDetails(BankAccountDetailsDraft.builder().build())
                .build()
                .missing())
        .containsExactly("bank_account_details.account_name");
  }

  @Test
  void contactReference_elevenCharacters_isRefusedByName() {
    assertThatThrownBy(() -> ContactDraft.builder().reference("CUSTOMER-11").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'CUSTOMER-11' has 11 characters");
    assertThat(ContactDraft.builder().reference("CUSTOMER10").build().lookup())
        .isEqualTo("reference CUSTOMER10");
  }

  @Test
  void derive_anyText_fitsAndStaysTheSame() {
    String long1 = ContactReference.derive("magento:your-shop.example.com:customer:1042");

    assertThat(long1)
        .hasSize(10)
        .matches("[0-9A-Z]{10}")
        .isEqualTo(ContactReference.derive("magento:your-shop.example.com:customer:1042"))
        .isNotEqualTo(ContactReference.derive("magento:your-shop.example.com:customer:1043"));
    assertThat(ContactReference.derive(" C-1042 ")).isEqualTo("C-1042");
    assertThatThrownBy(() -> ContactReference.derive(" "))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Salt &amp; Pepper, Salt & Pepper",
    "&lt;b&gt;5&quot;&lt;/b&gt;, '<b>5\"</b>'",
    "caf&eacute; &#8364;5 &#x20AC;6, café €5 €6",
    "A &amp;amp; B, A & B",
    "R&D; 5 & 6, R&D; 5 & 6",
    "&unknown; &#0; &#xFFFFFF;, &unknown; &#0; &#xFFFFFF;",
    "&frac12; price&nbsp;now, '½ price\u00a0now'",
    "O&#39;Neil&apos;s, O'Neil's",
    "'', ''",
  })
  void description_withEntities_isDecoded(String escaped, String plain) {
    assertThat(SalesInvoiceLineDraft.builder().description(escaped).build().description())
        .isEqualTo(plain);
  }

  @Test
  void toString_ofBankDetails_showsNoNumbers() {
    assertThat(
            BankAccountDetailsDraft.builder()
                .accountName("Main")
                .accountNumber("12345678")
                .build()
                .toString())
        .doesNotContain("12345678");
  }
}
