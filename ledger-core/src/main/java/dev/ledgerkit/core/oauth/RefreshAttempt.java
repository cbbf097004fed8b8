package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.ReconnectCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One use of a refresh token, written down before the token is sent.
 *
 * @param fingerprint of the refresh token about to be spent
 * @param epoch of the lease it is spent under
 * @param number counts the attempts under that lease, from 1
 * @param startedAt when
 * @param outcome what is known of it
 * @param verdict why the grant is dead; given exactly when the outcome is {@code REFUSED}
 * @since 0.1
 */
public record RefreshAttempt(
    String fingerprint,
    long epoch,
    int number,
    Instant startedAt,
    Outcome outcome,
    @Nullable ReconnectCause verdict) {

  /** What is known of an attempt. */
  public enum Outcome {
    /** Sent or about to be; no answer is known. The provider may have rotated. */
    UNANSWERED,
    /** The provider answered that it did nothing; the attempt leaves the journal. */
    ANSWERED,
    /** The provider refused the token for good. */
    REFUSED
  }

  /** Whether both speak of the same attempt, whatever is known of it. */
  boolean isSame(RefreshAttempt other) {
    return epoch == other.epoch && number == other.number;
  }

  /** An attempt about to be made. */
  public static RefreshAttempt begin(String fingerprint, long epoch, int number, Instant now) {
    return new RefreshAttempt(fingerprint, epoch, number, now, Outcome.UNANSWERED, null);
  }

  /** The same attempt, answered without having been served. */
  public RefreshAttempt answered() {
    return new RefreshAttempt(fingerprint, epoch, number, startedAt, Outcome.ANSWERED, null);
  }

  /** The same attempt as bare evidence that the token was sent. */
  RefreshAttempt unanswered() {
    return begin(fingerprint, epoch, number, startedAt);
  }

  /** The same attempt, refused for good. */
  public RefreshAttempt refused(ReconnectCause why) {
    return new RefreshAttempt(fingerprint, epoch, number, startedAt, Outcome.REFUSED, why);
  }
}
