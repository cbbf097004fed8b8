package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom to ask at the bank.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankAccountContact(
    @Nullable String name,
    @Nullable String jobTitle,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String fax,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public BankAccountContact {
    extra = Absent.map(extra);
  }
}
