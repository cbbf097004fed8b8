package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.client.QueryParameters;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.ApiResponse;
import dev.ledgerkit.core.http.ListShiftedException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.query.ListQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/** Pages through a list that may change meanwhile; see {@link ListWindow}. */
final class ListReader<T> {
  /** A list that shifted further than this between two pages is begun again by the caller. */
  private static final int SEARCHED_PAGES = 10;

  private final BindingCalls calls;
  private final ResourceSpec<T> spec;

  ListReader(BindingCalls calls, ResourceSpec<T> spec) {
    this.calls = calls;
    this.spec = spec;
  }

  Paged<T> list(ObjectNode parameters) {
    return list(parameters, Function.identity());
  }

  /** The list that {@code parameters} leave, each item turned by {@code map}. */
  <R> Paged<R> list(ObjectNode parameters, Function<? super T, ? extends R> map) {
    ObjectNode asked = parameters.deepCopy();
    spec.unlessAsked()
        .forEach(
            (name, value) -> {
              if (!asked.has(name)) {
                asked.put(name, value);
              }
            });
    JsonNode wanted = asked.remove("per_page");
    int size = wanted == null ? ListQuery.MAX_PER_PAGE : wanted.asInt();
    return Paged.of(cursor -> page(asked, ListWindow.of(cursor, size), size, map));
  }

  private <R> Page<R> page(
      ObjectNode asked, ListWindow at, int size, Function<? super T, ? extends R> map) {
    Rows here = fetch(asked, at);
    if (!at.given().isEmpty() && here.after(at.given()) == null) {
      here = shifted(asked, at, here);
    }
    List<JsonNode> fresh = here.after(at.given());
    List<JsonNode> rows = fresh == null ? here.items() : fresh;
    String next = here.more() ? here.window().after(here.latest(at.given()), size).cursor() : null;
    return new Page<>(
        rows.stream().<R>map(row -> map.apply(FreeAgentJson.WIRE.read(row, spec.type()))).toList(),
        next,
        here.total(),
        List.of());
  }

  /**
   * None of the last records given is where it should be. Rows moved up, if records before them
   * went away: what was skipped is on earlier pages. Or they moved down: then later ones show them.
   */
  private Rows shifted(ObjectNode asked, ListWindow at, Rows here) {
    Rows gathered = here;
    for (int page = at.page() - 1; page >= 1 && at.page() - page <= SEARCHED_PAGES; page--) {
      gathered = fetch(asked, at.at(page)).followedBy(gathered);
      if (gathered.after(at.given()) != null) {
        return gathered;
      }
    }
    Rows last = here;
    for (int page = at.page() + 1; last.more() && page - at.page() <= SEARCHED_PAGES; page++) {
      last = fetch(asked, at.at(page));
      if (last.after(at.given()) != null) {
        return last;
      }
    }
    throw new ListShiftedException(
        "The list of %s of binding %s changed faster than it could be read; read it again from the start."
            .formatted(spec.collection(), calls.binding()));
  }

  private Rows fetch(ObjectNode asked, ListWindow at) {
    ApiRequest.Builder request = ApiRequest.get(spec.path());
    QueryParameters.add(request, asked);
    request.query("page", at.page()).query("per_page", at.size());
    if (spec.tenantless()) {
      request.tenantless();
    }
    Rows rows = calls.answer(request.build(), answer -> rows(answer, at));
    if (rows.items().size() < at.size() && at.end() < rows.total()) {
      throw new ProviderUnavailableException(
          "Page %d of %s of binding %s has %d rows of %d although there are %d in all; read it again."
              .formatted(
                  at.page(),
                  spec.collection(),
                  calls.binding(),
                  rows.items().size(),
                  at.size(),
                  rows.total()),
          null);
    }
    return rows;
  }

  private Rows rows(ApiResponse answer, ListWindow at) {
    JsonNode list = FreeAgentJson.WIRE.tree(answer.body()).path(spec.listEnvelope());
    if (!list.isArray()) {
      throw MismatchedInputException.from(null, spec.type(), "no " + spec.listEnvelope());
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    long total =
        answer
            .header("x-total-count")
            .filter(count -> count.strip().matches("\\d{1,18}"))
            .map(count -> Long.parseLong(count.strip()))
            .orElse(-1L);
    boolean linked = answer.header("link").filter(LinkHeader::hasNext).isPresent();
    return new Rows(items, at, total, (linked && !items.isEmpty()) || at.end() < total);
  }

  /**
   * What was read of a list.
   *
   * @param window the last page of it
   * @param total what FreeAgent states for the whole list; -1 if it does not
   * @param more whether either the total or the {@code Link} says that there is more
   */
  private record Rows(List<JsonNode> items, ListWindow window, long total, boolean more) {
    /** What comes after the latest of {@code given} that is here; null if none of them is. */
    @Nullable List<JsonNode> after(List<String> given) {
      for (int latest = given.size() - 1; latest >= 0; latest--) {
        for (int i = items.size() - 1; i >= 0; i--) {
          if (id(items.get(i)).equals(given.get(latest))) {
            return items.subList(i + 1, items.size());
          }
        }
      }
      return null;
    }

    /** The ids of the latest records given, once these are given too; none if they have none. */
    List<String> latest(List<String> before) {
      List<String> ids = new ArrayList<>(before);
      items.stream().map(Rows::id).filter(id -> !before.contains(id)).forEach(ids::add);
      if (ids.contains("")) {
        return List.of();
      }
      return ids.subList(Math.max(0, ids.size() - ListWindow.REMEMBERED), ids.size());
    }

    /** Rows that shifted while both were read are in both, and given once. */
    Rows followedBy(Rows later) {
      Map<String, JsonNode> all = new LinkedHashMap<>();
      items.forEach(row -> all.putIfAbsent(id(row), row));
      later.items.forEach(row -> all.putIfAbsent(id(row), row));
      return new Rows(List.copyOf(all.values()), later.window, later.total, later.more);
    }

    private static String id(JsonNode row) {
      String url = row.path("url").asString("");
      return url.substring(url.lastIndexOf('/') + 1);
    }
  }
}
