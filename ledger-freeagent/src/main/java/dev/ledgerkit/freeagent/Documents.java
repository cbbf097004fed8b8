package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.draft.EmailDraft;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ListQuery;

/**
 * What invoices and credit notes have in common: they are numbered, created once, sent and printed.
 *
 * <p>Note: a document that was sent cannot be changed. Make it a draft again, change it, and mark
 * it as sent anew.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @param <D> what is sent
 * @since 0.1
 */
public interface Documents<T, Q extends ListQuery, D extends Draft>
    extends EditableResource<T, Q, D>, CreatesOnce<T, D> {
  /** Puts a draft into the books. */
  T markAsSent(Ref<T> ref);

  /** Takes it out of the books, so that it can be changed. */
  T markAsDraft(Ref<T> ref);

  /**
   * Sends it by e-mail, which never happens twice.
   *
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost: the e-mail may be
   *     out
   */
  void sendEmail(Ref<T> ref, EmailDraft email);

  /** The document as a PDF file. */
  byte[] pdf(Ref<T> ref);
}
