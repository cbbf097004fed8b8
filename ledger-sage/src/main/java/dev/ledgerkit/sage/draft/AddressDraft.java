package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An address to write on a contact or bank account.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record AddressDraft(
    @JsonProperty("address_line_1") @Nullable String addressLine1,
    @JsonProperty("address_line_2") @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable String countryId,
    @Nullable String bankAccountId,
    @Nullable String contactId,
    @Nullable String addressTypeId,
    @Nullable String name,
    @Nullable String region,
    @Nullable String countryGroupId,
    @Nullable Boolean isMainAddress) {

  /** A builder with nothing set. */
  public static AddressDraftBuilder builder() {
    return AddressDraftBuilder.builder();
  }
}
