package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which bank accounts to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountQuery(@Nullable BankAccountView view, @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankAccountQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static BankAccountQueryBuilder builder() {
    return BankAccountQueryBuilder.builder();
  }
}
