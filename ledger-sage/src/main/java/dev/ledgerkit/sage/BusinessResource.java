package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageBusinessDraft;
import dev.ledgerkit.sage.model.SageBusiness;
import dev.ledgerkit.sage.query.PlainQuery;

/** Businesses; asked for without naming one. */
final class BusinessResource extends Resource<SageBusiness, PlainQuery, SageBusinessDraft>
    implements Businesses {
  BusinessResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.unkeyed("/businesses", "business", SageBusiness.class).outsideBusinesses());
  }

  @Override
  public SageBusiness lead() {
    return read(reading(path() + "/lead"));
  }
}
