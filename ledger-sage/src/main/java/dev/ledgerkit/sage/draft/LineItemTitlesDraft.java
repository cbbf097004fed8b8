package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What columns of printed lines shall be called.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record LineItemTitlesDraft(
    @Nullable String description,
    @Nullable String unitPrice,
    @Nullable String quantity,
    @Nullable String discount) {

  /** A builder with nothing set. */
  public static LineItemTitlesDraftBuilder builder() {
    return LineItemTitlesDraftBuilder.builder();
  }
}
