package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An address of a contact or bank account.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Address(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @JsonProperty("address_line_1") @Nullable String addressLine1,
    @JsonProperty("address_line_2") @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable Reference country,
    @Nullable Instant deletedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Reference bankAccount,
    @Nullable Reference contact,
    @Nullable Reference addressType,
    @Nullable String name,
    @Nullable String region,
    @Nullable Reference countryGroup,
    @Nullable Boolean isMainAddress,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Address {
    extra = Absent.map(extra);
  }
}
