package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A product whose stock Sage counts.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param weightConverted in the smallest unit of weight
 * @param active may be null where one expects true
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record StockItem(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable Boolean deletable,
    @Nullable Boolean deactivatable,
    @Nullable Boolean usedOnRecurringInvoice,
    @Nullable String itemCode,
    @Nullable String description,
    @Nullable String notes,
    @Nullable Reference salesLedgerAccount,
    @Nullable Reference salesTaxRate,
    @Nullable Reference purchaseLedgerAccount,
    @Nullable Contact usualSupplier,
    @Nullable Reference purchaseTaxRate,
    @Nullable BigDecimal costPrice,
    List<SalesPrice> salesPrices,
    @Nullable String sourceGuid,
    @Nullable String purchaseDescription,
    @Nullable BigDecimal reorderLevel,
    @Nullable BigDecimal reorderQuantity,
    @Nullable String location,
    @Nullable String barcode,
    @Nullable String supplierPartNumber,
    @Nullable BigDecimal weight,
    @Nullable String measurementUnit,
    @Nullable BigDecimal weightConverted,
    @Nullable Boolean active,
    @Nullable BigDecimal quantityInStock,
    @Nullable BigDecimal lastCostPrice,
    @Nullable BigDecimal lastCostPriceStockValue,
    @Nullable BigDecimal averageCostPrice,
    @Nullable BigDecimal averageCostPriceStockValue,
    @Nullable LocalDate costPriceLastUpdated,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public StockItem {
    id = Absent.text(id);
    salesPrices = Absent.list(salesPrices);
    extra = Absent.map(extra);
  }
}
