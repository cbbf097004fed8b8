package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.ReconnectCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the vault holds for a binding.
 *
 * @param token the pair
 * @param epoch the epoch under which it was bought
 * @param journal the attempts to renew it that were not answered, or were refused; oldest first
 * @since 0.1
 */
public record VaultedToken(OauthToken token, long epoch, List<RefreshAttempt> journal) {
  /** How many attempts are kept; any one unanswered attempt is evidence enough. */
  private static final int JOURNAL_LENGTH = 8;

  /** Copies the journal. */
  public VaultedToken {
    journal = List.copyOf(journal);
  }

  /** Why the pair is known to be dead, if it is. */
  public Optional<ReconnectCause> verdict() {
    return journal.stream()
        .filter(attempt -> attempt.outcome() == RefreshAttempt.Outcome.REFUSED)
        .map(RefreshAttempt::verdict)
        .findFirst();
  }

  /** Whether another attempt than {@code own} was sent and never answered. */
  public boolean unansweredBesides(RefreshAttempt own) {
    return journal.stream()
        .anyMatch(
            known -> known.outcome() == RefreshAttempt.Outcome.UNANSWERED && !known.isSame(own));
  }

  /**
   * The record after {@code attempt} was written down: it replaces what is known of the same
   * attempt, and an answered one leaves.
   */
  public VaultedToken journaled(RefreshAttempt attempt) {
    List<RefreshAttempt> next = new ArrayList<>(journal);
    next.removeIf(attempt::isSame);
    if (attempt.outcome() != RefreshAttempt.Outcome.ANSWERED) {
      next.add(attempt);
    }
    while (next.size() > JOURNAL_LENGTH) {
      next.remove(0);
    }
    return new VaultedToken(token, epoch, next);
  }

  /**
   * The record after {@code bought} was saved under {@code newEpoch}. Attempts under a later epoch
   * stay as evidence: they sent a token of the same grant, and some providers answer that by ending
   * the grant.
   */
  public VaultedToken replaced(OauthToken bought, long newEpoch) {
    return new VaultedToken(
        bought,
        newEpoch,
        journal.stream()
            .filter(known -> known.epoch() > newEpoch)
            .map(RefreshAttempt::unanswered)
            .toList());
  }
}
