package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A way to pay, for example {@code CREDIT_DEBIT}.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PaymentMethod(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PaymentMethod {
    id = Absent.text(id);
    extra = Absent.map(extra);
  }
}
