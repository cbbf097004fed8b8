package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ExplanationQuery;
import java.util.List;

/** Explanations, and their files in either form of the API. */
final class ExplanationResource implements BankTransactionExplanations {
  static final ResourceSpec<BankTransactionExplanation> SPEC =
      ResourceSpec.of(
          "bank_transaction_explanations",
          "bank_transaction_explanation",
          BankTransactionExplanation.class);

  private final FreeAgentCalls calls;
  private final FreeAgentApiVersion version;
  private final Resource<
          BankTransactionExplanation, ExplanationQuery, BankTransactionExplanationDraft>
      explanations;

  ExplanationResource(FreeAgentCalls calls) {
    this.calls = calls;
    this.version = calls.version();
    this.explanations = new Resource<>(calls, SPEC, new ByDescription(calls));
  }

  @Override
  public Paged<BankTransactionExplanation> list(Ref<BankAccount> account) {
    return list(ExplanationQuery.builder().bankAccount(account).build());
  }

  @Override
  public Paged<BankTransactionExplanation> list(ExplanationQuery query) {
    BankTransactionResource.requireAccount(query.bankAccount());
    return explanations.list(query);
  }

  @Override
  public BankTransactionExplanation get(Ref<BankTransactionExplanation> ref) {
    return explanations.get(ref);
  }

  @Override
  public BankTransactionExplanation create(BankTransactionExplanationDraft draft) {
    requireForm(draft);
    return explanations.create(draft);
  }

  @Override
  public BankTransactionExplanation create(
      BankTransactionExplanationDraft draft, IdempotencyKey key) {
    requireForm(draft);
    return explanations.create(draft, key);
  }

  @Override
  public BankTransactionExplanation update(
      Ref<BankTransactionExplanation> ref,
      BankTransactionExplanationDraft changes,
      String... cleared) {
    requireForm(changes);
    return explanations.update(ref, changes, cleared);
  }

  @Override
  public void delete(Ref<BankTransactionExplanation> ref) {
    explanations.delete(ref);
  }

  @Override
  public List<Attachment> attachments(Ref<BankTransactionExplanation> ref) {
    if (!version.listsAttachments()) {
      throw new ConfigurationException(
          "Version %s of the API lists no attachments; read attachment() of the explanation, or ask for version %s."
              .formatted(version, FreeAgentApiVersion.MANY_ATTACHMENTS));
    }
    return calls.array(
        ref.pathIn(calls.base(), SPEC.collection()) + "/attachments",
        "attachments",
        Attachment.class);
  }

  /** A file in the form of the other version would be left out without a word. */
  private void requireForm(BankTransactionExplanationDraft draft) {
    if (version.listsAttachments() ? draft.attachment() != null : draft.attachments() != null) {
      throw new ConfigurationException(
          "Version %s of the API takes '%s', not '%s'; use that one."
              .formatted(
                  version,
                  version.listsAttachments() ? "attachments" : "attachment",
                  version.listsAttachments() ? "attachment" : "attachments"));
    }
  }
}
