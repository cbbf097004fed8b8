package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address to create, to change, or to write on a contact or bank account.
 *
 * <p>What a create needs is not needed where an address is part of another record.
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
    @Nullable Boolean isMainAddress)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public AddressDraft {
    addressLine1 = Fits.text("address_line_1", addressLine1, 50);
    addressLine2 = Fits.text("address_line_2", addressLine2, 50);
    city = Fits.text("city", city, 50);
    postalCode = Fits.text("postal_code", postalCode, 10);
    name = Fits.text("name", name, 50);
    region = Fits.text("region", region, 50);
  }

  /** A builder with nothing set. */
  public static AddressDraftBuilder builder() {
    return AddressDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("address_type_id", addressTypeId)
        .needs("name", name)
        .needs("is_main_address", isMainAddress)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
