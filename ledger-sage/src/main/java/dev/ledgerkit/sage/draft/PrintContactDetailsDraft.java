package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What of the business shall be printed on documents.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PrintContactDetailsDraft(
    @Nullable Boolean businessName,
    @Nullable Boolean website,
    @Nullable Boolean telephone,
    @Nullable Boolean mobile,
    @Nullable Boolean emailAddress,
    @Nullable Boolean dueDate,
    @Nullable String defaultDeliveryAddress) {

  /** A builder with nothing set. */
  public static PrintContactDetailsDraftBuilder builder() {
    return PrintContactDetailsDraftBuilder.builder();
  }
}
