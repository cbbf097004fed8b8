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
 * What part of an {@link OtherPayment} was for.
 *
 * @param isPurchaseForResale Ireland only
 * @param gstAmount Canada only
 * @param pstAmount Canada only
 * @param taxRecoverable Canada only
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record OtherPaymentLine(
    @Nullable String id,
    @Nullable String displayedAs,
    List<LineAnalysis> analysisTypeCategories,
    @Nullable Reference ledgerAccount,
    @Nullable String details,
    @Nullable Reference taxRate,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    List<TaxBreakdown> taxBreakdown,
    @Nullable Boolean isPurchaseForResale,
    @Nullable Boolean tradeOfAsset,
    @Nullable BigDecimal gstAmount,
    @Nullable BigDecimal pstAmount,
    @Nullable Boolean taxRecoverable,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public OtherPaymentLine {
    analysisTypeCategories = Absent.list(analysisTypeCategories);
    taxBreakdown = Absent.list(taxBreakdown);
    extra = Absent.map(extra);
  }
}
