package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.SageDraft;

/** The engine behind what there is one of. */
final class SingletonResource<T, D extends SageDraft> implements Singleton<T, D> {
  private final SageCalls calls;
  private final ResourceSpec<T> spec;

  SingletonResource(SageCalls calls, ResourceSpec<T> spec) {
    this.calls = calls;
    this.spec = spec;
  }

  @Override
  public T get() {
    return send(ApiRequest.get(spec.path()));
  }

  @Override
  public T update(D changes, String... cleared) {
    return send(ApiRequest.put(spec.path(), WriteBody.update(spec.envelope(), changes, cleared)));
  }

  private T send(ApiRequest.Builder request) {
    return calls.send(spec.placed(request).build(), body -> SageJson.read(body, spec.type()));
  }
}
