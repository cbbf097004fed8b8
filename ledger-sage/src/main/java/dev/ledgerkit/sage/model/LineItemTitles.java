package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What columns of printed lines are called.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record LineItemTitles(
    @Nullable String description,
    @Nullable String unitPrice,
    @Nullable String quantity,
    @Nullable String discount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public LineItemTitles {
    extra = Absent.map(extra);
  }
}
