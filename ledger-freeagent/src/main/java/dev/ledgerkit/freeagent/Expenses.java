package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.ExpenseDraft;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.MileageSettings;
import dev.ledgerkit.freeagent.query.ExpenseQuery;
import java.util.List;

/**
 * What users paid for the company, and drove for it.
 *
 * @since 0.1
 */
public interface Expenses extends EditableResource<Expense, ExpenseQuery, ExpenseDraft> {
  /**
   * Creates all in one call.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming what is missing of which; nothing is
   *     sent
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost: all may exist
   */
  List<Expense> createAll(List<ExpenseDraft> drafts);

  /** What the tax office allows for mileage. */
  MileageSettings mileageSettings();
}
