package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.query.BankAccountQuery;

/**
 * Bank and cash accounts.
 *
 * @since 0.1
 */
public interface BankAccounts
    extends SyncableResource<BankAccount, BankAccountQuery, BankAccountDraft> {

  /**
   * The feed through which a bank delivers the statements of an account.
   *
   * @throws dev.ledgerkit.core.NotFoundException if the account has none
   */
  Reference bankFeed(String id);
}
