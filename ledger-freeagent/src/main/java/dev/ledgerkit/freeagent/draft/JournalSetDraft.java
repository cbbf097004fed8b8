package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journal to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param datedOn required to create
 * @param description required to create
 * @param tag an application's own mark; given, it is what makes a keyed create recognised
 * @param journalEntries required to create, and then they come to zero
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalSetDraft(
    @Nullable LocalDate datedOn,
    @Nullable String description,
    @Nullable String tag,
    @Nullable List<JournalEntryDraft> journalEntries)
    implements Draft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public JournalSetDraft {
    journalEntries = Given.copy(journalEntries);
  }

  /** A builder with nothing set. */
  public static JournalSetDraftBuilder builder() {
    return JournalSetDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("dated_on", datedOn)
        .needs("description", description)
        .needs("journal_entries", journalEntries)
        .needsEach("journal_entries", journalEntries, JournalEntryDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("tag", tag);
  }

  /** What its debits and credits come to. */
  public BigDecimal balance() {
    return journalEntries == null
        ? BigDecimal.ZERO
        : journalEntries.stream()
            .map(JournalEntryDraft::debitValue)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
