package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a user paid for the company, or drove for it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param category of mileage, the word {@code Mileage}
 * @param grossValue negative: owed to the user
 * @param nativeGrossValue in the company's currency
 * @param reclaimMileage 1 if the mileage is claimed
 * @param depreciationSchedule FreeAgent does not use it any more
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Expense(
    Ref<Expense> url,
    @Nullable Ref<User> user,
    @Nullable Ref<Category> category,
    @Nullable LocalDate datedOn,
    @Nullable String currency,
    @Nullable BigDecimal grossValue,
    @Nullable BigDecimal nativeGrossValue,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal salesTaxValue,
    @Nullable BigDecimal nativeSalesTaxValue,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable BigDecimal manualSalesTaxAmount,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable String secondSalesTaxStatus,
    @Nullable EcStatus ecStatus,
    @Nullable String description,
    @Nullable String receiptReference,
    @Nullable Ref<StockItem> stockItem,
    @Nullable String stockItemDescription,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable Ref<Project> rebillToProject,
    @Nullable Ref<Invoice> rebilledOnInvoice,
    @Nullable Ref<?> property,
    @Nullable Recurrence recurring,
    @Nullable LocalDate nextRecursOn,
    @Nullable LocalDate recurringEndDate,
    @Nullable Attachment attachment,
    @Nullable BigDecimal mileage,
    @Nullable VehicleType vehicleType,
    @Nullable String engineType,
    @Nullable String engineSize,
    @Nullable Integer reclaimMileage,
    @Nullable BigDecimal initialRateMileage,
    @Nullable BigDecimal reclaimMileageRate,
    @Nullable BigDecimal rebillMileageRate,
    @Nullable Boolean haveVatReceipt,
    @Nullable Ref<?> capitalAsset,
    @Nullable String depreciationSchedule,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Expense {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The expense with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Expense> ref(String idOrUrl) {
    return Ref.of("expenses", idOrUrl);
  }
}
