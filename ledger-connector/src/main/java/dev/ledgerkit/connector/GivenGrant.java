package dev.ledgerkit.connector;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The refresh token of the properties. It is spent by its first use, so it is taken over once, and
 * what it was renewed to wins from then on; another one, put there later, is taken over too. What
 * is remembered of it is its fingerprint.
 */
final class GivenGrant {
  private static final String KIND = "taken-over";

  private final RecordStore store;
  private final RecordKey key;
  private final Optional<OauthToken> pair;

  GivenGrant(Session session) {
    this.store = session.store();
    this.key = new RecordKey(KIND, session.id().value());
    Secret refresh = session.properties().oauthRefreshToken();
    Instant now = session.clock().instant();
    this.pair =
        refresh == null
            ? Optional.empty()
            : Optional.of(
                new OauthToken(
                    Secret.of("unknown"),
                    refresh,
                    now, // dead, so the first call renews it
                    now.plus(session.provider().oauthClient(session.region()).refreshLifetime()),
                    "",
                    now));
  }

  /** The pair to take over; empty if none was given or this one was taken over before. */
  Optional<OauthToken> fresh(boolean vaultHoldsOne) {
    return pair.filter(
        given ->
            !vaultHoldsOne
                || store
                    .get(key)
                    .filter(known -> text(known).equals(given.fingerprint()))
                    .isEmpty());
  }

  /** Written before the pair goes into the vault: one that never got there is still fresh then. */
  void taken(OauthToken given) {
    byte[] fingerprint = given.fingerprint().getBytes(StandardCharsets.US_ASCII);
    long version = store.get(key).map(StoredRecord::version).orElse(RecordStore.ABSENT);
    if (store.put(key, version, fingerprint, null).isEmpty()) {
      throw new VaultException("Record %s was changed meanwhile; open again.".formatted(key), null);
    }
  }

  private static String text(StoredRecord known) {
    return new String(known.value(), StandardCharsets.US_ASCII);
  }
}
