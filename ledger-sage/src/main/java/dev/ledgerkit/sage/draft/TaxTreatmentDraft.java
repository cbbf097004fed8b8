package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which tax rules shall apply to a contact.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TaxTreatmentDraft(
    @Nullable Boolean homeTax,
    @Nullable Boolean euTaxRegistered,
    @Nullable Boolean euNotTaxRegistered,
    @Nullable Boolean restOfWorldTax,
    @Nullable Boolean isImporter) {

  /** A builder with nothing set. */
  public static TaxTreatmentDraftBuilder builder() {
    return TaxTreatmentDraftBuilder.builder();
  }
}
