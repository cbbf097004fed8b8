package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.model.Company;
import dev.ledgerkit.freeagent.model.TaxTimelineItem;
import java.util.List;

/** The company of the token. */
record CompanyResource(FreeAgentCalls calls) implements OwnCompany {
  @Override
  public Company get() {
    return calls
        .wire()
        .send(
            ApiRequest.get("/company").build(),
            body -> FreeAgentJson.single(body, "company", "company", Company.class));
  }

  @Override
  public List<String> businessCategories() {
    return calls.array("/company/business_categories", "business_categories", String.class);
  }

  @Override
  public List<TaxTimelineItem> taxTimeline() {
    return calls.array("/company/tax_timeline", "timeline_items", TaxTimelineItem.class);
  }
}
