package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What shall stand at the foot of printed documents.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record FooterDetailsDraft(
    @JsonProperty("column_1") @Nullable String column1,
    @JsonProperty("column_2") @Nullable String column2,
    @JsonProperty("column_3") @Nullable String column3) {

  /** A builder with nothing set. */
  public static FooterDetailsDraftBuilder builder() {
    return FooterDetailsDraftBuilder.builder();
  }
}
