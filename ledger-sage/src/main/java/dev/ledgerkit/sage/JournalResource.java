package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.JournalDraft;
import dev.ledgerkit.sage.model.Journal;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.JournalQuery;

/** Journals, with what only they can do. */
final class JournalResource extends Resource<Journal, JournalQuery, JournalDraft>
    implements Journals {
  JournalResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/journals", "journal", Journal.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  @Override
  public Journal reissue(String id) {
    return read(
        ApiRequest.post(pathOf(id) + "/reissue", new byte[0])
            .lookup("whether journal " + id + " was deleted and another has its reference"));
  }
}
