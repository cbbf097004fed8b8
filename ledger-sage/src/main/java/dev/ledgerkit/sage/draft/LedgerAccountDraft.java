package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger account to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param nominalCode 1 to 99999999
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record LedgerAccountDraft(
    @Nullable String ledgerAccountTypeId,
    @Nullable Boolean includedInChart,
    @Nullable String name,
    @Nullable String displayName,
    @Nullable Integer nominalCode,
    @Nullable String ledgerAccountClassificationId,
    @Nullable String taxRateId,
    @Nullable Boolean fixedTaxRate,
    @Nullable Boolean visibleInBanking,
    @Nullable Boolean visibleInExpenses,
    @Nullable Boolean visibleInJournals,
    @Nullable Boolean visibleInOtherPayments,
    @Nullable Boolean visibleInOtherReceipts,
    @Nullable Boolean visibleInReporting,
    @Nullable Boolean visibleInSales,
    @Nullable String controlName,
    @Nullable Boolean taxRecoverable,
    @Nullable BigDecimal recoverablePercentage,
    @Nullable String nonRecoverableLedgerAccountId,
    @Nullable Boolean cisMaterials,
    @Nullable Boolean cisLabour,
    @Nullable Integer gifiCode)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public LedgerAccountDraft {
    name = Fits.text("name", name, 200);
    displayName = Fits.text("display_name", displayName, 200);
    nominalCode = Fits.number("nominal_code", nominalCode, 1, 99_999_999);
    controlName = Fits.text("control_name", controlName, 255);
    gifiCode = Fits.number("gifi_code", gifiCode, 1000, 9999);
  }

  /** A builder with nothing set. */
  public static LedgerAccountDraftBuilder builder() {
    return LedgerAccountDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("ledger_account_type_id", ledgerAccountTypeId)
        .needs("included_in_chart", includedInChart)
        .needs("name", name)
        .needs("display_name", displayName)
        .needs("nominal_code", nominalCode)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("nominal code", nominalCode);
  }
}
