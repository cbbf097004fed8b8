package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.JournalSetDraft;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.query.JournalSetQuery;

/**
 * Journals. A keyed create is recognised by its tag.
 *
 * @since 0.1
 */
public interface JournalSets
    extends EditableResource<JournalSet, JournalSetQuery, JournalSetDraft>,
        CreatesOnce<JournalSet, JournalSetDraft> {
  /** What the company began with. */
  JournalSet openingBalances();
}
