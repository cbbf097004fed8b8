package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param sort by {@code created_at}, {@code updated_at}
 * @param updatedSince inclusive
 * @param nestedInvoiceItems whether each shows its lines
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record InvoiceQuery(
    @Nullable InvoiceView view,
    @Nullable Sort sort,
    @Nullable Instant updatedSince,
    @Nullable Ref<Contact> contact,
    @Nullable Ref<Project> project,
    @Nullable Boolean nestedInvoiceItems,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public InvoiceQuery {
    sort = Checked.sort(sort, "created_at", "updated_at");
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static InvoiceQueryBuilder builder() {
    return InvoiceQueryBuilder.builder();
  }
}
