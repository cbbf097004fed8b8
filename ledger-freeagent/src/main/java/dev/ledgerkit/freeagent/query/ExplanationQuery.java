package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which explanations of an account to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param bankAccount required
 * @param updatedSince inclusive
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ExplanationQuery(
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedSince,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ExplanationQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static ExplanationQueryBuilder builder() {
    return ExplanationQueryBuilder.builder();
  }
}
