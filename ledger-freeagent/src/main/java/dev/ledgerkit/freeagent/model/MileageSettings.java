package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the tax office allows for mileage.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param engineTypeAndSizeOptions by period
 * @param mileageRates by period
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record MileageSettings(
    List<JsonNode> engineTypeAndSizeOptions,
    List<JsonNode> mileageRates,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public MileageSettings {
    engineTypeAndSizeOptions = Absent.list(engineTypeAndSizeOptions);
    mileageRates = Absent.list(mileageRates);
    extra = Absent.map(extra);
  }
}
