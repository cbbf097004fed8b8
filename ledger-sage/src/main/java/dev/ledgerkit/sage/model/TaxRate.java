package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A tax rate, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param percentage 20 for 20 %
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TaxRate(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String name,
    @Nullable String agency,
    @Nullable BigDecimal percentage,
    List<TaxRatePercentage> percentages,
    @Nullable Boolean isVisible,
    @Nullable Boolean retailer,
    @Nullable Boolean editable,
    @Nullable Boolean deletable,
    @Nullable Boolean isCombinedRate,
    List<ComponentTaxRate> componentTaxRates,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public TaxRate {
    id = Absent.text(id);
    percentages = Absent.list(percentages);
    componentTaxRates = Absent.list(componentTaxRates);
    extra = Absent.map(extra);
  }
}
