package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.VatDated;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ListQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one engine behind every resource. It can do everything; the interface it is handed out as
 * says what the resource allows.
 */
class Resource<T, Q extends ListQuery, D extends Draft>
    implements EditableResource<T, Q, D>, CreatesOnce<T, D> {
  private static final byte[] NOTHING = {};

  private final FreeAgentCalls calls;
  private final ResourceSpec<T> spec;
  private final ListReader<T> lists;
  private final @Nullable NaturalKey<T, D> naturalKey;

  Resource(FreeAgentCalls calls, ResourceSpec<T> spec) {
    this(calls, spec, null);
  }

  /** A resource whose creates are recognised by {@code naturalKey}. */
  Resource(FreeAgentCalls calls, ResourceSpec<T> spec, @Nullable NaturalKey<T, D> naturalKey) {
    this.calls = calls;
    this.spec = spec;
    this.lists = new ListReader<>(calls.wire(), spec);
    this.naturalKey = naturalKey;
  }

  @Override
  public final Paged<T> list() {
    return lists.list(FreeAgentJson.WIRE.object());
  }

  @Override
  public final Paged<T> list(Q query) {
    return lists.list(FreeAgentJson.fields(query, calls.base()));
  }

  @Override
  public final T get(Ref<T> ref) {
    return read(ApiRequest.get(pathOf(ref)));
  }

  @Override
  public T create(D draft) {
    byte[] body = createBody(draft);
    return spec.numbered()
        ? calls.writes().inTurn(calls.company(), () -> post(draft, body))
        : post(draft, body);
  }

  @Override
  public T create(D draft, IdempotencyKey key) {
    if (naturalKey == null) {
      throw new IllegalStateException(spec.collection() + " has no field that can be searched");
    }
    D marked = naturalKey.marked(draft, key);
    byte[] body = createBody(marked);
    return calls
        .writes()
        .once(
            calls.company(),
            spec.collection() + " " + naturalKey.marker(marked),
            new OneCreate<>(
                () -> naturalKey.matches(marked, calls.writes().horizon()),
                () -> calls.writes().inTurn(calls.company(), () -> postMarked(marked, body)),
                created -> delete(naturalKey.ref(created))));
  }

  @Override
  public final T update(Ref<T> ref, D changes, String... cleared) {
    checkVat(changes);
    ObjectNode fields = calls.fields().update(spec.envelope(), changes, cleared);
    return readOrGet(
        ref, ApiRequest.put(pathOf(ref), FreeAgentJson.enveloped(spec.envelope(), fields)));
  }

  @Override
  public final void delete(Ref<T> ref) {
    calls.wire().send(ApiRequest.delete(pathOf(ref)).build());
  }

  /** A change of state; it carries no body. */
  final T transition(Ref<T> ref, String name) {
    return readOrGet(ref, ApiRequest.put(pathOf(ref) + "/transitions/" + name, NOTHING));
  }

  /** An answer of FreeAgent to an update may be empty; the record is then read. */
  final T readOrGet(Ref<T> ref, ApiRequest.Builder request) {
    Made<T> now =
        calls
            .wire()
            .send(
                request.build(),
                body -> new Made<>(body.length == 0 ? null : record(body), ref.toString()));
    return now.record() == null ? get(ref) : now.record();
  }

  final T read(ApiRequest.Builder request) {
    return calls.wire().send(request.build(), this::record);
  }

  final FreeAgentCalls calls() {
    return calls;
  }

  final String path() {
    return spec.path();
  }

  final String pathOf(Ref<T> ref) {
    return ref.pathIn(calls.base(), spec.collection());
  }

  /** The record an action made; it is named by {@code Location} if the answer does not hold it. */
  final T created(ApiRequest.Builder request) {
    Made<T> made =
        calls
            .wire()
            .answer(
                request.build(),
                answer ->
                    answer.body().length == 0
                        ? new Made<>(null, answer.header("location").orElse(""))
                        : new Made<>(record(answer.body()), ""));
    return made.record() == null ? get(Ref.answered(made.location())) : made.record();
  }

  private byte[] createBody(D draft) {
    checkVat(draft);
    ObjectNode fields = calls.fields().create(spec.envelope(), draft);
    spec.unlessGiven()
        .forEach(
            (name, value) -> {
              if (!fields.has(name)) {
                fields.put(name, value);
              }
            });
    return FreeAgentJson.enveloped(spec.envelope(), fields);
  }

  final void checkVat(D draft) {
    if (draft instanceof VatDated dated) {
      EcStatus status = dated.ecStatus();
      LocalDate datedOn = dated.datedOn();
      if (status != null && datedOn != null) {
        status.check(datedOn, calls.place());
      }
    }
  }

  private T post(D draft, byte[] body) {
    return read(ApiRequest.post(spec.path(), body).lookup(draft.lookup()));
  }

  private T postMarked(D marked, byte[] body) {
    try {
      return post(marked, body);
    } catch (ValidationException e) {
      throw naturalKey == null
          ? e
          : naturalKey.refused(
              "POST " + spec.path() + " for binding " + calls.wire().binding(), marked, e);
    }
  }

  private T record(byte[] body) {
    return FreeAgentJson.single(body, spec.envelope(), spec.listEnvelope(), spec.type());
  }

  private record Made<T>(@Nullable T record, String location) {}
}
