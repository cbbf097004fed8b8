package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands at the foot of printed documents.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record FooterDetails(
    @JsonProperty("column_1") @Nullable String column1,
    @JsonProperty("column_2") @Nullable String column2,
    @JsonProperty("column_3") @Nullable String column3,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public FooterDetails {
    extra = Absent.map(extra);
  }
}
