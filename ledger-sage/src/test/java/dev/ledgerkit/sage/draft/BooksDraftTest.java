package dev.ledgerkit.sage.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksDraftTest {

  @ParameterizedTest
  @CsvSource({"100.00, 100", "0.1, 0.10", "12345678901234567.89, 12345678901234567.890"})
  void journal_balanced_isTaken(BigDecimal debit, BigDecimal credit) {
    assertThat(journal(debit, credit).journalLines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"100.00, 100.01", "0, 0.000000001", "12345678901234567.89, 12345678901234567.88"})
  void journal_outOfBalance_isRefusedWithBothSums(BigDecimal debit, BigDecimal credit) {
    assertThatThrownBy(() -> journal(debit, credit))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("debits are " + debit.toPlainString())
        .hasMessageContaining("credits " + credit.toPlainString());
  }

  @Test
  void journalLine_negative_isRefusedByName() {
    assertThatThrownBy(() -> JournalLineDraft.credit("a1", new BigDecimal("-5.00")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("credit -5.00")
        .hasMessageContaining("the other side");
  }

  @Test
  void journal_withoutAmounts_namesThemAll() {
    JournalDraft draft =
        JournalDraft.builder()
            .journalLines(
                List.of(
                    JournalLineDraft.debit("a1", BigDecimal.ONE),
                    JournalLineDraft.builder().ledgerAccountId(" ").build()))
            .build();

    assertThat(draft.missing())
        .containsExactly(
            "date",
            "reference",
            "journal_lines[1].ledger_account_id",
            "journal_lines[1].debit",
            "journal_lines[1].credit");
    assertThat(JournalDraft.builder().reference("J-1").build().lookup()).isEqualTo("reference J-1");
  }

  @Test
  void missing_addressAndPerson_nameWhatACreateNeeds() {
    assertThat(AddressDraft.builder().build().missing())
        .containsExactly("address_type_id", "name", "is_main_address");
    assertThat(ContactPersonDraft.builder().contactPersonTypeIds(List.of()).build().missing())
        .containsExactly("address_id", "name", "contact_person_type_ids");
    assertThat(AddressDraft.builder().name("Depot").build().lookup()).isEqualTo("name Depot");
  }

  @Test
  void missing_settings_neverNeedAnything() {
    assertThat(FinancialSettingsDraft.builder().build().missing()).isEmpty();
    assertThat(SageUserDraft.builder().build().missing()).isEmpty();
  }

  @Test
  void tooLong_isRefusedByName() {
    assertThatThrownBy(() -> AddressDraft.builder().postalCode("NE1 1AA-PLUS").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("postal_code 'NE1 1AA-PLUS' has 12 characters and Sage takes 10; shorten it.");
    assertThatThrownBy(() -> ContactPersonDraft.builder().email("a".repeat(101)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("email");
    assertThatThrownBy(() -> JournalDraft.builder().description("x".repeat(201)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("description");
  }

  /** Sage counts characters, not the pieces Java keeps them in. */
  @Test
  void tooLong_emoji_countAsOne() {
    assertThat(AddressDraft.builder().postalCode("\uD83D\uDE00".repeat(10)).build().postalCode())
        .hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({"0", "100000000", "-1"})
  void nominalCode_outOfRange_isRefusedByName(int code) {
    assertThatThrownBy(() -> LedgerAccountDraft.builder().nominalCode(code).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nominal_code " + code);
    assertThatThrownBy(() -> BankAccountDraft.builder().nominalCode(code).build())
        .isInstanceOf(ConfigurationException.class);
  }

  private static JournalDraft journal(BigDecimal debit, BigDecimal credit) {
    return JournalDraft.builder()
        .date(LocalDate.of(2025, 1, 6))
        .reference("J-1")
        .journalLines(
            List.of(JournalLineDraft.debit("a1", debit), JournalLineDraft.credit("a2", credit)))
        .build();
  }
}
