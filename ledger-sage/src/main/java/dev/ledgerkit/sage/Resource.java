package dev.ledgerkit.sage;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.client.QueryParameters;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.ReadOptions;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one engine behind every resource. It can do everything; the interface it is handed out as
 * says what the resource allows.
 */
class Resource<T, Q extends ListQuery, D extends SageDraft>
    implements SyncableResource<T, Q, D>,
        EditableResource<T, Q, D>,
        UnkeyedResource<T, Q, D>,
        FeedingReads<T, Q> {
  private final SageCalls calls;
  private final ResourceSpec<T> spec;
  private final ListReader<T> lists;

  Resource(SageCalls calls, ResourceSpec<T> spec) {
    this.calls = calls;
    this.spec = spec;
    this.lists = new ListReader<>(calls, spec);
  }

  @Override
  public final Paged<T> list() {
    return lists.list(null, Function.identity());
  }

  @Override
  public final Paged<T> list(Q query) {
    return lists.list(query, Function.identity());
  }

  @Override
  public final Paged<T> changedSince(Instant since, String... attributes) {
    return lists.feed(Feed.CHANGES, since, attributes);
  }

  @Override
  public final Paged<T> deletedSince(Instant since, String... attributes) {
    return lists.feed(Feed.DELETIONS, since, attributes);
  }

  @Override
  public final SageStream<T> stream() {
    return new SageStream<>(spec, lists);
  }

  @Override
  public final T get(String id) {
    return read(reading(pathOf(id)));
  }

  @Override
  public final T get(String id, ReadOptions options) {
    ApiRequest.Builder request = reading(pathOf(id));
    QueryParameters.add(request, SageJson.fields(options));
    return read(request);
  }

  @Override
  public final T create(D draft) {
    return send(draft, spec.keyed() ? IdempotencyKey.random() : null);
  }

  @Override
  public final T create(D draft, IdempotencyKey key) {
    return send(draft, key);
  }

  @Override
  public final T update(String id, D changes, String... cleared) {
    ApiRequest.Builder request =
        spec.placed(
            ApiRequest.put(
                pathOf(id), WriteBody.update(spec.envelope(), changes, this::respell, cleared)));
    return write(request, changes, () -> read(request));
  }

  @Override
  public final void delete(String id) {
    calls.send(ApiRequest.delete(pathOf(id)).build());
  }

  /** A read of a single record; resources whose reads want more override it. */
  ApiRequest.Builder reading(String path) {
    return spec.placed(ApiRequest.get(path));
  }

  /** What a create carries besides its draft; resources that know more override it. */
  void complete(ObjectNode fields) {}

  /**
   * How a write is spelled where Sage's documents disagree; resources they are about override it.
   */
  void respell(ObjectNode fields) {}

  private void completed(ObjectNode fields) {
    complete(fields);
    respell(fields);
  }

  /** Why Sage refused {@code sent}; resources that can tell override it. */
  ValidationException explained(String call, ValidationException refused, D sent) {
    return refused;
  }

  /** An explanation that takes a call; where that fails, the refusal stays what it was. */
  static ValidationException afterLookup(
      ValidationException refused, Supplier<ValidationException> lookup) {
    try {
      return lookup.get();
    } catch (LedgerException e) {
      refused.addSuppressed(e);
      return refused;
    }
  }

  final String pathOf(String id) {
    return spec.path() + "/" + ResourceId.checked(id);
  }

  /** One of its records, in words. */
  final String noun() {
    return spec.envelope().replace('_', ' ');
  }

  final String path() {
    return spec.path();
  }

  final T read(ApiRequest.Builder request) {
    return read(request, spec.type());
  }

  final <R> R read(ApiRequest.Builder request, Class<R> type) {
    return calls.send(request.build(), body -> SageJson.read(body, type));
  }

  /** An answer that is not JSON. */
  final byte[] bytes(ApiRequest.Builder request, String mediaType) {
    return calls.send(request.accept(mediaType).build(), body -> body);
  }

  private T send(D draft, @Nullable IdempotencyKey key) {
    ApiRequest.Builder request =
        ApiRequest.post(spec.path(), WriteBody.create(spec.envelope(), draft, key, this::completed))
            .lookup(draft.lookup());
    if (key != null) {
      request.repeatable(); // by the key in the body
    }
    return write(
        request, draft, () -> spec.numbered() ? calls.inTurn(() -> read(request)) : read(request));
  }

  private T write(ApiRequest.Builder request, D draft, Supplier<T> call) {
    try {
      return call.get();
    } catch (ValidationException refused) {
      throw explained(request.build().toString(), refused, draft);
    }
  }
}
