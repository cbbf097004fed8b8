package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one tax rate contributes to a {@link DetailedTaxAnalysis}.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record DetailedTaxBreakdown(
    @Nullable TaxRate taxRate,
    @Nullable String name,
    @Nullable BigDecimal percentage,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal retailTaxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal goodsAmount,
    @Nullable BigDecimal servicesAmount,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyGoodsAmount,
    @Nullable BigDecimal baseCurrencyServicesAmount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public DetailedTaxBreakdown {
    extra = Absent.map(extra);
  }
}
