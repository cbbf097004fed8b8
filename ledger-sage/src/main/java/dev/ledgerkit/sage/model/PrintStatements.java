package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is printed on statements.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PrintStatements(
    @Nullable Boolean daysOverdue,
    @Nullable Boolean tableOfBalances,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PrintStatements {
    extra = Absent.map(extra);
  }
}
