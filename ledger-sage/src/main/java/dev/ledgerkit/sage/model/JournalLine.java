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
 * A line of a journal: one of {@code debit} and {@code credit} is zero.
 *
 * @param ledgerAccount with all its fields
 * @param journalLineForeignCurrency declared a text although it says yes or no
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record JournalLine(
    @Nullable String id,
    @Nullable LedgerAccount ledgerAccount,
    @Nullable String details,
    @Nullable BigDecimal debit,
    @Nullable BigDecimal credit,
    List<LineAnalysis> analysisTypeCategories,
    @Nullable Boolean includeOnTaxReturn,
    @Nullable Boolean taxReconciled,
    @Nullable Boolean cleared,
    @Nullable Boolean bankReconciled,
    @Nullable String journalLineForeignCurrency,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public JournalLine {
    analysisTypeCategories = Absent.list(analysisTypeCategories);
    extra = Absent.map(extra);
  }
}
