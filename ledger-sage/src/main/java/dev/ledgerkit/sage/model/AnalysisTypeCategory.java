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
 * A value of an analysis dimension.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record AnalysisTypeCategory(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String code,
    @Nullable String name,
    @Nullable String combinedId,
    @Nullable Reference analysisType,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public AnalysisTypeCategory {
    extra = Absent.map(extra);
  }
}
