package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One consent under way, as a binding's record holds it; read and written without reflection.
 *
 * @param stateHash the state's keyed hash; the state itself travels with the merchant only
 * @param salt the key
 * @param expiresAt epoch milliseconds
 */
record OpenConsent(String stateHash, String salt, String redirectUri, long expiresAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In time that does not depend on how much of a guess is right. */
  boolean isFor(String hash) {
    return MessageDigest.isEqual(
        stateHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] write(List<OpenConsent> consents) {
    ArrayNode all = JSON.createArrayNode();
    for (OpenConsent consent : consents) {
      ObjectNode json = all.addObject();
      json.put("state_hash", consent.stateHash);
      json.put("salt", consent.salt);
      json.put("redirect_uri", consent.redirectUri);
      json.put("expires_at", consent.expiresAt);
    }
    return JSON.writeValueAsBytes(all);
  }

  static List<OpenConsent> read(StoredRecord record) {
    try {
      List<OpenConsent> consents = new ArrayList<>();
      for (JsonNode json : JSON.readTree(record.value())) {
        consents.add(
            new OpenConsent(
                json.path("state_hash").asString(""),
                json.path("salt").asString(""),
                json.path("redirect_uri").asString(""),
                json.path("expires_at").asLong(0)));
      }
      return consents;
    } catch (JacksonException e) {
      throw new VaultException("Record %s holds no consents.".formatted(record.key()), e);
    }
  }
}
