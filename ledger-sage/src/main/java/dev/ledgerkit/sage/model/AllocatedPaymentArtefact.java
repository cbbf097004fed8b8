package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document settled by a payment, and by how much.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record AllocatedPaymentArtefact(
    @Nullable String id,
    @Nullable LinkedReference artefact,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal discount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public AllocatedPaymentArtefact {
    extra = Absent.map(extra);
  }
}
