package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A debit or a credit of a journal.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param debitValue negative for a credit
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record JournalEntry(
    Ref<JournalEntry> url,
    @Nullable Ref<Category> category,
    @Nullable String description,
    @Nullable BigDecimal debitValue,
    @Nullable Ref<User> user,
    @Nullable Ref<?> capitalAssetType,
    @Nullable Ref<StockItem> stockItem,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable Ref<?> property,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public JournalEntry {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }
}
