package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.model.Attachment;
import dev.ledgerkit.sage.query.AttachmentQuery;
import dev.ledgerkit.sage.query.Feed;

/** Attachments; their files are the one thing Sage does not answer as JSON. */
final class AttachmentResource extends Resource<Attachment, AttachmentQuery, AttachmentDraft>
    implements Attachments {
  AttachmentResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.unkeyed("/attachments", "attachment", Attachment.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  @Override
  public byte[] file(String id) {
    return bytes(ApiRequest.get(pathOf(id) + "/file"), "application/octet-stream");
  }
}
