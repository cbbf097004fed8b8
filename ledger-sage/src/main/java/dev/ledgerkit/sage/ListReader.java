package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.query.ListQuery;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Pages through a list; the cursor of a page is its number. */
final class ListReader<T> {
  private final SageCalls calls;
  private final ResourceSpec<T> spec;

  ListReader(SageCalls calls, ResourceSpec<T> spec) {
    this.calls = calls;
    this.spec = spec;
  }

  /** The list that {@code query} leaves, each item turned by {@code map}. */
  <R> Paged<R> list(@Nullable ListQuery query, Function<? super T, ? extends R> map) {
    ObjectNode parameters = query == null ? SageJson.object() : SageJson.fields(query);
    Integer wanted = query == null ? null : query.itemsPerPage();
    int size = wanted == null ? ListQuery.MAX_ITEMS_PER_PAGE : wanted;
    parameters.put("items_per_page", size);
    return Paged.of(cursor -> page(parameters, number(cursor), size, map));
  }

  private <R> Page<R> page(
      ObjectNode parameters, int number, int size, Function<? super T, ? extends R> map) {
    ApiRequest.Builder request = ApiRequest.get(spec.path());
    QueryParameters.add(request, parameters);
    request.query("page", number);
    if (spec.tenantless()) {
      request.tenantless();
    }
    return calls.send(request.build(), this::envelope).asPage(number, size, map);
  }

  /** Sage's published schema declares bare arrays where envelopes are sent; both are read. */
  private ListPage<T> envelope(byte[] body) {
    if (first(body) == '[') {
      List<T> items = SageJson.readArray(body, spec.type());
      return new ListPage<>(items.size(), 1, null, Math.max(1, items.size()), items);
    }
    return SageJson.readList(body, spec.type());
  }

  private static byte first(byte[] body) {
    int at = 0;
    while (at < body.length && body[at] >= 0 && body[at] <= ' ') {
      at++;
    }
    return at < body.length ? body[at] : 0;
  }

  private static int number(@Nullable String cursor) {
    if (cursor == null) {
      return 1;
    }
    if (!cursor.matches("[1-9][0-9]{0,8}")) {
      throw new ConfigurationException(
          "'%s' is not a page of a Sage list; pass what Page.next() named.".formatted(cursor));
    }
    return Integer.parseInt(cursor);
  }
}
