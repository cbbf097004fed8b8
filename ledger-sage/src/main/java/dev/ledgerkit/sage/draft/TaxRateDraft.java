package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tax rate to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param name required to create
 * @param componentTaxRate taken when a rate is created
 * @param fromDate taken when a rate is changed
 * @param percentage taken when a rate is changed
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TaxRateDraft(
    @Nullable String name,
    @Nullable String agency,
    @Nullable Boolean isVisible,
    @Nullable List<ComponentTaxRateDraft> componentTaxRate,
    @Nullable LocalDate fromDate,
    @Nullable BigDecimal percentage)
    implements SageDraft {

  /** Copies the lists. */
  public TaxRateDraft {
    componentTaxRate = Given.copy(componentTaxRate);
  }

  /** A builder with nothing set. */
  public static TaxRateDraftBuilder builder() {
    return TaxRateDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("name", name)
        .needsEach("component_tax_rate", componentTaxRate, ComponentTaxRateDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
