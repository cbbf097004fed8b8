package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.JournalDraft;
import dev.ledgerkit.sage.model.Journal;
import dev.ledgerkit.sage.query.JournalQuery;

/**
 * Journals: they are never changed, only deleted or reissued.
 *
 * @since 0.1
 */
public interface Journals
    extends Reads<Journal, JournalQuery>,
        CreatesOnce<Journal, JournalDraft>,
        Deletes,
        FeedsChanges<Journal>,
        FeedsDeletions<Journal> {

  /**
   * Voids a journal and puts a new one with the same content in its place.
   *
   * <p>Note: Sage takes no key for it, so a lost answer leaves the outcome open.
   *
   * @return the new one
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost; the message says
   *     what to look up
   */
  Journal reissue(String id);
}
