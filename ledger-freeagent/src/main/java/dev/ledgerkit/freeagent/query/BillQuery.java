package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bills to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedSince inclusive
 * @param nestedBillItems whether each shows its lines
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BillQuery(
    @Nullable BillView view,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedSince,
    @Nullable Ref<Contact> contact,
    @Nullable Ref<Project> project,
    @Nullable Boolean nestedBillItems,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BillQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static BillQueryBuilder builder() {
    return BillQueryBuilder.builder();
  }
}
