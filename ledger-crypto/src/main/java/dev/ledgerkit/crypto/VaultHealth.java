package dev.ledgerkit.crypto;

import dev.ledgerkit.crypto.TokenFinding.Condition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@link VaultDoctor} found in a whole vault. Exact when nothing changed meanwhile; a record
 * that did counts again.
 *
 * @param records how many were looked at
 * @param byCondition how many of each condition; conditions nobody is in are left out
 * @param byKeyId how many say they are sealed under each key, whether they open or not
 * @param refreshExpired how many hold a refresh token past its time
 * @param plaintext how many show what looks like a token in clear
 * @since 0.1
 */
public record VaultHealth(
    long records,
    Map<Condition, Long> byCondition,
    Map<Long, Long> byKeyId,
    long refreshExpired,
    long plaintext) {
  /** Copies the maps. */
  public VaultHealth {
    byCondition = Map.copyOf(byCondition);
    byKeyId = Map.copyOf(byKeyId);
  }

  /** Whether every record opens and none shows a token. Expiry is no fault of the vault. */
  public boolean healthy() {
    return plaintext == 0 && byCondition.getOrDefault(Condition.OPENS, 0L) == records;
  }

  /** How many say they are sealed under this key; ask before a key is removed. */
  public long sealedUnder(long keyId) {
    return byKeyId.getOrDefault(keyId, 0L);
  }

  static final class Tally {
    private final Map<Condition, Long> byCondition = new EnumMap<>(Condition.class);
    private final Map<Long, Long> byKeyId = new HashMap<>();
    private long records;
    private long refreshExpired;
    private long plaintext;

    void add(TokenFinding finding) {
      records++;
      byCondition.merge(finding.condition(), 1L, Long::sum);
      Long keyId = finding.keyId();
      if (keyId != null) {
        byKeyId.merge(keyId, 1L, Long::sum);
      }
      refreshExpired += finding.refreshExpired() ? 1 : 0;
      plaintext += finding.plaintext() ? 1 : 0;
    }

    VaultHealth health() {
      return new VaultHealth(records, byCondition, byKeyId, refreshExpired, plaintext);
    }
  }
}
