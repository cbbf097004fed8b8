package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.model.Attachment;
import dev.ledgerkit.sage.query.AttachmentQuery;

/**
 * Files kept with records.
 *
 * <p>Note: a create that is sent again makes a second attachment, so it is not repeated after a
 * lost answer.
 *
 * @since 0.1
 */
public interface Attachments
    extends UnkeyedResource<Attachment, AttachmentQuery, AttachmentDraft>,
        FeedsDeletions<Attachment> {

  /**
   * The bytes of the file.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is no such attachment
   * @throws dev.ledgerkit.core.ConfigurationException if {@code id} cannot be an id; nothing is
   *     sent
   */
  byte[] file(String id);
}
