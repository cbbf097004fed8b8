package dev.ledgerkit.freeagent.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.JournalEntry;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A debit or credit to write in a journal, or a change of one.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param url of the entry to change; none for a new one
 * @param destroy true to delete the entry
 * @param category required to create
 * @param debitValue required to create; negative for a credit
 * @param user required where the category is one of users
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalEntryDraft(
    @Nullable Ref<JournalEntry> url,
    @JsonProperty("_destroy") @Nullable Boolean destroy,
    @Nullable Ref<Category> category,
    @Nullable String description,
    @Nullable BigDecimal debitValue,
    @Nullable Ref<User> user,
    @Nullable Ref<?> capitalAssetType,
    @Nullable Ref<StockItem> stockItem,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<?> property) {

  /** A builder with nothing set. */
  public static JournalEntryDraftBuilder builder() {
    return JournalEntryDraftBuilder.builder();
  }

  List<String> missing() {
    return new Given().needs("category", category).needs("debit_value", debitValue).missing();
  }

  /** A change of an entry there is; set what shall change. */
  public static JournalEntryDraftBuilder change(Ref<JournalEntry> entry) {
    return builder().url(entry);
  }

  /** The end of an entry there is. */
  public static JournalEntryDraft delete(Ref<JournalEntry> entry) {
    return change(entry).destroy(true).build();
  }
}
