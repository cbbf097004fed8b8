package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Debits and credits made by hand that come to zero; opening balances also count what is in
 * accounts and stock.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param datedOn null for opening balances
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record JournalSet(
    Ref<JournalSet> url,
    @Nullable LocalDate datedOn,
    @Nullable String description,
    @Nullable String tag,
    List<JournalEntry> journalEntries,
    List<OpeningBalance> bankAccounts,
    List<OpeningBalance> stockItems,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public JournalSet {
    url = Ref.orNone(url);
    journalEntries = Absent.list(journalEntries);
    bankAccounts = Absent.list(bankAccounts);
    stockItems = Absent.list(stockItems);
    extra = Absent.map(extra);
  }

  /**
   * The journal with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<JournalSet> ref(String idOrUrl) {
    return Ref.of("journal_sets", idOrUrl);
  }
}
