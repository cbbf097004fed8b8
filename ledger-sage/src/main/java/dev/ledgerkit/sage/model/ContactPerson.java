package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person at a contact.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ContactPerson(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant deletedAt,
    List<Reference> contactPersonTypes,
    @Nullable String name,
    @Nullable String jobTitle,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String fax,
    @Nullable Boolean isMainContact,
    @Nullable Reference address,
    @Nullable Boolean isPreferredContact,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ContactPerson {
    contactPersonTypes = Absent.list(contactPersonTypes);
    extra = Absent.map(extra);
  }
}
