package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.TaxUsage;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tax rates to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TaxRateQuery(
    @Nullable Instant updatedOrCreatedSince,
    @Nullable TaxUsage usage,
    @Nullable String addressRegionId,
    @Nullable LocalDate date,
    @Nullable Boolean includeHistoricalData,
    @Nullable Boolean includeDestinationVatRates,
    @Nullable Boolean cisOnly,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public TaxRateQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static TaxRateQueryBuilder builder() {
    return TaxRateQueryBuilder.builder();
  }
}
