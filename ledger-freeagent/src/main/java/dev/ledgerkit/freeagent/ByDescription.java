package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraftBuilder;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ExplanationQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explanations, recognised by the key behind their description. FreeAgent writes that of a payment
 * or transfer itself, so those are recognised by what they are.
 */
final class ByDescription
    implements NaturalKey<BankTransactionExplanation, BankTransactionExplanationDraft> {
  private final FreeAgentCalls calls;

  ByDescription(FreeAgentCalls calls) {
    this.calls = calls;
  }

  @Override
  public BankTransactionExplanationDraft marked(
      BankTransactionExplanationDraft draft, IdempotencyKey key) {
    if (draft.settles()) {
      return draft;
    }
    String own = draft.description();
    String mark = "[" + key.value() + "]";
    return BankTransactionExplanationDraftBuilder.builder(draft)
        .description(own == null || own.isBlank() ? mark : own.strip() + " " + mark)
        .build();
  }

  @Override
  public String marker(BankTransactionExplanationDraft marked) {
    return marked.settles()
        ? "%s on %s of %s for %s"
            .formatted(
                plain(marked.grossValue()),
                marked.datedOn(),
                marked.bankTransaction() == null ? marked.bankAccount() : marked.bankTransaction(),
                settled(marked))
        : mark(marked);
  }

  @Override
  public Ref<BankTransactionExplanation> ref(BankTransactionExplanation created) {
    return created.url();
  }

  /** Those of one account on one day: few enough to be looked at whole. */
  @Override
  public List<BankTransactionExplanation> matches(
      BankTransactionExplanationDraft marked, Instant horizon) {
    ExplanationQuery query =
        ExplanationQuery.builder()
            .bankAccount(account(marked))
            .fromDate(marked.datedOn())
            .toDate(marked.datedOn())
            .build();
    return new ListReader<>(calls.wire(), ExplanationResource.SPEC)
        .list(FreeAgentJson.fields(query, calls.base())).stream()
            .filter(found -> marked.settles() ? settlesSame(found, marked) : carries(found, marked))
            .toList();
  }

  private @Nullable Ref<BankAccount> account(BankTransactionExplanationDraft draft) {
    Ref<BankTransaction> transaction = draft.bankTransaction();
    return transaction == null || draft.bankAccount() != null
        ? draft.bankAccount()
        : new BankTransactionResource(calls).get(transaction).bankAccount();
  }

  private static boolean carries(
      BankTransactionExplanation found, BankTransactionExplanationDraft marked) {
    String description = found.description();
    return description != null && description.contains(mark(marked));
  }

  private static boolean settlesSame(
      BankTransactionExplanation found, BankTransactionExplanationDraft marked) {
    return Objects.equals(found.datedOn(), marked.datedOn())
        && found.grossValue() != null
        && marked.grossValue() != null
        && found.grossValue().abs().compareTo(marked.grossValue().abs()) == 0
        && (marked.bankTransaction() == null
            || same(found.bankTransaction(), marked.bankTransaction()))
        && same(found.paidInvoice(), marked.paidInvoice())
        && same(found.paidBill(), marked.paidBill())
        && same(found.paidUser(), marked.paidUser())
        && sameAccount(found, marked.transferBankAccount());
  }

  private static boolean sameAccount(
      BankTransactionExplanation found, @Nullable Ref<BankAccount> account) {
    Ref<BankAccount> there =
        found.transferBankAccount() == null
            ? found.linkedTransferAccount()
            : found.transferBankAccount();
    return same(there, account);
  }

  private static boolean same(@Nullable Ref<?> found, @Nullable Ref<?> wanted) {
    return wanted == null ? found == null : found != null && found.is(wanted);
  }

  private static @Nullable Ref<?> settled(BankTransactionExplanationDraft draft) {
    if (draft.paidInvoice() != null) {
      return draft.paidInvoice();
    }
    if (draft.paidBill() != null) {
      return draft.paidBill();
    }
    return draft.paidUser() != null ? draft.paidUser() : draft.transferBankAccount();
  }

  private static String mark(BankTransactionExplanationDraft marked) {
    String description = String.valueOf(marked.description());
    return description.substring(description.lastIndexOf('['));
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
  }
}
