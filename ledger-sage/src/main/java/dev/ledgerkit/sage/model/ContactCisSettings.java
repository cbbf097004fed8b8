package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A contact's place in the UK Construction Industry Scheme.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ContactCisSettings(
    @Nullable String registeredCisName,
    @Nullable String subcontractorVerificationNumber,
    @Nullable Reference deductionRate,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ContactCisSettings {
    extra = Absent.map(extra);
  }
}
