package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which tax rules apply to a contact.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ContactTaxTreatment(
    @Nullable Boolean homeTax,
    @Nullable Boolean euTaxRegistered,
    @Nullable Boolean euNotTaxRegistered,
    @Nullable Boolean restOfWorldTax,
    @Nullable Boolean isImporter,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ContactTaxTreatment {
    extra = Absent.map(extra);
  }
}
