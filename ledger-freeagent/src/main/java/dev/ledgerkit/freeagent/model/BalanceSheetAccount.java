package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of the balance sheet.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param totalDebitValue negative for a credit
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BalanceSheetAccount(
    @Nullable String name,
    @Nullable String nominalCode,
    @Nullable BigDecimal totalDebitValue,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BalanceSheetAccount {
    extra = Absent.map(extra);
  }
}
