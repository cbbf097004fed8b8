package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came in and what it took.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ProfitAndLoss(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable BigDecimal income,
    @Nullable BigDecimal expenses,
    @Nullable BigDecimal operatingProfit,
    List<Deduction> less,
    @Nullable BigDecimal retainedProfit,
    @Nullable BigDecimal retainedProfitBroughtForward,
    @Nullable BigDecimal retainedProfitCarriedForward,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public ProfitAndLoss {
    less = Absent.list(less);
    extra = Absent.map(extra);
  }
}
