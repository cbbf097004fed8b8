package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that is fetched page by page while it is read.
 *
 * <p>Lazy: nothing is fetched before the first element is asked for, and one page is held at a
 * time. Every page is its own call with its own deadline and a token that is fresh at that moment,
 * so a list may take longer than a token lives. A page that fails is retried by the pipeline in
 * place; when it gives up, the exception leaves the iterator where it was, and {@link #from} takes
 * up the list at any page again.
 *
 * <p>Safe for use by many threads; the iterators are not.
 *
 * @since 0.1
 */
public final class Paged<T> implements Iterable<T> {
  private final PageSource<T> source;
  private final @Nullable String start;

  private Paged(PageSource<T> source, @Nullable String start) {
    this.source = source;
    this.start = start;
  }

  /** The list that {@code source} fetches. */
  public static <T> Paged<T> of(PageSource<T> source) {
    return new Paged<>(source, null);
  }

  /** The same list, beginning with the page at {@code cursor}, as {@link Page#next()} named it. */
  public Paged<T> from(String cursor) {
    return new Paged<>(source, cursor);
  }

  /**
   * The same list, for whoever has time: a page whose permit is further off than a call may wait is
   * asked for again once {@code clock} says that it is due.
   *
   * <p>Note: an hour's limit that is used up holds the reading thread for the rest of the hour. An
   * interrupt ends the wait with the exception, and the thread's flag set.
   */
  public Paged<T> patient(LedgerClock clock) {
    return new Paged<>(cursor -> fetchPatiently(cursor, clock), start);
  }

  private Page<T> fetchPatiently(@Nullable String cursor, LedgerClock clock) {
    while (true) {
      try {
        return source.fetch(cursor);
      } catch (RateLimitedException e) {
        try {
          clock.sleep(e.retryAfter());
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
  }

  /** The first page of it. */
  public Page<T> first() {
    return source.fetch(start);
  }

  /** The pages, lazily. */
  public Iterable<Page<T>> pages() {
    return PageIterator::new;
  }

  /** The items, lazily, across empty pages. */
  @Override
  public Iterator<T> iterator() {
    Iterator<Page<T>> pages = pages().iterator();
    return new Iterator<>() {
      private Iterator<T> items = List.<T>of().iterator();

      @Override
      public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
          items = pages.next().items().iterator();
        }
        return items.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return items.next();
      }
    };
  }

  /** All items, page after page. */
  public List<T> toList() {
    return stream().toList();
  }

  /** The items as a sequential, lazy stream. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * All items, the pages after the first fetched side by side on {@code executor} where the
   * provider lets them be known in advance: two round trips for a list of any length. When a page
   * fails, its exception is thrown and pages not yet begun are not fetched. Waits; call it from a
   * thread that is not one of a bounded {@code executor}'s own, or use {@link #fetchAllAsync}.
   */
  public List<T> fetchAll(Executor executor) {
    try {
      return withTheRest(first(), executor).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** As {@link #fetchAll}, without a thread that waits. */
  public CompletableFuture<List<T>> fetchAllAsync(Executor executor) {
    return CompletableFuture.supplyAsync(this::first, executor)
        .thenCompose(first -> withTheRest(first, executor));
  }

  private CompletableFuture<List<T>> withTheRest(Page<T> first, Executor executor) {
    String next = first.next();
    if (next == null) {
      return CompletableFuture.completedFuture(first.items());
    }
    if (first.remaining().isEmpty()) {
      return CompletableFuture.supplyAsync(
          () -> {
            List<T> all = new ArrayList<>(first.items());
            from(next).forEach(all::add);
            return all;
          },
          executor);
    }
    List<CompletableFuture<Page<T>>> pages =
        first.remaining().stream()
            .map(cursor -> CompletableFuture.supplyAsync(() -> source.fetch(cursor), executor))
            .toList();
    CompletableFuture<List<T>> all =
        CompletableFuture.completedFuture(new ArrayList<>(first.items()));
    for (CompletableFuture<Page<T>> page : pages) {
      var unused = page.whenComplete((items, failure) -> stopAfter(failure, pages));
      all =
          all.thenCombine(
              page,
              (items, more) -> {
                items.addAll(more.items());
                return items;
              });
    }
    return all;
  }

  /** One page that failed is enough: what is done stays done, what has not begun is not fetched. */
  private static <T> void stopAfter(
      @Nullable Throwable failure, List<CompletableFuture<Page<T>>> pages) {
    if (failure != null) {
      pages.forEach(page -> page.cancel(false));
    }
  }

  private final class PageIterator implements Iterator<Page<T>> {
    private final Set<String> seen = new HashSet<>(start == null ? Set.of() : Set.of(start));
    private @Nullable String cursor = start;
    private boolean more = true;

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Page<T> next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      Page<T> page = source.fetch(cursor);
      String next = page.next();
      if (next != null && !seen.add(next)) {
        throw new ProviderUnavailableException(
            "The list names page '%s' twice; stopped instead of reading in circles."
                .formatted(next),
            null);
      }
      cursor = next;
      more = next != null;
      return page;
    }
  }
}
