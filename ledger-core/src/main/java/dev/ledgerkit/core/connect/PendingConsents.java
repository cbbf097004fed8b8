package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Consents that wait for their callback, kept in the store so that any node may take it: one record
 * a binding, with the few consents that are open for it.
 *
 * <p>A state is 256 random bits and the binding's id. The record holds a salt and the state's hash
 * keyed by it; the PKCE verifier (RFC 7636) is another such hash. So neither the store alone nor
 * the callback alone is enough to buy a token, and nothing secret is written down.
 */
final class PendingConsents {
  private static final String KIND = "consent";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** A merchant who clicks twice, or in two windows, still comes back to a consent that is open. */
  private static final int OPEN_PER_BINDING = 4;

  private static final int MAX_TRIES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final RecordStore store;

  PendingConsents(RecordStore store) {
    this.store = store;
  }

  /** Opens a consent; the oldest one open for the binding is dropped when there are many. */
  Opened open(BindingId binding, URI redirectUri, Instant now) {
    String state = randomText() + "." + binding.value();
    String salt = randomText();
    Instant expiresAt = now.plus(LIFETIME);
    OpenConsent opened =
        new OpenConsent(
            keyedHash(salt, "state", state),
            salt,
            redirectUri.toString(),
            expiresAt.toEpochMilli());
    change(
        binding,
        consents -> {
          List<OpenConsent> next = new ArrayList<>(consents);
          next.removeIf(consent -> consent.expiresAt() <= now.toEpochMilli());
          next.add(opened);
          return next.subList(Math.max(0, next.size() - OPEN_PER_BINDING), next.size());
        });
    return new Opened(state, challenge(keyedHash(salt, "verifier", state)), expiresAt);
  }

  /**
   * Finds the consent a callback belongs to, and leaves it.
   *
   * @param expected the binding the host expects; null for any
   */
  Found find(@Nullable String state, @Nullable BindingId expected, Instant now) {
    if (state == null || state.isBlank()) {
      throw new ConsentRefusedException(Reason.MISSING_STATE);
    }
    BindingId binding = bindingOf(state);
    if (expected != null && !expected.equals(binding)) {
      throw new ConsentRefusedException(Reason.OTHER_BINDING);
    }
    requireInTime(
        mine(store.get(key(binding)).map(OpenConsent::read).orElse(List.of()), state), now);
    return new Found(binding, state);
  }

  /** Takes what was found; it can be taken once, and time has passed. */
  Taken take(Found found, Instant now) {
    OpenConsent taken = take(found.binding(), found.state());
    requireInTime(taken, now);
    return new Taken(
        found.binding(),
        URI.create(taken.redirectUri()),
        Secret.of(keyedHash(taken.salt(), "verifier", found.state())));
  }

  private static void requireInTime(OpenConsent consent, Instant now) {
    if (now.toEpochMilli() >= consent.expiresAt()) {
      throw new ConsentRefusedException(Reason.EXPIRED_STATE);
    }
  }

  private OpenConsent take(BindingId binding, String state) {
    OpenConsent[] taken = new OpenConsent[1];
    change(
        binding,
        consents -> {
          OpenConsent mine = mine(consents, state);
          taken[0] = mine;
          return consents.stream().filter(consent -> !consent.equals(mine)).toList();
        });
    return taken[0];
  }

  private static OpenConsent mine(List<OpenConsent> consents, String state) {
    return consents.stream()
        .filter(consent -> consent.isFor(keyedHash(consent.salt(), "state", state)))
        .findFirst()
        .orElseThrow(() -> new ConsentRefusedException(Reason.UNKNOWN_STATE));
  }

  private static RecordKey key(BindingId binding) {
    return new RecordKey(KIND, binding.value());
  }

  /** Compare-and-set, so that of two callbacks with one state only the first finds it. */
  private void change(BindingId binding, Change change) {
    RecordKey key = key(binding);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> record = store.get(key);
      List<OpenConsent> next = change.of(record.map(OpenConsent::read).orElse(List.of()));
      long version = record.map(StoredRecord::version).orElse(RecordStore.ABSENT);
      if (store.put(key, version, OpenConsent.write(next), null).isPresent()) {
        return;
      }
    }
    throw new VaultException(
        "The open consents of binding %s changed %d times under one change; try again."
            .formatted(binding, MAX_TRIES),
        null);
  }

  private static BindingId bindingOf(String state) {
    if (state.indexOf('.') < 0) {
      throw new ConsentRefusedException(Reason.UNKNOWN_STATE);
    }
    try {
      return new BindingId(state.substring(state.indexOf('.') + 1));
    } catch (ConfigurationException e) {
      throw new ConsentRefusedException(Reason.UNKNOWN_STATE); // not one of ours; not shown either
    }
  }

  private static String keyedHash(String salt, String use, String state) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      mac.update(use.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return BASE64.encodeToString(mac.doFinal(state.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private String randomText() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return BASE64.encodeToString(bits);
  }

  private interface Change {
    List<OpenConsent> of(List<OpenConsent> consents);
  }

  /** What goes into the consent URL. */
  record Opened(String state, String challenge, Instant expiresAt) {
    @Override
    public String toString() {
      return "Opened[until " + expiresAt + "]";
    }
  }

  /** Whose callback it is. */
  record Found(BindingId binding, String state) {
    @Override
    public String toString() {
      return "Found[" + binding + "]";
    }
  }

  /** What the exchange needs. */
  record Taken(BindingId binding, URI redirectUri, Secret codeVerifier) {}
}
