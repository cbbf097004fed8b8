package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.PlainQuery;

/** Files, one at a time. */
record AttachmentResource(Resource<Attachment, PlainQuery, Draft> files) implements Attachments {
  AttachmentResource(FreeAgentCalls calls) {
    this(new Resource<>(calls, ResourceSpec.of("attachments", "attachment", Attachment.class)));
  }

  @Override
  public Attachment get(Ref<Attachment> ref) {
    return files.get(ref);
  }

  @Override
  public void delete(Ref<Attachment> ref) {
    files.delete(ref);
  }
}
