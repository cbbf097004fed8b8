package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Totals of a document, split into goods and services.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record DetailedTaxAnalysis(
    @Nullable DetailedTaxBreakdown taxRatesBreakdown,
    @Nullable BigDecimal totalNet,
    @Nullable BigDecimal totalTax,
    @Nullable BigDecimal total,
    @Nullable BigDecimal totalGoodsAmount,
    @Nullable BigDecimal totalServicesAmount,
    @Nullable BigDecimal baseCurrencyTotalNet,
    @Nullable BigDecimal baseCurrencyTotalTax,
    @Nullable BigDecimal baseCurrencyTotal,
    @Nullable BigDecimal baseCurrencyTotalGoodsAmount,
    @Nullable BigDecimal baseCurrencyTotalServicesAmount,
    @Nullable BigDecimal totalRetailerTax,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public DetailedTaxAnalysis {
    extra = Absent.map(extra);
  }
}
