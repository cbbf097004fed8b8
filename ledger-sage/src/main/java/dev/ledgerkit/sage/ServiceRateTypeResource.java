package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.ServiceRateTypeDraft;
import dev.ledgerkit.sage.model.ServiceRateType;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.ServiceRateTypeQuery;

/** Rate types. */
final class ServiceRateTypeResource
    extends Resource<ServiceRateType, ServiceRateTypeQuery, ServiceRateTypeDraft>
    implements ServiceRateTypes {
  ServiceRateTypeResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/service_rate_types", "service_rate_type", ServiceRateType.class)
            .feeds(Feed.CHANGES));
  }
}
