package dev.ledgerkit.crypto;

import dev.ledgerkit.core.store.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What {@link VaultDoctor} found out about one token record.
 *
 * @param record which
 * @param condition whether it opens
 * @param keyId the key it says it is sealed under; null if it is too short to say
 * @param refreshExpired whether its refresh token is past its time; false if it does not open
 * @param plaintext whether its raw bytes show what looks like a token in clear
 * @param detail what is wrong and what to do, without a secret; empty if nothing is
 * @since 0.1
 */
public record TokenFinding(
    RecordKey record,
    Condition condition,
    @Nullable Long keyId,
    boolean refreshExpired,
    boolean plaintext,
    String detail) {

  /** Whether a record opens, and if not, for which kind of reason. */
  public enum Condition {
    /** It opens for its binding under a key of the keyset. */
    OPENS,
    /** Its key is not in the keyset, or not enabled there. */
    KEY_MISSING,
    /** It was altered or cut, was copied from elsewhere, or never was a sealed token. */
    ALTERED,
    /** There is no binding that it belongs to. */
    NO_BINDING
  }
}
