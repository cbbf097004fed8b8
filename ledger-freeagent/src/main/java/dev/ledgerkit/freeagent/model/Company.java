package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The company a binding is locked to, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param url the same for every company; {@code id} tells them apart
 * @param id a number, which FreeAgent writes as one or as a text
 * @param mileageUnits {@code miles} or {@code kilometers}
 * @param country by its name
 * @param shortDateFormat such as {@code dd mmm yy}
 * @param initialVatBasis {@code Invoice} or {@code Cash}
 * @param ecVatReportingEnabled for United Kingdom companies: whether it is in Northern Ireland
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Company(
    @Nullable String url,
    @Nullable String id,
    @Nullable String name,
    @Nullable String subdomain,
    @Nullable CompanyType type,
    @Nullable String currency,
    @Nullable String mileageUnits,
    @Nullable LocalDate companyStartDate,
    @Nullable LocalDate tradingStartDate,
    @Nullable LocalDate firstAccountingYearEnd,
    List<AccountingPeriod> annualAccountingPeriods,
    @Nullable LocalDate freeagentStartDate,
    @Nullable String address1,
    @Nullable String address2,
    @Nullable String address3,
    @Nullable String town,
    @Nullable String region,
    @Nullable String postcode,
    @Nullable String country,
    @Nullable String companyRegistrationNumber,
    @Nullable String contactEmail,
    @Nullable String contactPhone,
    @Nullable String website,
    @Nullable String businessType,
    @Nullable String businessCategory,
    @Nullable String shortDateFormat,
    @Nullable String salesTaxName,
    @Nullable SalesTaxRegistrationStatus salesTaxRegistrationStatus,
    @Nullable String salesTaxRegistrationNumber,
    @Nullable LocalDate salesTaxEffectiveDate,
    List<BigDecimal> salesTaxRates,
    @Nullable Boolean salesTaxIsValueAdded,
    @Nullable Boolean cisEnabled,
    @Nullable Boolean cisSubcontractor,
    @Nullable Boolean cisContractor,
    List<String> lockedAttributes,
    @Nullable LocalDate vatFirstReturnPeriodEndsOn,
    @Nullable String initialVatBasis,
    @Nullable Boolean initiallyOnFrs,
    @Nullable String initialVatFrsType,
    @Nullable LocalDate salesTaxDeregistrationEffectiveDate,
    @Nullable String secondSalesTaxName,
    List<BigDecimal> secondSalesTaxRates,
    @Nullable Boolean secondSalesTaxIsCompound,
    @Nullable String locale,
    @Nullable Boolean ecVatReportingEnabled,
    @Nullable Boolean supportsAutoSalesTaxOnPurchases,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Company {
    annualAccountingPeriods = Absent.list(annualAccountingPeriods);
    salesTaxRates = Absent.list(salesTaxRates);
    lockedAttributes = Absent.list(lockedAttributes);
    secondSalesTaxRates = Absent.list(secondSalesTaxRates);
    extra = Absent.map(extra);
  }

  /** Where the company stands as to the European Union's rules of VAT. */
  public VatPlace vatPlace() {
    if (!"United Kingdom".equals(country)) {
      return VatPlace.ELSEWHERE;
    }
    return Boolean.TRUE.equals(ecVatReportingEnabled)
        ? VatPlace.NORTHERN_IRELAND
        : VatPlace.GREAT_BRITAIN;
  }
}
