package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An address to print on a sales document.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ArtefactAddressDraft(
    @JsonProperty("address_line_1") @Nullable String addressLine1,
    @JsonProperty("address_line_2") @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable String countryId,
    @Nullable String addressTypeId,
    @Nullable String region,
    @Nullable String countryGroupId) {

  /** A builder with nothing set. */
  public static ArtefactAddressDraftBuilder builder() {
    return ArtefactAddressDraftBuilder.builder();
  }
}
