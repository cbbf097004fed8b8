package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a purchase invoice or purchase credit note.
 *
 * @param isPurchaseForResale Ireland only
 * @param gstAmount Canada only
 * @param pstAmount Canada only
 * @param taxRecoverable Canada only
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PurchaseLine(
    @Nullable String id,
    @Nullable String displayedAs,
    @Nullable Boolean isPurchaseForResale,
    List<LineAnalysis> analysisTypeCategories,
    @Nullable String description,
    @Nullable Product product,
    @Nullable Service service,
    @Nullable Reference ledgerAccount,
    @Nullable Boolean tradeOfAsset,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable BigDecimal netAmount,
    @Nullable Reference taxRate,
    @Nullable BigDecimal taxAmount,
    List<TaxBreakdown> taxBreakdown,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal baseCurrencyUnitPrice,
    @Nullable Boolean unitPriceIncludesTax,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    List<TaxBreakdown> baseCurrencyTaxBreakdown,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable Reference euGoodsServicesType,
    @Nullable BigDecimal gstAmount,
    @Nullable BigDecimal pstAmount,
    @Nullable Boolean taxRecoverable,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PurchaseLine {
    analysisTypeCategories = Absent.list(analysisTypeCategories);
    taxBreakdown = Absent.list(taxBreakdown);
    baseCurrencyTaxBreakdown = Absent.list(baseCurrencyTaxBreakdown);
    extra = Absent.map(extra);
  }
}
