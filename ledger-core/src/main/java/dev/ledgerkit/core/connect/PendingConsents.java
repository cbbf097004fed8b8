package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConsentRefusedException;
import dev.ledgerkit.core.ConsentRefusedException.Reason;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Consents that wait for their callback, kept in the store so that any node may take it.
 *
 * <p>The record is found by the hash of the state, and the PKCE verifier (RFC 7636) is the keyed
 * hash of the state under a stored salt. So neither the store alone nor the callback alone is
 * enough to buy a token, and nothing secret is written down.
 */
final class PendingConsents {
  private static final String KIND = "consent";
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int SWEEP = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final RecordStore store;

  PendingConsents(RecordStore store) {
    this.store = store;
  }

  /** Opens a consent and forgets a few that nobody came back for. */
  Opened open(BindingId binding, URI redirectUri, Instant now) {
    store.dueBefore(KIND, now.minus(LIFETIME), SWEEP).forEach(this::drop);
    String state = randomText();
    String salt = randomText();
    Instant expiresAt = now.plus(LIFETIME);
    Form form = new Form(binding.value(), redirectUri.toString(), salt, expiresAt.toEpochMilli());
    Optional<StoredRecord> stored =
        store.put(key(state), RecordStore.ABSENT, form.write(), expiresAt);
    if (stored.isEmpty()) {
      throw new VaultException("Two random states were equal; the random source is broken.", null);
    }
    return new Opened(state, challenge(verifier(salt, state)), expiresAt);
  }

  /**
   * Takes the consent a callback belongs to; it can be taken once.
   *
   * @param expected the binding the host expects; null for any
   */
  Taken take(@Nullable String state, @Nullable BindingId expected, Instant now) {
    if (state == null || state.isBlank()) {
      throw new ConsentRefusedException(Reason.MISSING_STATE);
    }
    StoredRecord record =
        store.get(key(state)).orElseThrow(() -> new ConsentRefusedException(Reason.UNKNOWN_STATE));
    Form form = Form.read(record);
    BindingId binding = new BindingId(form.binding());
    if (expected != null && !expected.equals(binding)) {
      throw new ConsentRefusedException(Reason.OTHER_BINDING);
    }
    if (!store.delete(record.key(), record.version())) {
      throw new ConsentRefusedException(Reason.UNKNOWN_STATE);
    }
    if (!now.isBefore(Instant.ofEpochMilli(form.expiresAt()))) {
      throw new ConsentRefusedException(Reason.EXPIRED_STATE);
    }
    return new Taken(
        binding, URI.create(form.redirectUri()), Secret.of(verifier(form.salt(), state)));
  }

  private void drop(RecordKey key) {
    store.get(key).ifPresent(old -> store.delete(key, old.version()));
  }

  /**
   * Equal states have equal hashes and nothing else is compared, so the time a look-up takes says
   * nothing about how much of a guessed state was right.
   */
  private static RecordKey key(String state) {
    return new RecordKey(KIND, HexFormat.of().formatHex(sha256(state)));
  }

  private static String verifier(String salt, String state) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return BASE64.encodeToString(mac.doFinal(state.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static String challenge(String verifier) {
    return BASE64.encodeToString(sha256(verifier));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private String randomText() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return BASE64.encodeToString(bits);
  }

  /** What goes into the consent URL. */
  record Opened(String state, String challenge, Instant expiresAt) {
    @Override
    public String toString() {
      return "Opened[until " + expiresAt + "]";
    }
  }

  /** What the exchange needs. */
  record Taken(BindingId binding, URI redirectUri, Secret codeVerifier) {}

  /** What the record holds; read and written without reflection. */
  private record Form(String binding, String redirectUri, String salt, long expiresAt) {
    byte[] write() {
      ObjectNode json = JSON.createObjectNode();
      json.put("binding", binding);
      json.put("redirect_uri", redirectUri);
      json.put("salt", salt);
      json.put("expires_at", expiresAt);
      return JSON.writeValueAsBytes(json);
    }

    static Form read(StoredRecord record) {
      try {
        JsonNode json = JSON.readTree(record.value());
        return new Form(
            json.path("binding").asString(""),
            json.path("redirect_uri").asString(""),
            json.path("salt").asString(""),
            json.path("expires_at").asLong(0));
      } catch (JacksonException e) {
        throw new VaultException("Record %s is not a consent.".formatted(record.key()), e);
      }
    }
  }
}
