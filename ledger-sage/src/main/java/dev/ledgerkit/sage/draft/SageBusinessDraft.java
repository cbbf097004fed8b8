package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a business to change; only its owner may.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SageBusinessDraft(
    @Nullable String name,
    @JsonProperty("address_line_1") @Nullable String addressLine1,
    @JsonProperty("address_line_2") @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable String countryId,
    @Nullable String region,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String website)
    implements SageDraft {

  /** A builder with nothing set. */
  public static SageBusinessDraftBuilder builder() {
    return SageBusinessDraftBuilder.builder();
  }

  /** Empty: it exists already and is only changed. */
  @Override
  public List<String> missing() {
    return List.of();
  }
}
