package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What shall stand on top of printed documents.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record DocumentHeadingsDraft(
    @Nullable String salesInvoice,
    @Nullable String salesCreditNote,
    @Nullable String salesCorrectiveInvoice,
    @Nullable String salesQuote,
    @Nullable String salesEstimate,
    @Nullable String proForma,
    @Nullable String remittanceAdvice,
    @Nullable String statement,
    @Nullable String deliveryNote) {

  /** A builder with nothing set. */
  public static DocumentHeadingsDraftBuilder builder() {
    return DocumentHeadingsDraftBuilder.builder();
  }
}
