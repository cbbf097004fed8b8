package dev.ledgerkit.freeagent.query;

import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.Ref;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions of an account to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param bankAccount required
 * @param updatedSince inclusive
 * @param lastUploaded only those of the last statement
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankTransactionQuery(
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable BankTransactionView view,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedSince,
    @Nullable Boolean lastUploaded,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankTransactionQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static BankTransactionQueryBuilder builder() {
    return BankTransactionQueryBuilder.builder();
  }
}
