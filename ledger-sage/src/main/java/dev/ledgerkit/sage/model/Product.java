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
 * A product, as Sage answers it; of one with stock {@link StockItem} says more.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param active may be null where one expects true
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Product(
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
    @Nullable Boolean active,
    @Nullable Reference catalogItemType,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Product {
    id = Absent.text(id);
    salesPrices = Absent.list(salesPrices);
    extra = Absent.map(extra);
  }
}
