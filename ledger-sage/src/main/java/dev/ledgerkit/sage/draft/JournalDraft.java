package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal to create. Sage changes none: delete it and post another, or reissue it.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param journalLines debits must equal credits
 * @param migrated sent by the guide of Sage and ignored in its answer
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalDraft(
    @Nullable LocalDate date,
    @Nullable String reference,
    @Nullable String description,
    @Nullable BigDecimal total,
    @Nullable JournalCodeDraft journalCode,
    @Nullable List<JournalLineDraft> journalLines,
    @Nullable Boolean migrated)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public JournalDraft {
    reference = Fits.text("reference", reference, 255);
    description = Fits.text("description", description, 200);
    journalLines = balanced(Given.copy(journalLines));
  }

  /** A builder with nothing set. */
  public static JournalDraftBuilder builder() {
    return JournalDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("date", date)
        .needs("reference", reference)
        .needs("journal_lines", journalLines)
        .needsEach("journal_lines", journalLines, JournalLineDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }

  /** An amount not given yet is told by {@link #missing()}. */
  private static @Nullable List<JournalLineDraft> balanced(@Nullable List<JournalLineDraft> lines) {
    BigDecimal debits = BigDecimal.ZERO;
    BigDecimal credits = BigDecimal.ZERO;
    for (JournalLineDraft line : lines == null ? List.<JournalLineDraft>of() : lines) {
      BigDecimal debit = line.debit();
      BigDecimal credit = line.credit();
      if (debit == null || credit == null) {
        return lines;
      }
      debits = debits.add(debit);
      credits = credits.add(credit);
    }
    if (debits.compareTo(credits) != 0) {
      throw new ConfigurationException(
          "The journal is out of balance: debits are %s and credits %s; they must be equal."
              .formatted(debits.toPlainString(), credits.toPlainString()));
    }
    return lines;
  }
}
