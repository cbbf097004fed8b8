package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ProviderUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading lists page by page. */
class PagedTest {
  private final List<String> fetched = new CopyOnWriteArrayList<>();

  /** Pages of the given sizes, holding 0, 1, 2, ...; the cursor is the number of the page. */
  private PageSource<Integer> pages(boolean knownInAdvance, int... sizes) {
    return cursor -> {
      fetched.add(String.valueOf(cursor));
      return page(cursor, knownInAdvance, sizes);
    };
  }

  private static Page<Integer> page(@Nullable String cursor, boolean knownInAdvance, int... sizes) {
    int number = cursor == null ? 0 : Integer.parseInt(cursor);
    int from = IntStream.of(sizes).limit(number).sum();
    boolean last = number >= sizes.length - 1;
    List<String> rest =
        knownInAdvance
            ? IntStream.range(number + 1, sizes.length).mapToObj(String::valueOf).toList()
            : List.of();
    return new Page<>(
        sizes.length == 0
            ? List.of()
            : IntStream.range(from, from + sizes[number]).boxed().toList(),
        last ? null : String.valueOf(number + 1),
        IntStream.of(sizes).sum(),
        rest);
  }

  @Test
  void iterator_notRead_fetchesNothing() {
    Paged<Integer> list = Paged.of(pages(false, 2, 2));
    Iterator<Integer> items = list.iterator();
    assertThat(fetched).isEmpty();
    items.next();
    items.next();
    assertThat(fetched).containsExactly("null");
    items.next();
    assertThat(fetched).containsExactly("null", "1");
  }

  @Test
  void stream_limited_fetchesOnlyWhatItNeeds() {
    assertThat(Paged.of(pages(false, 2, 2, 2)).stream().limit(3)).containsExactly(0, 1, 2);
    assertThat(fetched).containsExactly("null", "1");
  }

  @Test
  void iterator_emptyPagesBetween_readsAcrossThem() {
    assertThat(Paged.of(pages(false, 0, 1, 0, 0, 2, 0))).containsExactly(0, 1, 2);
  }

  @Test
  void iterator_atTheEnd_throwsNoSuchElement() {
    Iterator<Integer> items = Paged.of(pages(false, 0)).iterator();
    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void iterator_cursorNamedTwice_isATypedError() {
    PageSource<Integer> circle = cursor -> new Page<>(List.of(1), "again", -1, List.of());
    assertThatThrownBy(() -> Paged.of(circle).forEach(item -> {}))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("again");
  }

  @Test
  void iterator_resumedPageNamesItself_isATypedErrorAtOnce() {
    PageSource<Integer> circle = cursor -> new Page<>(List.of(1), "5", -1, List.of());
    Iterator<Page<Integer>> pages = Paged.of(circle).from("5").pages().iterator();
    assertThatThrownBy(pages::next).isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void iterator_pageFails_staysWhereItWas() {
    boolean[] down = {true};
    PageSource<Integer> source =
        cursor -> {
          if ("1".equals(cursor) && down[0]) {
            throw new ProviderUnavailableException("down", null);
          }
          return page(cursor, false, 2, 2);
        };
    Iterator<Integer> items = Paged.of(source).iterator();
    items.next();
    items.next();
    assertThatThrownBy(items::hasNext).isInstanceOf(ProviderUnavailableException.class);
    down[0] = false;
    assertThat(items.next()).isEqualTo(2);
    assertThat(items.next()).isEqualTo(3);
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void from_aCursor_takesUpTheListThere() {
    assertThat(Paged.of(pages(false, 2, 2, 1)).from("1")).containsExactly(2, 3, 4);
    assertThat(fetched).containsExactly("1", "2");
  }

  @Test
  void fetchAll_pagesKnown_fetchesThemSideBySideInOrder() throws Exception {
    CountDownLatch together = new CountDownLatch(3);
    PageSource<Integer> source =
        cursor -> {
          if (cursor != null) {
            together.countDown();
            await(together);
          }
          return page(cursor, true, 2, 2, 2, 1);
        };
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      assertThat(Paged.of(source).fetchAll(threads)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void fetchAll_pagesUnknown_followsTheCursors() {
    assertThat(Paged.of(pages(false, 2, 0, 1)).fetchAll(Runnable::run)).containsExactly(0, 1, 2);
    assertThat(fetched).containsExactly("null", "1", "2");
  }

  @Test
  void fetchAll_pageFails_throwsTheTypedErrorItself() {
    ProviderUnavailableException down = new ProviderUnavailableException("down", null);
    PageSource<Integer> source =
        cursor -> {
          if ("2".equals(cursor)) {
            throw down;
          }
          return page(cursor, true, 1, 1, 1);
        };
    assertThatThrownBy(() -> Paged.of(source).fetchAll(Runnable::run)).isSameAs(down);
  }

  @Test
  void fetchAll_pageFails_doesNotFetchPagesNotYetBegun() {
    List<Runnable> queue = new ArrayList<>();
    PageSource<Integer> source =
        cursor -> {
          fetched.add(String.valueOf(cursor));
          if ("1".equals(cursor)) {
            throw new ProviderUnavailableException("down", null);
          }
          return page(cursor, true, 1, 1, 1);
        };
    assertThatThrownBy(
            () ->
                Paged.of(source)
                    .fetchAll(
                        task -> {
                          if (fetched.size() == 1) {
                            task.run(); // page 1, which fails
                          } else {
                            queue.add(task); // page 2 waits for a thread
                          }
                        }))
        .isInstanceOf(ProviderUnavailableException.class);
    queue.forEach(Runnable::run);
    assertThat(fetched).containsExactly("null", "1");
  }

  @Property(tries = 100)
  void anyPages_readAnyWay_giveTheSameItemsInOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> sizes) {
    int[] pages = sizes.stream().mapToInt(Integer::intValue).toArray();
    List<Integer> all = IntStream.range(0, IntStream.of(pages).sum()).boxed().toList();
    assertThat(Paged.of(pages(false, pages))).containsExactlyElementsOf(all);
    assertThat(Paged.of(pages(true, pages)).fetchAll(Runnable::run)).isEqualTo(all);
    assertThat(Paged.of(pages(false, pages)).stream().toList()).isEqualTo(all);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
