package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A pair as the JSON its two records hold, and the ids they are found by. */
final class EntityCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  private EntityCodec() {}

  /**
   * Names of any length and alphabet become a key of one form. Each part goes in with its length
   * before it, so that no two lists of parts read the same.
   */
  static String id(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] write(EntityPair pair) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("source_type", pair.source().type());
    json.put("source_id", pair.source().id());
    json.put("currency", pair.source().currency());
    json.put("provider_type", pair.provider().type());
    json.put("provider_id", pair.provider().id());
    return JSON.writeValueAsBytes(json);
  }

  static EntityPair read(StoredRecord stored) {
    try {
      JsonNode json = JSON.readTree(stored.value());
      int format = json.path("format").asInt(0);
      if (format != FORMAT) {
        throw new VaultException(
            "Record %s has format %d; this version of Ledger reads %d."
                .formatted(stored.key(), format, FORMAT),
            null);
      }
      return new EntityPair(
          new SourceEntity(
              text(json, "source_type"), text(json, "source_id"), text(json, "currency")),
          new ProviderEntity(text(json, "provider_type"), text(json, "provider_id")));
    } catch (JacksonException | ConfigurationException e) {
      throw new VaultException("Record %s is not a pair of entities.".formatted(stored.key()), e);
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
