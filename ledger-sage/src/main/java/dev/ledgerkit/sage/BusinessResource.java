package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.model.SageBusiness;
import dev.ledgerkit.sage.query.PlainQuery;

/** Businesses; asked for without naming one. */
final class BusinessResource extends Resource<SageBusiness, PlainQuery, SageDraft>
    implements Businesses {
  BusinessResource(SageCalls calls) {
    super(calls, ResourceSpec.readOnly("/businesses", SageBusiness.class).outsideBusinesses());
  }

  @Override
  public SageBusiness lead() {
    return read(reading(path() + "/lead"));
  }
}
