package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.ExpenseDraft;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.MileageSettings;
import dev.ledgerkit.freeagent.query.ExpenseQuery;
import java.util.List;

/** Expenses, one or many at a time. */
final class ExpenseResource extends Resource<Expense, ExpenseQuery, ExpenseDraft>
    implements Expenses {
  private static final ResourceSpec<Expense> SPEC =
      ResourceSpec.of("expenses", "expense", Expense.class);

  ExpenseResource(FreeAgentCalls calls) {
    super(calls, SPEC);
  }

  @Override
  public List<Expense> createAll(List<ExpenseDraft> drafts) {
    List<String> missing =
        new Given()
            .needs("expenses", drafts)
            .needsEach("expenses", drafts, ExpenseDraft::missing)
            .missing();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "The expenses cannot be created without: %s.".formatted(String.join(", ", missing)));
    }
    drafts.forEach(this::checkVat);
    byte[] body = FreeAgentJson.WIRE.write(FreeAgentJson.fields(new Batch(drafts), calls().base()));
    return calls()
        .array(
            ApiRequest.post(path(), body)
                .lookup("expenses of " + drafts.get(0).lookup() + " and others")
                .build(),
            SPEC.listEnvelope(),
            Expense.class);
  }

  @Override
  public MileageSettings mileageSettings() {
    return calls()
        .wire()
        .send(
            ApiRequest.get(path() + "/mileage_settings").build(),
            body ->
                FreeAgentJson.single(
                    body, "mileage_settings", "mileage_settings", MileageSettings.class));
  }

  private record Batch(List<ExpenseDraft> expenses) {}
}
