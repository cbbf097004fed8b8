package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of the trial balance.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param nominalCode ends with the number of a record, not of a row
 * @param displayNominalCode what people see
 * @param total negative for a credit
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TrialBalanceLine(
    @Nullable Ref<Category> category,
    @Nullable String nominalCode,
    @Nullable String displayNominalCode,
    @Nullable String name,
    @Nullable BigDecimal total,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable Ref<User> user,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public TrialBalanceLine {
    extra = Absent.map(extra);
  }
}
