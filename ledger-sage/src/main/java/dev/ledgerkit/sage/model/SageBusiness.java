package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A business the grant reaches.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param subscriptions what it pays for; empty in lists
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record SageBusiness(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String name,
    @JsonProperty("address_line_1") @Nullable String addressLine1,
    @JsonProperty("address_line_2") @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable Reference country,
    @Nullable String region,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String website,
    @Nullable Boolean isDemo,
    @Nullable Boolean niBased,
    List<Subscription> subscriptions,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public SageBusiness {
    id = Absent.text(id);
    subscriptions = Absent.list(subscriptions);
    extra = Absent.map(extra);
  }
}
