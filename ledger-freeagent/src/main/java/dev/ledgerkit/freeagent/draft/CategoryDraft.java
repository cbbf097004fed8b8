package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.AutoSalesTaxRate;
import dev.ledgerkit.freeagent.model.CategoryGroup;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category to create, or the fields of one to change; only an empty one can be changed.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param description required to create
 * @param nominalCode required to create; within the range of its group, leading zeros included
 * @param categoryGroup required to create
 * @param taxReportingName out of the list for the type of company
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record CategoryDraft(
    @Nullable String description,
    @Nullable String nominalCode,
    @Nullable CategoryGroup categoryGroup,
    @Nullable String taxReportingName,
    @Nullable Boolean allowableForTax,
    @Nullable AutoSalesTaxRate autoSalesTaxRate)
    implements Draft {

  /** A builder with nothing set. */
  public static CategoryDraftBuilder builder() {
    return CategoryDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("description", description)
        .needs("nominal_code", nominalCode)
        .needs("category_group", categoryGroup)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("nominal_code", nominalCode);
  }
}
