package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Leases and fencing numbers. Every comparison with time is made by the database, by its own clock,
 * in the statement that acts on it.
 */
final class JdbcLeases {
  private static final int MAX_TRIES = 1000;

  private static final String STATE =
      """
      SELECT lease_fence,
        CASE WHEN lease_owner IS NOT NULL AND lease_until > {now} THEN 1 ELSE 0 END
      FROM {table} WHERE kind = ? AND id = ?""";

  private static final String INSERT =
      """
      INSERT INTO {table} (kind, id, version, change_no, lease_fence, lease_until)
      VALUES (?, ?, 0, -1, 0, 0)""";

  private static final String GRANT =
      """
      UPDATE {table} SET lease_owner = ?, lease_fence = lease_fence + 1, lease_until = {now} + ?
      WHERE kind = ? AND id = ? AND lease_fence = ?
        AND (lease_owner IS NULL OR lease_until <= {now})""";

  private static final String RENEW =
      """
      UPDATE {table} SET lease_until = {now} + ?
      WHERE kind = ? AND id = ? AND lease_owner = ? AND lease_fence = ? AND lease_until > {now}""";

  private static final String RELEASE =
      """
      UPDATE {table} SET lease_owner = NULL
      WHERE kind = ? AND id = ? AND lease_owner = ? AND lease_fence = ? AND lease_until > {now}""";

  private static final String FENCE =
      """
      UPDATE {table} SET lease_owner = NULL, lease_fence = lease_fence + 1
      WHERE kind = ? AND id = ? AND lease_fence = ?""";

  private final JdbcSession session;

  JdbcLeases(JdbcSession session) {
    this.session = session;
  }

  /** Reads first: whoever waits for a lease asks often, and a read locks nothing. */
  Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    String owner = UUID.randomUUID().toString();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      State state = state(key);
      if (state.live) {
        return Optional.empty();
      }
      if (session.update(
              "lease " + key, GRANT, owner, EpochMillis.of(ttl), key.kind(), key.id(), state.fence)
          == 1) {
        return Optional.of(new StoreLease(key, owner, state.fence + 1));
      }
    }
    throw contended(key);
  }

  boolean renew(StoreLease lease, Duration ttl) {
    return session.update(
            "renew the lease of " + lease.key(),
            RENEW,
            EpochMillis.of(ttl),
            lease.key().kind(),
            lease.key().id(),
            lease.owner(),
            lease.fence())
        == 1;
  }

  boolean release(StoreLease lease) {
    return session.update(
            "release the lease of " + lease.key(),
            RELEASE,
            lease.key().kind(),
            lease.key().id(),
            lease.owner(),
            lease.fence())
        == 1;
  }

  long fence(RecordKey key) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      State state = state(key);
      if (session.update("fence " + key, FENCE, key.kind(), key.id(), state.fence) == 1) {
        return state.fence + 1;
      }
    }
    throw contended(key);
  }

  /** The state of the key's row, which is made if it is not there. */
  private State state(RecordKey key) {
    return read(key)
        .or(
            () -> {
              session.insert("lease " + key, INSERT, key.kind(), key.id());
              return read(key);
            })
        .orElseThrow(() -> new VaultException("The row of %s vanished.".formatted(key), null));
  }

  private Optional<State> read(RecordKey key) {
    return session.first(
        "read the lease of " + key,
        STATE,
        row -> new State(row.getLong(1), row.getInt(2) == 1),
        key.kind(),
        key.id());
  }

  private static VaultException contended(RecordKey key) {
    return new VaultException(
        "The lease of %s moved %d times under one attempt; try again.".formatted(key, MAX_TRIES),
        null);
  }

  private record State(long fence, boolean live) {}
}
