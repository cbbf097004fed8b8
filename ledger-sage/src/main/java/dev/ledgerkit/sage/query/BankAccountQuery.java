package dev.ledgerkit.sage.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bank accounts to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param deletedSince exclusive; a fraction is cut so that nothing is lost, see {@link Feed#asked}
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param nestedAttributes what nested records carry
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountQuery(
    @Nullable Instant updatedOrCreatedSince,
    @Nullable Instant deletedSince,
    @Nullable Boolean excludeStripe,
    @Nullable Boolean filterInactiveBankAccounts,
    @JsonProperty("appName") @Nullable String appName,
    @Nullable List<String> attributes,
    @Nullable List<String> nestedAttributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankAccountQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    deletedSince = Checked.deletedSince(deletedSince);
    attributes = Checked.copy(attributes);
    nestedAttributes = Checked.copy(nestedAttributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static BankAccountQueryBuilder builder() {
    return BankAccountQueryBuilder.builder();
  }
}
