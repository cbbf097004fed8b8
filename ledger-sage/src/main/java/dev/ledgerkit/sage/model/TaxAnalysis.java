package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a document says per tax rate.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TaxAnalysis(
    @Nullable Reference taxRate,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal goodsAmount,
    @Nullable BigDecimal serviceAmount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public TaxAnalysis {
    extra = Absent.map(extra);
  }
}
