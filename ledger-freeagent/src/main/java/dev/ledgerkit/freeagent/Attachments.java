package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.Ref;

/**
 * Files kept with explanations, expenses and bills; they are added by the drafts of those.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @since 0.1
 */
public interface Attachments extends Deletes<Attachment> {
  /** One file, with addresses that work for a while. */
  Attachment get(Ref<Attachment> ref);
}
