package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate a new tax rate is made of.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ComponentTaxRateDraft(
    @Nullable String name, @Nullable String agency, @Nullable BigDecimal percentage) {

  /** A builder with nothing set. */
  public static ComponentTaxRateDraftBuilder builder() {
    return ComponentTaxRateDraftBuilder.builder();
  }

  List<String> missing() {
    return new Given().needs("name", name).missing();
  }
}
