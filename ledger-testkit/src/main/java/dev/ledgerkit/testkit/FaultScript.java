package dev.ledgerkit.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The faults a simulator will play, in order.
 *
 * <p>Each request takes the oldest fault whose endpoint matches it, at most one; what is left is
 * {@link #pending()}.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * FaultScript script = simulator.script();
 * script.on(Endpoint.API).then(Fault.status(429, 2), Fault.reset());
 * script.on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply()).times(2);
 * }</pre>
 *
 * @since 0.1
 */
public final class FaultScript {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();

  /** An empty script. */
  public FaultScript() {}

  private static final class Entry {
    final Endpoint endpoint;
    final Fault fault;
    Optional<Instant> outageEnds = Optional.empty();

    Entry(Endpoint endpoint, Fault fault) {
      this.endpoint = endpoint;
      this.fault = fault;
    }
  }

  /** Faults that come by chance, the same in every run. */
  private record Chance(Endpoint endpoint, int oneIn, SplittableRandom random, List<Fault> faults) {
    Optional<Fault> draw() {
      return random.nextInt(oneIn) == 0
          ? Optional.of(faults.get(random.nextInt(faults.size())))
          : Optional.empty();
    }
  }

  /**
   * The faults of one endpoint while they are being written down.
   *
   * @since 0.1
   */
  public final class Step {
    private final Endpoint endpoint;
    private List<Fault> latest = List.of();

    private Step(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    /** Appends faults, one for each matching request from here on. */
    public Step then(Fault... faults) {
      latest = List.of(faults);
      append();
      return this;
    }

    /**
     * Makes the faults of the last {@code then} happen this many times in all.
     *
     * @throws IllegalArgumentException if {@code count} is below one
     */
    public Step times(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("times(" + count + "): once is the least.");
      }
      for (int i = 1; i < count; i++) {
        append();
      }
      return this;
    }

    /**
     * From now on each matching request that meets nothing else meets one of these faults with a
     * chance of one in {@code oneIn}, drawn by the seed. Such faults are never pending.
     *
     * @throws IllegalArgumentException if {@code oneIn} is below one or there is no fault
     */
    public Step sometimes(int oneIn, long seed, Fault... faults) {
      if (oneIn < 1 || faults.length == 0) {
        throw new IllegalArgumentException(
            "sometimes(" + oneIn + "): at most every request, and at least one fault.");
      }
      lock.lock();
      try {
        chances.add(new Chance(endpoint, oneIn, new SplittableRandom(seed), List.of(faults)));
      } finally {
        lock.unlock();
      }
      return this;
    }

    private void append() {
      lock.lock();
      try {
        latest.forEach(fault -> entries.add(new Entry(endpoint, fault)));
      } finally {
        lock.unlock();
      }
    }
  }

  /** Starts the faults of one endpoint. */
  public Step on(Endpoint endpoint) {
    return new Step(endpoint);
  }

  /**
   * The faults nothing has met yet, as {@code endpoint: fault}. An outage that has begun is not
   * pending.
   */
  public List<String> pending() {
    lock.lock();
    try {
      return entries.stream()
          .filter(entry -> entry.outageEnds.isEmpty())
          .map(entry -> entry.endpoint + ": " + entry.fault)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets every fault, running outages included. */
  public void clear() {
    lock.lock();
    try {
      entries.clear();
      chances.clear();
    } finally {
      lock.unlock();
    }
  }

  /** What a simulator calls once for each request: the fault to play, removed from the script. */
  public Optional<Fault> take(Endpoint.Kind kind, String method, String path, Instant now) {
    lock.lock();
    try {
      Iterator<Entry> each = entries.iterator();
      while (each.hasNext()) {
        Entry entry = each.next();
        if (!entry.endpoint.matches(kind, method, path)) {
          continue;
        }
        if (!(entry.fault instanceof Fault.Outage outage)) {
          each.remove();
          return Optional.of(entry.fault);
        }
        Instant ends = entry.outageEnds.orElseGet(() -> now.plus(outage.length()));
        entry.outageEnds = Optional.of(ends);
        if (now.isBefore(ends)) {
          return Optional.of(entry.fault);
        }
        each.remove();
      }
      return chances.stream()
          .filter(chance -> chance.endpoint.matches(kind, method, path))
          .flatMap(chance -> chance.draw().stream())
          .findFirst();
    } finally {
      lock.unlock();
    }
  }
}
