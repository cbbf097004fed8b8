package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the company has and owes on a day. FreeAgent sends whole numbers.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BalanceSheet(
    @Nullable LocalDate accountingPeriodStartDate,
    @Nullable LocalDate asAtDate,
    @Nullable String currency,
    @Nullable BalanceSheetGroup capitalAssets,
    @Nullable BalanceSheetGroup currentAssets,
    @Nullable BalanceSheetGroup currentLiabilities,
    @Nullable BigDecimal netCurrentAssets,
    @Nullable BigDecimal totalAssets,
    @Nullable BalanceSheetGroup ownersEquity,
    @Nullable BigDecimal totalOwnersEquity,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BalanceSheet {
    extra = Absent.map(extra);
  }
}
