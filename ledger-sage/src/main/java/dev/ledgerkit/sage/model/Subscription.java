package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a business pays for; check {@code active} before it is connected.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Subscription(
    @Nullable String id,
    @Nullable String displayedAs,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Boolean active,
    @Nullable String status,
    @Nullable Boolean accountantPays,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Subscription {
    extra = Absent.map(extra);
  }
}
