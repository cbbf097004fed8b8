package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A company that a practice looks after.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param id only if minimal data was asked for
 * @param url the same of all: what differs is the subdomain
 * @param subdomain what calls for this company name
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PracticeClient(
    @Nullable Long id,
    @Nullable String url,
    @Nullable String name,
    @Nullable String subdomain,
    @Nullable Ref<AccountManager> accountManager,
    @Nullable CompanyType type,
    @Nullable String status,
    @Nullable String contactEmail,
    @Nullable String contactPhone,
    @JsonProperty("address1") @Nullable String address1,
    @JsonProperty("address2") @Nullable String address2,
    @JsonProperty("address3") @Nullable String address3,
    @Nullable String town,
    @Nullable String region,
    @Nullable String postcode,
    @Nullable String country,
    @Nullable LocalDate companyStartDate,
    @Nullable SalesTaxRegistrationStatus salesTaxRegistrationStatus,
    @Nullable AccountOwner accountOwner,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public PracticeClient {
    extra = Absent.map(extra);
  }
}
