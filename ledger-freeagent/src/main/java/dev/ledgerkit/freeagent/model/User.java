package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A user of a company, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param permissionLevel 0 for nothing to 8 for everything; a token may do what its user may
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record User(
    Ref<User> url,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable UserRole role,
    @Nullable Integer permissionLevel,
    @Nullable String niNumber,
    @Nullable String uniqueTaxReference,
    @Nullable BigDecimal openingMileage,
    @Nullable Boolean hidden,
    @Nullable PayrollProfile currentPayrollProfile,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public User {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The user with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<User> ref(String idOrUrl) {
    return Ref.of("users", idOrUrl);
  }
}
