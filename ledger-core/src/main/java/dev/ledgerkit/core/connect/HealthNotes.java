package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a binding's renewals: how many succeeded, and the last that failed.
 *
 * @param failedAt null if none failed
 * @param failure why; empty if none failed
 */
record HealthNotes(long rotations, @Nullable Instant failedAt, String failure) {
  static final HealthNotes NOTHING = new HealthNotes(0, null, "");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  /** What an event says of it; null for nothing. */
  static @Nullable HealthNotes of(LedgerEvent event) {
    if (event instanceof LedgerEvent.TokenRefreshed) {
      return new HealthNotes(1, null, "");
    }
    if (event instanceof LedgerEvent.RefreshFailed failed) {
      return new HealthNotes(0, failed.at(), failed.why());
    }
    if (event instanceof LedgerEvent.ReconnectRequired dead) {
      return new HealthNotes(0, dead.at(), "The grant is dead: " + dead.reason() + ".");
    }
    return null;
  }

  /** These, and {@code later} ones. */
  HealthNotes plus(HealthNotes later) {
    boolean newer =
        later.failedAt != null && (failedAt == null || !later.failedAt.isBefore(failedAt));
    return new HealthNotes(
        rotations + later.rotations,
        newer ? later.failedAt : failedAt,
        newer ? later.failure : failure);
  }

  byte[] write() {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("rotations", rotations);
    if (failedAt != null) {
      json.put("failed_at", failedAt.toEpochMilli());
      json.put("failure", failure);
    }
    return JSON.writeValueAsBytes(json);
  }

  static HealthNotes read(StoredRecord stored) {
    try {
      JsonNode json = JSON.readTree(stored.value());
      if (json.path("format").asInt(0) != FORMAT) {
        throw new VaultException(
            "Record %s is of another format than %d.".formatted(stored.key(), FORMAT), null);
      }
      return new HealthNotes(
          json.path("rotations").asLong(0),
          json.has("failed_at") ? Instant.ofEpochMilli(json.path("failed_at").asLong(0)) : null,
          json.path("failure").asString(""));
    } catch (JacksonException e) {
      throw new VaultException("Record %s is no health record.".formatted(stored.key()), e);
    }
  }
}
