package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the books of a business are kept, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param path below the API base
 * @param yearEndLockdownDate nothing is booked on or before it
 * @param mtdAuthenticatedDate when UK Making Tax Digital was connected
 * @param defaultIrpfRate Spain
 * @param recoverablePercentage how much of input tax is recovered
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record FinancialSettings(
    @JsonProperty("$path") @Nullable String path,
    @Nullable LocalDate yearEndDate,
    @Nullable LocalDate yearEndLockdownDate,
    @Nullable String accountingType,
    @Nullable LocalDate accountsStartDate,
    @Nullable Reference baseCurrency,
    @Nullable Boolean multiCurrencyEnabled,
    @Nullable Boolean useLiveExchangeRates,
    @Nullable String mtdActivationStatus,
    @Nullable Boolean mtdConnected,
    @Nullable LocalDate mtdAuthenticatedDate,
    @Nullable Reference taxScheme,
    @Nullable Reference taxReturnFrequency,
    @Nullable String taxNumber,
    @Nullable String generalTaxNumber,
    @Nullable Reference taxOffice,
    @Nullable BigDecimal defaultIrpfRate,
    @Nullable BigDecimal flatRateTaxPercentage,
    @Nullable BigDecimal recoverablePercentage,
    @Nullable String salesTaxCalculation,
    @Nullable String purchaseTaxCalculation,
    @Nullable Instant updatedAt,
    @Nullable Boolean postponedAccounting,
    @Nullable Boolean destinationVat,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public FinancialSettings {
    extra = Absent.map(extra);
  }
}
