package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal; debit and credit are both sent, one of them zero.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param taxReconciled sent by the guide of Sage and ignored in its answer, as the next two are
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalLineDraft(
    @Nullable String ledgerAccountId,
    @Nullable BigDecimal debit,
    @Nullable BigDecimal credit,
    @Nullable String details,
    @Nullable List<String> analysisTypeCategories,
    @Nullable Boolean includeOnTaxReturn,
    @Nullable Boolean taxReconciled,
    @Nullable Boolean cleared,
    @Nullable Boolean bankReconciled) {

  /**
   * Checks and copies.
   *
   * @throws ConfigurationException naming an amount that is negative
   */
  public JournalLineDraft {
    notNegative("debit", debit);
    notNegative("credit", credit);
    analysisTypeCategories = Given.copy(analysisTypeCategories);
  }

  /** A builder with nothing set. */
  public static JournalLineDraftBuilder builder() {
    return JournalLineDraftBuilder.builder();
  }

  /** A line that debits {@code amount}. */
  public static JournalLineDraft debit(String ledgerAccountId, BigDecimal amount) {
    return builder().ledgerAccountId(ledgerAccountId).debit(amount).credit(BigDecimal.ZERO).build();
  }

  /** A line that credits {@code amount}. */
  public static JournalLineDraft credit(String ledgerAccountId, BigDecimal amount) {
    return builder().ledgerAccountId(ledgerAccountId).debit(BigDecimal.ZERO).credit(amount).build();
  }

  List<String> missing() {
    return new Given()
        .needs("ledger_account_id", ledgerAccountId)
        .needs("debit", debit)
        .needs("credit", credit)
        .missing();
  }

  private static void notNegative(String field, @Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw new ConfigurationException(
          "%s %s of a journal line is refused: put it on the other side without its sign."
              .formatted(field, amount.toPlainString()));
    }
  }
}
