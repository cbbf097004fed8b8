package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The user who gave the grant, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param initials what transactions of this user carry
 * @param locale for example {@code en-GB}
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record SageUser(
    String id,
    @Nullable String displayedAs,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String initials,
    @Nullable String email,
    @Nullable String locale,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public SageUser {
    id = Absent.text(id);
    extra = Absent.map(extra);
  }
}
