package dev.ledgerkit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens in a simulator's books while a client works, tied to the client's own requests.
 *
 * <p>A change runs before the request is answered, on the thread that answers it. So a row can go
 * between page 2 and page 3 of a list, the same in every run.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * simulator.changes()
 *     .on(Endpoint.api("GET", "/invoices"))
 *     .at(3, () -> simulator.books("acme").delete(first));
 * }</pre>
 *
 * @since 0.1
 */
public final class ChangeScript {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entry> entries = new ArrayList<>();

  /** An empty script. */
  public ChangeScript() {}

  private static final class Entry {
    final Endpoint endpoint;
    final int at;
    final Runnable change;
    int met;

    Entry(Endpoint endpoint, int at, Runnable change) {
      this.endpoint = endpoint;
      this.at = at;
      this.change = change;
    }
  }

  /**
   * The changes of one endpoint while they are being written down.
   *
   * @since 0.1
   */
  public final class Step {
    private final Endpoint endpoint;

    private Step(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    /**
     * Runs a change before the {@code call}-th matching request from now is answered, counted from
     * 1.
     *
     * @throws IllegalArgumentException if {@code call} is below one
     */
    public Step at(int call, Runnable change) {
      if (call < 1) {
        throw new IllegalArgumentException("at(" + call + "): calls are counted from 1.");
      }
      add(new Entry(endpoint, call, change));
      return this;
    }

    /** Runs a change before every matching request. */
    public Step always(Runnable change) {
      add(new Entry(endpoint, 0, change));
      return this;
    }
  }

  private void add(Entry entry) {
    lock.lock();
    try {
      entries.add(entry);
    } finally {
      lock.unlock();
    }
  }

  /** Starts the changes of one endpoint. */
  public Step on(Endpoint endpoint) {
    return new Step(endpoint);
  }

  /** Forgets every change. */
  public void clear() {
    lock.lock();
    try {
      entries.clear();
    } finally {
      lock.unlock();
    }
  }

  /** What a simulator calls once for each request; runs what is due. */
  public void meet(Endpoint.Kind kind, String method, String path) {
    due(kind, method, path).forEach(Runnable::run);
  }

  private List<Runnable> due(Endpoint.Kind kind, String method, String path) {
    List<Runnable> due = new ArrayList<>();
    lock.lock();
    try {
      for (Entry entry : entries) {
        if (entry.endpoint.matches(kind, method, path)) {
          entry.met++;
          if (entry.at == 0 || entry.at == entry.met) {
            due.add(entry.change);
          }
        }
      }
      entries.removeIf(entry -> entry.at > 0 && entry.met >= entry.at);
    } finally {
      lock.unlock();
    }
    return due;
  }
}
