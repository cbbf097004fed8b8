package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A link to the record in another representation, for example its page in the web application.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Link(
    @Nullable String href,
    @Nullable String rel,
    @Nullable String type,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public Link {
    extra = Absent.map(extra);
  }
}
