package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of the balance sheet.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param netBookValue of capital assets
 * @param retainedProfit of the owners' equity
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BalanceSheetGroup(
    List<BalanceSheetAccount> accounts,
    @Nullable BigDecimal netBookValue,
    @Nullable BigDecimal retainedProfit,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BalanceSheetGroup {
    accounts = Absent.list(accounts);
    extra = Absent.map(extra);
  }
}
