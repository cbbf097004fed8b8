package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.ReconnectCause;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The refresh protocol as a pure machine: the phase says what to do next, and the method named
 * after the phase takes what came of it and gives the next state. No I/O, no clock, no threads:
 * {@link RefreshFlight} does the work and the model test explores every order in which two of these
 * can meet.
 *
 * <p>Drawn in {@code docs/refresh-protocol.md}.
 *
 * @param phase what to do next
 * @param token the pair about to be spent; from {@link Phase#LEASE} on
 * @param lease held from {@link Phase#JOURNAL} on
 * @param attempt written down from {@link Phase#CALL} on
 * @param bought the pair to save, in {@link Phase#SAVE}
 * @param verdict why the grant is dead, in {@link Phase#CONDEMN} and when it ends so
 * @param reply the last passing fault, kept to explain the end
 */
record RefreshState(
    Phase phase,
    @Nullable VaultedToken token,
    @Nullable RefreshLease lease,
    @Nullable RefreshAttempt attempt,
    @Nullable OauthToken bought,
    @Nullable ReconnectCause verdict,
    @Nullable TokenReply reply) {

  /** What to do next. */
  enum Phase {
    /** Read the vault: another node may have done the work. */
    LOAD,
    /** Ask for the lease. */
    LEASE,
    /** Somebody else holds it: let some time pass, then {@link #LOAD}. */
    WAIT,
    /** Write the attempt down, if the record still holds the token. */
    JOURNAL,
    /** Make sure the lease outlives the call, then call. */
    CALL,
    /** The server did nothing: take the attempt out of the journal again. */
    CLEAR,
    /** A passing fault: try again under the same lease, or give up. */
    BACK_OFF,
    /** Make the new pair durable. */
    SAVE,
    /** Refused: read the record again before believing it. */
    REREAD,
    /** Write the verdict down, if the record still holds the token. */
    CONDEMN,
    /** Done: {@code token} works. */
    SERVED,
    /** Done: the grant is dead for the reason in {@code verdict}. */
    DEAD,
    /** Done: the client is set up wrongly, as {@code reply} says. */
    MISCONFIGURED,
    /** Done for now: a passing fault, as {@code reply} says. */
    UNAVAILABLE,
    /** Done for now: {@code bought} works, but the vault did not take it yet. */
    UNSAVED
  }

  private static final Set<Phase> ENDS =
      EnumSet.of(Phase.SERVED, Phase.DEAD, Phase.MISCONFIGURED, Phase.UNAVAILABLE, Phase.UNSAVED);

  static final RefreshState START =
      new RefreshState(Phase.LOAD, null, null, null, null, null, null);

  boolean finished() {
    return ENDS.contains(phase);
  }

  /** From {@link Phase#LOAD}. {@code good}: would the caller be content with this pair? */
  RefreshState loaded(Optional<VaultedToken> found, Predicate<OauthToken> good) {
    if (found.isEmpty()) {
      return dead(ReconnectCause.NOT_CONNECTED);
    }
    VaultedToken vaulted = found.get();
    Optional<ReconnectCause> known = vaulted.verdict();
    if (known.isPresent()) {
      return dead(known.get());
    }
    return good.test(vaulted.token())
        ? new RefreshState(Phase.SERVED, vaulted, null, null, null, null, null)
        : new RefreshState(Phase.LEASE, vaulted, null, null, null, null, reply);
  }

  /** From {@link Phase#LEASE}. */
  RefreshState leased(Optional<RefreshLease> granted, Instant now) {
    if (granted.isEmpty()) {
      return with(Phase.WAIT);
    }
    RefreshLease held = granted.get();
    RefreshAttempt first = RefreshAttempt.begin(spending().fingerprint(), held.epoch(), 1, now);
    return new RefreshState(Phase.JOURNAL, token, held, first, null, null, reply);
  }

  /** From {@link Phase#WAIT}, and from anywhere the lease turns out to be gone. */
  RefreshState again() {
    return new RefreshState(Phase.LOAD, null, null, null, null, null, reply);
  }

  /** From {@link Phase#JOURNAL}; refused means that the lease is gone or the record moved on. */
  RefreshState journaled(boolean accepted) {
    return accepted ? with(Phase.CALL) : again();
  }

  /** From {@link Phase#CALL}. */
  RefreshState called(TokenReply answer) {
    if (answer instanceof TokenReply.Granted granted) {
      return new RefreshState(Phase.SAVE, token, lease, attempt, granted.token(), null, null);
    }
    if (answer instanceof TokenReply.Refused) {
      return with(Phase.REREAD, answer);
    }
    // no answer: the attempt stays written down, as evidence that the token may be spent
    return with(answer instanceof TokenReply.NoAnswer ? Phase.BACK_OFF : Phase.CLEAR, answer);
  }

  /**
   * From {@link Phase#CALL}, when the lease could not be made to outlive the call: nothing was
   * sent.
   */
  RefreshState notCalled() {
    return new RefreshState(Phase.CLEAR, token, lease, attempt, null, null, null);
  }

  /** From {@link Phase#CLEAR}. */
  RefreshState cleared() {
    if (reply == null) {
      return again();
    }
    return with(reply instanceof TokenReply.Misconfigured ? Phase.MISCONFIGURED : Phase.BACK_OFF);
  }

  /** From {@link Phase#BACK_OFF}, when there is time for another attempt under the same lease. */
  RefreshState retried(Instant now) {
    RefreshAttempt last = attempt();
    RefreshAttempt next =
        RefreshAttempt.begin(last.fingerprint(), last.epoch(), last.number() + 1, now);
    return new RefreshState(Phase.JOURNAL, token, lease, next, null, null, reply);
  }

  /**
   * From {@link Phase#LOAD}, {@link Phase#LEASE} or {@link Phase#BACK_OFF}, when there is no time
   * left.
   */
  RefreshState gaveUp(TokenReply why) {
    return with(Phase.UNAVAILABLE, why);
  }

  /**
   * From {@link Phase#SAVE}, when the vault is down: the pair is kept in memory and saved later.
   */
  RefreshState saveDelayed() {
    return with(Phase.UNSAVED);
  }

  /** From {@link Phase#SAVE}; refused means that a newer pair is on record, or none at all. */
  RefreshState saved(boolean accepted) {
    if (!accepted) {
      return again();
    }
    VaultedToken now = Objects.requireNonNull(token).replaced(bought(), lease().epoch());
    return new RefreshState(Phase.SERVED, now, lease, null, null, null, null);
  }

  /**
   * From {@link Phase#REREAD}. {@code now} is the provider's time, to tell old age from revocation.
   */
  RefreshState reread(Optional<VaultedToken> found, Predicate<OauthToken> good, Instant now) {
    boolean same =
        found.isPresent() && found.get().token().fingerprint().equals(spending().fingerprint());
    if (!same) {
      return again().loaded(found, good);
    }
    VaultedToken vaulted = found.get();
    ReconnectCause cause;
    if (!vaulted.token().refreshExpiresAt().isAfter(now)) {
      cause = ReconnectCause.EXPIRED; // whatever became of earlier attempts, this alone explains it
    } else {
      cause =
          vaulted.unansweredBesides(attempt()) ? ReconnectCause.LOST_REPLY : ReconnectCause.REVOKED;
    }
    return new RefreshState(
        Phase.CONDEMN, vaulted, lease, attempt().refused(cause), null, cause, reply);
  }

  /** From {@link Phase#CONDEMN}; refused means that the lease is gone or the record moved on. */
  RefreshState condemned(boolean accepted) {
    return accepted ? with(Phase.DEAD) : again();
  }

  /** The pair about to be spent. */
  OauthToken spending() {
    return Objects.requireNonNull(token).token();
  }

  @Override
  public RefreshLease lease() {
    return Objects.requireNonNull(lease);
  }

  boolean leaseHeld() {
    return lease != null;
  }

  @Override
  public RefreshAttempt attempt() {
    return Objects.requireNonNull(attempt);
  }

  @Override
  public OauthToken bought() {
    return Objects.requireNonNull(bought);
  }

  private RefreshState dead(ReconnectCause cause) {
    return new RefreshState(Phase.DEAD, null, null, null, null, cause, reply);
  }

  private RefreshState with(Phase next) {
    return with(next, reply);
  }

  private RefreshState with(Phase next, @Nullable TokenReply answer) {
    return new RefreshState(next, token, lease, attempt, bought, verdict, answer);
  }
}
