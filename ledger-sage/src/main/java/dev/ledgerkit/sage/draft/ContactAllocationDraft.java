package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.sage.model.TransactionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactAllocationDraft(
    @Nullable TransactionType transactionTypeId,
    @Nullable String contactId,
    @Nullable LocalDate date,
    @Nullable List<AllocatedArtefactDraft> allocatedArtefacts)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the amounts do not add up to zero
   */
  public ContactAllocationDraft {
    allocatedArtefacts =
        Amounts.balanced("allocated_artefacts", allocatedArtefacts, AllocatedArtefactDraft::amount);
  }

  /** A builder with nothing set. */
  public static ContactAllocationDraftBuilder builder() {
    return ContactAllocationDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("transaction_type_id", transactionTypeId)
        .needs("contact_id", contactId)
        .needs("allocated_artefacts", allocatedArtefacts)
        .missing();
  }
}
