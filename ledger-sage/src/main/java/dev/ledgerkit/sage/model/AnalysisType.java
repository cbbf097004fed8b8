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
 * A dimension by which lines are analysed.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record AnalysisType(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    List<JsonNode> activeAreas,
    List<JsonNode> analysisTypeLevel,
    List<AnalysisTypeCategory> analysisTypeCategories,
    @Nullable String name,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public AnalysisType {
    activeAreas = Absent.list(activeAreas);
    analysisTypeLevel = Absent.list(analysisTypeLevel);
    analysisTypeCategories = Absent.list(analysisTypeCategories);
    extra = Absent.map(extra);
  }
}
