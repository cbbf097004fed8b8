package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.Feed;

/** Bank accounts, with what only they can do. */
final class BankAccountResource extends Resource<BankAccount, BankAccountQuery, BankAccountDraft>
    implements BankAccounts {
  BankAccountResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/bank_accounts", "bank_account", BankAccount.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  @Override
  public Reference bankFeed(String id) {
    return read(ApiRequest.get(pathOf(id) + "/bank_feed"), Reference.class);
  }
}
