package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account of the chart, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param nominalCode with its leading zeros; the code of a sub-account has a dash, as {@code 750-1}
 * @param bankAccount of a sub-account: the account it stands for
 * @param capitalAssetType of a sub-account
 * @param stockItem of a sub-account
 * @param hirePurchase of a sub-account
 * @param user of a sub-account
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Category(
    Ref<Category> url,
    @Nullable String description,
    @Nullable String nominalCode,
    @Nullable String groupDescription,
    @Nullable Boolean allowableForTax,
    @Nullable String taxReportingName,
    @Nullable AutoSalesTaxRate autoSalesTaxRate,
    @Nullable Ref<?> bankAccount,
    @Nullable Ref<?> capitalAssetType,
    @Nullable Ref<?> stockItem,
    @Nullable Ref<?> hirePurchase,
    @Nullable Ref<User> user,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Category {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The category with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Category> ref(String idOrUrl) {
    return Ref.of("categories", idOrUrl);
  }
}
