package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the books to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record FinancialSettingsDraft(
    @Nullable LocalDate yearEndDate,
    @Nullable LocalDate yearEndLockdownDate,
    @Nullable String accountingType,
    @Nullable LocalDate accountsStartDate,
    @Nullable String baseCurrencyId,
    @Nullable Boolean multiCurrencyEnabled,
    @Nullable Boolean useLiveExchangeRates,
    @Nullable String mtdActivationStatus,
    @Nullable Boolean mtdConnected,
    @Nullable LocalDate mtdAuthenticatedDate,
    @Nullable String taxSchemeId,
    @Nullable String taxReturnFrequencyId,
    @Nullable String taxNumber,
    @Nullable String generalTaxNumber,
    @Nullable String taxOfficeId,
    @Nullable BigDecimal defaultIrpfRate,
    @Nullable BigDecimal flatRateTaxPercentage,
    @Nullable BigDecimal recoverablePercentage,
    @Nullable String salesTaxCalculation,
    @Nullable String purchaseTaxCalculation,
    @Nullable Boolean postponedAccounting,
    @Nullable Boolean destinationVat)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public FinancialSettingsDraft {
    accountingType = Fits.text("accounting_type", accountingType, 255);
    taxNumber = Fits.text("tax_number", taxNumber, 255);
  }

  /** A builder with nothing set. */
  public static FinancialSettingsDraftBuilder builder() {
    return FinancialSettingsDraftBuilder.builder();
  }

  /** Empty: it exists already and is only changed. */
  @Override
  public List<String> missing() {
    return List.of();
  }
}
