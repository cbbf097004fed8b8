package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A debit or a credit in the books.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param debitValue negative for a credit
 * @param sourceItemUrl what it comes from
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record LedgerTransaction(
    Ref<LedgerTransaction> url,
    @Nullable LocalDate datedOn,
    @Nullable String description,
    @Nullable Ref<Category> category,
    @Nullable String categoryName,
    @Nullable String nominalCode,
    @Nullable BigDecimal debitValue,
    @Nullable Ref<?> sourceItemUrl,
    @Nullable ForeignAmount foreignCurrencyData,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public LedgerTransaction {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The transaction with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<LedgerTransaction> ref(String idOrUrl) {
    return Ref.of("accounting/transactions", idOrUrl);
  }
}
