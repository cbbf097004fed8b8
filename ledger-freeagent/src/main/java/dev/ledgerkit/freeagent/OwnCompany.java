package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.model.Company;
import dev.ledgerkit.freeagent.model.TaxTimelineItem;
import java.util.List;

/**
 * The company the binding is locked to. Safe for use by many threads; every method throws what
 * {@link dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @since 0.1
 */
public interface OwnCompany {
  /** The company itself. */
  Company get();

  /** What a company's business can be called. */
  List<String> businessCategories();

  /** What it will owe to whom, and when. */
  List<TaxTimelineItem> taxTimeline();
}
