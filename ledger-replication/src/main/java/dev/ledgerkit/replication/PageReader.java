package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import dev.ledgerkit.core.WorkerThreads;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in the order of its pages, the next ones fetched while one is written: as many as
 * are known in advance up to {@link #AHEAD}, and always the one that follows. Patient: a page waits
 * for its permit as long as it takes. One thread at a time.
 */
final class PageReader implements AutoCloseable {
  private static final int AHEAD = 4;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final LedgerClock clock;
  private final BooleanSupplier stop;
  private final WorkerThreads threads = new WorkerThreads("ledger-replicate", AHEAD);

  PageReader(LedgerClock clock, BooleanSupplier stop) {
    this.clock = clock;
    this.stop = stop;
  }

  /** Takes a page. */
  interface PageVisitor<T> {
    void page(Page<T> page);
  }

  /** A page on its way. */
  private record Fetch<T>(@Nullable String cursor, FutureTask<Page<T>> page) {}

  /**
   * Hands over every page from {@code start} on.
   *
   * @throws CancellationException if the run is to stop, or the thread was interrupted
   */
  <T> void read(Paged<T> list, @Nullable String start, PageVisitor<T> visitor) {
    Deque<Fetch<T>> fetches = new ArrayDeque<>();
    try {
      String cursor = start;
      do {
        Page<T> page = await(take(fetches, list, cursor));
        String next = page.next();
        if (next != null && next.equals(cursor)) {
          throw new ProviderUnavailableException(
              "The list names page '%s' as the one after itself; stopped instead of reading in circles."
                  .formatted(next),
              null);
        }
        if (next != null) {
          fetchAhead(fetches, list, next, page.remaining());
        }
        visitor.page(page);
        cursor = next;
      } while (cursor != null);
    } finally {
      fetches.forEach(fetch -> fetch.page().cancel(true));
    }
  }

  /** The page at a cursor; what was fetched for another place is dropped. */
  private <T> FutureTask<Page<T>> take(
      Deque<Fetch<T>> fetches, Paged<T> list, @Nullable String cursor) {
    while (!fetches.isEmpty()) {
      Fetch<T> first = fetches.removeFirst();
      if (cursor != null && cursor.equals(first.cursor())) {
        return first.page();
      }
      first.page().cancel(true);
    }
    return begin(list, cursor).page();
  }

  private <T> void fetchAhead(
      Deque<Fetch<T>> fetches, Paged<T> list, String next, List<String> known) {
    if (fetches.isEmpty()) {
      fetches.add(begin(list, next));
    }
    String last = fetches.getLast().cursor();
    for (int at = known.indexOf(last) + 1;
        at > 0 && at < known.size() && fetches.size() < AHEAD;
        at++) {
      fetches.add(begin(list, known.get(at)));
    }
  }

  private <T> Fetch<T> begin(Paged<T> list, @Nullable String cursor) {
    Paged<T> place = cursor == null ? list : list.from(cursor);
    return new Fetch<>(cursor, begin(place::first));
  }

  /** What {@code call} gives, as patiently as a page. */
  <T> T call(Supplier<T> call) {
    return await(begin(call));
  }

  private <T> FutureTask<T> begin(Supplier<T> call) {
    FutureTask<T> task = new FutureTask<>(() -> patiently(call));
    threads.executor().execute(task);
    return task;
  }

  private <T> T patiently(Supplier<T> call) throws InterruptedException {
    while (true) {
      try {
        return call.get();
      } catch (RateLimitedException e) {
        clock.sleep(e.retryAfter());
      }
    }
  }

  /** Looks up now and then, so that whoever wants it to stop does not wait for a permit. */
  private <T> T await(FutureTask<T> task) {
    while (!stop.getAsBoolean()) {
      try {
        return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet; look whether it is still wanted.
      } catch (InterruptedException e) {
        task.cancel(true);
        Thread.currentThread().interrupt();
        throw new CancellationException("The run was interrupted.");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException("A page could not be read", e.getCause());
      }
    }
    task.cancel(true);
    throw new CancellationException("The run was told to stop.");
  }

  @Override
  public void close() {
    threads.close(Duration.ZERO);
  }
}
