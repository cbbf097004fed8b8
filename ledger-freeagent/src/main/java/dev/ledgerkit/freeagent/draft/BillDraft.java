package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.CisDeductionBand;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.RebillType;
import dev.ledgerkit.freeagent.model.Recurrence;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contact required to create
 * @param reference required to create
 * @param datedOn required to create
 * @param dueOn required to create
 * @param inputTotalValuesIncTax whether FreeAgent shows the totals of lines with tax
 * @param billItems 1 to 40; required to create. In an update, each is new unless it has a URL
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BillDraft(
    @Nullable Ref<Contact> contact,
    @Nullable String reference,
    @Nullable LocalDate datedOn,
    @Nullable LocalDate dueOn,
    @Nullable String currency,
    @Nullable Boolean inputTotalValuesIncTax,
    @Nullable BigDecimal exchangeRate,
    @Nullable EcStatus ecStatus,
    @Nullable String comments,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable Ref<Project> rebillToProject,
    @Nullable Ref<?> property,
    @Nullable Recurrence recurring,
    @Nullable LocalDate recurringEndDate,
    @Nullable AttachmentDraft attachment,
    @Nullable CisDeductionBand cisDeductionBand,
    @Nullable BigDecimal cisDeductionRate,
    @Nullable List<BillItemDraft> billItems)
    implements VatDated {
  private static final int MOST_ITEMS = 40;

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BillDraft {
    billItems = Given.copy(billItems);
    if (billItems != null && billItems.size() > MOST_ITEMS) {
      throw new ConfigurationException(
          "A bill of %d lines is refused: FreeAgent takes %d at the most."
              .formatted(billItems.size(), MOST_ITEMS));
    }
    if (ecStatus != null && datedOn != null) {
      ecStatus.check(datedOn, null);
    }
  }

  /** A builder with nothing set. */
  public static BillDraftBuilder builder() {
    return BillDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("contact", contact)
        .needs("reference", reference)
        .needs("dated_on", datedOn)
        .needs("due_on", dueOn)
        .needs("bill_items", billItems)
        .needsEach("bill_items", billItems, BillItemDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
