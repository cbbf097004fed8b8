package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which projects to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param sort by {@code name}, {@code contact_name}, {@code contact_display_name}, {@code
 *     created_at}, {@code updated_at}
 * @param nested whether each shows its contact whole
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ProjectQuery(
    @Nullable ProjectView view,
    @Nullable Sort sort,
    @Nullable Ref<Contact> contact,
    @Nullable Boolean nested,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ProjectQuery {
    sort =
        Checked.sort(
            sort, "name", "contact_name", "contact_display_name", "created_at", "updated_at");
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static ProjectQueryBuilder builder() {
    return ProjectQueryBuilder.builder();
  }
}
