package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.model.Service;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.ServiceQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Services, whose rates the guide names otherwise. */
final class ServiceResource extends Resource<Service, ServiceQuery, ServiceDraft> {
  private final SageSpelling spelling;

  ServiceResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/services", "service", Service.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
    this.spelling = calls.spelling();
  }

  @Override
  void respell(ObjectNode fields) {
    JsonNode rates = spelling == SageSpelling.GUIDE ? fields.remove("sales_rates") : null;
    if (rates == null) {
      return;
    }
    for (JsonNode rate : rates) {
      JsonNode taxed = ((ObjectNode) rate).remove("rate_includes_tax");
      if (taxed != null) {
        ((ObjectNode) rate).set("price_includes_tax", taxed);
      }
    }
    fields.set("sales_prices", rates);
  }
}
