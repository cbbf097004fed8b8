package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.AccountManager;
import dev.ledgerkit.freeagent.model.Practice;
import dev.ledgerkit.freeagent.model.PracticeClient;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.PracticeClientQuery;
import java.util.List;

/**
 * An accountancy practice, for a provider that is registered as one ({@link
 * FreeAgentProvider.Builder#practice}). Each company it looks after is a binding of its own.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @since 0.1
 */
public interface AccountancyPractice {
  /** The practice. */
  Practice get();

  /** The companies it looks after. */
  Paged<PracticeClient> clients();

  /** What {@code query} leaves of them. */
  Paged<PracticeClient> clients(PracticeClientQuery query);

  /** Those who look after them. */
  List<AccountManager> accountManagers();

  /** One of them. */
  AccountManager accountManager(Ref<AccountManager> ref);

  /** The one whose token it is. */
  AccountManager me();
}
