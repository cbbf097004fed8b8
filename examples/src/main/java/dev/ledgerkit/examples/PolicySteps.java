package dev.ledgerkit.examples;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.policy.BankAccountChoice;
import dev.ledgerkit.core.policy.Policies;
import dev.ledgerkit.core.policy.PolicyBuilder;
import dev.ledgerkit.core.policy.PolicyRefusedException;
import dev.ledgerkit.core.policy.SyncPolicy;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.util.stream.Collectors;

/** What a settings page saves, checked as a whole against the lists it was made from. */
final class PolicySteps {
  private final Steps steps;
  private final Policies policies;
  private final ReferenceData lists;

  PolicySteps(Steps steps, Ledger ledger, Policies policies, BindingId id) {
    this.steps = steps;
    this.policies = policies;
    this.lists = ledger.references().get(id);
  }

  void save(BindingId id) {
    steps.step(
        "Refuse a wrong policy",
        () -> refused(policies.get(id).toBuilder().defaultTaxRate("gone").defaultBankAccount("?")),
        refusal ->
            refusal.problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .collect(Collectors.joining(", ")));
    steps.step(
        "Save a right one",
        () -> saved(id, right(policies.get(id).toBuilder())),
        policy -> "version " + policy.version() + ", cash stays unpaid");
  }

  private PolicyBuilder right(PolicyBuilder builder) {
    return builder
        .defaultTaxRate(first(ReferenceKind.TAX_RATES))
        .defaultBankAccount(first(ReferenceKind.BANK_ACCOUNTS))
        .paymentMethod("cash", BankAccountChoice.LEAVE_UNPAID);
  }

  private String first(ReferenceKind kind) {
    return lists.list(kind).get(0).id();
  }

  private PolicyRefusedException refused(PolicyBuilder builder) {
    try {
      builder.build(lists);
    } catch (PolicyRefusedException e) {
      return e;
    }
    throw new IllegalStateException("A tax rate that does not exist was taken.");
  }

  private SyncPolicy saved(BindingId id, PolicyBuilder builder) {
    return policies
        .save(id, builder.build(lists))
        .orElseThrow(() -> new LedgerException("Somebody else saved the policy.", null));
  }
}
