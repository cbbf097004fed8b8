package dev.ledgerkit.sage;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.http.Page;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The envelope around a list.
 *
 * <p>Sage answers a page past the end with the last one again, and leaves {@code $next} out now and
 * then, so the total decides where the list ends.
 */
record ListPage<T>(
    @JsonProperty("$total") @Nullable Integer total,
    @JsonProperty("$page") @Nullable Integer page,
    @JsonProperty("$next") @Nullable String next,
    @JsonProperty("$itemsPerPage") @JsonAlias("$items_per_page") @Nullable Integer itemsPerPage,
    @JsonProperty("$items") @Nullable List<T> items) {

  /** More pages than this are not announced one by one. */
  private static final int MAX_ANNOUNCED = 10_000;

  <R> Page<R> asPage(int asked, int askedSize, Function<? super T, ? extends R> map) {
    boolean another = page != null && page != asked;
    if (items == null || items.isEmpty() || another) {
      return new Page<>(List.of(), null, totalOrUnknown(), List.of());
    }
    List<R> mapped = items.stream().<R>map(map).toList();
    long size = itemsPerPage == null || itemsPerPage < 1 ? askedSize : itemsPerPage;
    long last = total == null ? (next == null ? asked : asked + 1L) : (total + size - 1) / size;
    if (asked >= last) {
      return new Page<>(mapped, null, totalOrUnknown(), List.of());
    }
    boolean announced = total != null && last - asked <= MAX_ANNOUNCED;
    List<String> remaining =
        announced
            ? LongStream.rangeClosed(asked + 1L, last).mapToObj(Long::toString).toList()
            : List.of();
    return new Page<>(mapped, Integer.toString(asked + 1), totalOrUnknown(), remaining);
  }

  private long totalOrUnknown() {
    return total == null ? -1 : total;
  }
}
