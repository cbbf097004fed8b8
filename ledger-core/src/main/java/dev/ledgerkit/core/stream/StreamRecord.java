package dev.ledgerkit.core.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as the provider sent it: nothing renamed or rounded, and nothing left out but links that
 * are made anew for every read.
 *
 * <p>Hand it over, do not keep it: the content can be changed by whoever holds it.
 *
 * @param key the value of the stream's primary key
 * @param content the whole record
 * @since 0.1
 */
public record StreamRecord(String key, ObjectNode content) {

  /** When it was created by the provider's clock; null if it does not say. */
  public @Nullable Instant createdAt() {
    return instant("created_at");
  }

  /** When it was last changed by the provider's clock; null if it does not say. */
  public @Nullable Instant updatedAt() {
    return instant("updated_at");
  }

  private @Nullable Instant instant(String field) {
    JsonNode value = content.get(field);
    if (value == null || !value.isString()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value.stringValue()).toInstant();
    } catch (DateTimeException e) {
      return null; // a moment nobody can read is as good as none: the record counts as of any time
    }
  }
}
