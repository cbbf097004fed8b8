package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer or supplier, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param balance only if asked for with {@code show_balance}
 * @param contactTypes customer or vendor; Sage allows one in practice
 * @param reference at most 10 characters, unique; stays taken after the contact is deleted
 * @param creditDays null if the settings of the business decide
 * @param currency fixed once the contact has documents
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Contact(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    List<Link> links,
    @Nullable Instant deletedAt,
    @Nullable BigDecimal balance,
    List<Reference> contactTypes,
    @Nullable String name,
    @Nullable String reference,
    @Nullable LedgerAccount defaultSalesLedgerAccount,
    @Nullable Reference defaultSalesTaxRate,
    @Nullable LedgerAccount defaultPurchaseLedgerAccount,
    @Nullable String taxNumber,
    @Nullable String notes,
    @Nullable String locale,
    @Nullable Address mainAddress,
    @Nullable Address deliveryAddress,
    @Nullable ContactPerson mainContactPerson,
    @Nullable BankAccountDetails bankAccountDetails,
    @Nullable BigDecimal creditLimit,
    @Nullable Integer creditDays,
    @Nullable CreditTerms creditTerms,
    @Nullable String creditTermsAndConditions,
    @Nullable Reference productSalesPriceType,
    @Nullable String sourceGuid,
    @Nullable Reference currency,
    @Nullable String auxReference,
    @Nullable String registeredNumber,
    @Nullable Boolean deletable,
    @Nullable ContactTaxTreatment taxTreatment,
    @Nullable String email,
    @Nullable String taxCalculation,
    @Nullable String auxiliaryAccount,
    @Nullable Boolean gdprObfuscated,
    @Nullable Boolean system,
    @Nullable Boolean hasUnfinishedRecurringInvoices,
    @Nullable Boolean cisRegistered,
    @Nullable Boolean niBased,
    @Nullable Boolean isActive,
    @Nullable Boolean gbBased,
    @Nullable ContactCisSettings cisSettings,
    @Nullable Boolean destinationVatBlocking,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Contact {
    id = Absent.text(id);
    links = Absent.list(links);
    contactTypes = Absent.list(contactTypes);
    extra = Absent.map(extra);
  }
}
