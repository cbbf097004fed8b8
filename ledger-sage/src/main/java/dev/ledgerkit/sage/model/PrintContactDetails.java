package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What of the business is printed on documents.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PrintContactDetails(
    @Nullable Boolean businessName,
    @Nullable Boolean website,
    @Nullable Boolean telephone,
    @Nullable Boolean mobile,
    @Nullable Boolean emailAddress,
    @Nullable Boolean dueDate,
    @Nullable String defaultDeliveryAddress,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PrintContactDetails {
    extra = Absent.map(extra);
  }
}
