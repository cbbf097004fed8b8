package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.query.CreditNoteQuery;

/**
 * Credit notes, in positive amounts. They are created as drafts; once sent, a reconciliation sets
 * them against an invoice.
 *
 * @since 0.1
 */
public interface CreditNotes extends Documents<CreditNote, CreditNoteQuery, CreditNoteDraft> {}
