package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.QueryParameters;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.ListQuery;
import java.time.Instant;
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

  /** The same list, its records as Sage sent them. */
  ListReader<ObjectNode> raw() {
    return new ListReader<>(calls, spec.as(ObjectNode.class));
  }

  /** The list that {@code query} leaves, each item turned by {@code map}. */
  <R> Paged<R> list(@Nullable ListQuery query, Function<? super T, ? extends R> map) {
    ObjectNode parameters = query == null ? SageJson.object() : SageJson.fields(query);
    IdFields.check(spec.name(), parameters);
    return paged(parameters, map);
  }

  /** The whole list, each item with these attributes. */
  Paged<T> all(String... attributes) {
    return all(Function.identity(), attributes);
  }

  <R> Paged<R> all(Function<? super T, ? extends R> map, String... attributes) {
    return paged(parameters(attributes), map);
  }

  /** How many records Sage states. */
  long total() {
    ObjectNode parameters = SageJson.object().put("items_per_page", 1);
    return paged(parameters, Function.identity()).first().total();
  }

  /** What {@code feed} tells since a moment. */
  Paged<T> feed(Feed feed, Instant since, String... attributes) {
    return feed(feed, since, Function.identity(), attributes);
  }

  <R> Paged<R> feed(
      Feed feed, Instant since, Function<? super T, ? extends R> map, String... attributes) {
    if (!spec.feeds().contains(feed)) {
      throw new FeedUnavailableException(spec.name(), feed, remedy(feed));
    }
    ObjectNode parameters = parameters(attributes);
    parameters.put(feed.parameter(), feed.asked(since).toString());
    return paged(parameters, map);
  }

  private <R> Paged<R> paged(ObjectNode parameters, Function<? super T, ? extends R> map) {
    int size = parameters.path("items_per_page").asInt(ListQuery.MAX_ITEMS_PER_PAGE);
    parameters.put("items_per_page", size);
    return Paged.of(cursor -> page(parameters, number(cursor), size, map));
  }

  private static ObjectNode parameters(String... attributes) {
    ObjectNode parameters = SageJson.object();
    if (attributes.length > 0) {
      parameters.put("attributes", String.join(",", attributes));
    }
    return parameters;
  }

  private String remedy(Feed feed) {
    return feed == Feed.DELETIONS && spec.flagsDeleted()
        ? "its changes carry what was deleted, with the field 'deleted' set"
        : "read the whole list and compare it with what is held";
  }

  private <R> Page<R> page(
      ObjectNode parameters, int number, int size, Function<? super T, ? extends R> map) {
    ApiRequest.Builder request = ApiRequest.get(spec.path());
    QueryParameters.add(request, parameters);
    request.query("page", number);
    return calls.send(spec.placed(request).build(), this::envelope).asPage(number, size, map);
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
