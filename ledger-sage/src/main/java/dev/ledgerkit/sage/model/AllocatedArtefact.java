package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document settled by an allocation, and by how much.
 *
 * @param amount for a customer invoices are positive and credits negative; the amounts add up to
 *     zero
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record AllocatedArtefact(
    @Nullable String id,
    @Nullable LinkedReference artefact,
    @Nullable BigDecimal amount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public AllocatedArtefact {
    extra = Absent.map(extra);
  }
}
