package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who looks after clients of a practice.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record AccountManager(
    Ref<AccountManager> url,
    @Nullable String name,
    @Nullable String email,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public AccountManager {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The account manager with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<AccountManager> ref(String idOrUrl) {
    return Ref.of("account_managers", idOrUrl);
  }
}
