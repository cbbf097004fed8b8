package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a ledger account held over a period; answered on request only.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record LedgerAccountBalance(
    @Nullable BigDecimal balance,
    @Nullable String creditOrDebit,
    @Nullable BigDecimal credits,
    @Nullable BigDecimal debits,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public LedgerAccountBalance {
    extra = Absent.map(extra);
  }
}
