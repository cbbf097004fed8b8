package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.DecimalAsNumber;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.BillingPeriod;
import dev.ledgerkit.freeagent.model.BudgetUnits;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.ProjectStatus;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A project to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contact required to create
 * @param name required to create
 * @param status required to create
 * @param currency required to create
 * @param budgetUnits required to create
 * @param normalBillingRate for one {@code billingPeriod}
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ProjectDraft(
    @Nullable Ref<Contact> contact,
    @Nullable String name,
    @Nullable ProjectStatus status,
    @Nullable String contractPoReference,
    @Nullable Boolean usesProjectInvoiceSequence,
    @Nullable String currency,
    @JsonSerialize(using = DecimalAsNumber.class) @Nullable BigDecimal budget,
    @Nullable BudgetUnits budgetUnits,
    @Nullable BigDecimal hoursPerDay,
    @Nullable BigDecimal normalBillingRate,
    @Nullable BillingPeriod billingPeriod,
    @Nullable Boolean isIr35,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Boolean includeUnbilledTimeInProfitability)
    implements Draft {

  /** A builder with nothing set. */
  public static ProjectDraftBuilder builder() {
    return ProjectDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("contact", contact)
        .needs("name", name)
        .needs("status", status)
        .needs("currency", currency)
        .needs("budget_units", budgetUnits)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
