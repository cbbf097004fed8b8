package dev.ledgerkit.core.store;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.VaultException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A binding as the JSON its record holds; the version is the record's own. Written and read field
 * by field, so that no reflection is needed, which a module and a native image would have to allow.
 */
final class BindingCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  private BindingCodec() {}

  static byte[] write(Binding binding) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("platform", binding.installation().platform());
    json.put("host", binding.installation().host());
    json.put("provider", binding.provider());
    json.put("region", binding.region());
    json.put("status", binding.status().name());
    Business business = binding.business();
    if (business != null) {
      json.put("business_id", business.id());
      json.put("business_name", business.name());
    }
    json.put("created_at", binding.createdAt().toEpochMilli());
    json.put("updated_at", binding.updatedAt().toEpochMilli());
    return JSON.writeValueAsBytes(json);
  }

  static Binding read(StoredRecord stored) {
    try {
      JsonNode json = JSON.readTree(stored.value());
      int format = json.path("format").asInt(0);
      if (format != FORMAT) {
        throw new VaultException(
            "Record %s has format %d; this version of Ledger reads %d."
                .formatted(stored.key(), format, FORMAT),
            null);
      }
      return new Binding(
          new BindingId(stored.key().id()),
          new Installation(text(json, "platform"), text(json, "host")),
          text(json, "provider"),
          text(json, "region"),
          BindingStatus.valueOf(text(json, "status")),
          business(json),
          stored.version(),
          time(json, "created_at"),
          time(json, "updated_at"));
    } catch (JacksonException | IllegalArgumentException | ConfigurationException e) {
      throw new VaultException("Record %s is not a binding.".formatted(stored.key()), e);
    }
  }

  private static @Nullable Business business(JsonNode json) {
    String id = text(json, "business_id");
    return id.isEmpty() ? null : new Business(id, text(json, "business_name"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  private static Instant time(JsonNode json, String field) {
    return Instant.ofEpochMilli(json.path(field).asLong(0));
  }
}
