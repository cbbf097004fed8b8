package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of stock made by hand.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param quantity negative when stock went out
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record StockMovement(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    List<Link> links,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String movementNumber,
    @Nullable LocalDate date,
    @Nullable BigDecimal costPrice,
    @Nullable BigDecimal quantity,
    @Nullable String details,
    @Nullable String reference,
    @Nullable StockItem stockItem,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public StockMovement {
    id = Absent.text(id);
    links = Absent.list(links);
    extra = Absent.map(extra);
  }
}
