package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ExplanationQuery;
import java.util.List;

/**
 * What bank transactions were for. This is how invoices and bills are paid, credit notes refunded
 * and money moved between accounts.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws, and lists behave as those of {@link Reads}.
 *
 * <pre>{@code
 * freeagent.bankTransactionExplanations()
 *     .create(
 *         BankTransactionExplanationDraft.builder()
 *             .bankAccount(account.url())
 *             .datedOn(LocalDate.of(2026, 3, 1))
 *             .grossValue(new BigDecimal("120.00"))
 *             .paidInvoice(invoice.url())
 *             .build(),
 *         IdempotencyKey.of("payment:1042"));
 * }</pre>
 *
 * <p>Note: a keyed create is recognised by the key, in brackets behind the description. What pays
 * an invoice or a bill or moves money has no description of its own; it is recognised by account,
 * day, amount and what it names, so two equal payments of one invoice on one day need different
 * days or creates without a key.
 *
 * @since 0.1
 */
public interface BankTransactionExplanations
    extends CreatesOnce<BankTransactionExplanation, BankTransactionExplanationDraft>,
        Updates<BankTransactionExplanation, BankTransactionExplanationDraft>,
        Deletes<BankTransactionExplanation> {
  /** All explanations of an account. */
  Paged<BankTransactionExplanation> list(Ref<BankAccount> account);

  /**
   * What {@code query} leaves of an account.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the query names no account, or a record of
   *     another environment; nothing is sent
   */
  Paged<BankTransactionExplanation> list(ExplanationQuery query);

  /** One explanation. */
  BankTransactionExplanation get(Ref<BankTransactionExplanation> ref);

  /**
   * Its files, from version {@code 2026-09-01} of the API.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the provider asks for an older version;
   *     nothing is sent
   */
  List<Attachment> attachments(Ref<BankTransactionExplanation> ref);
}
