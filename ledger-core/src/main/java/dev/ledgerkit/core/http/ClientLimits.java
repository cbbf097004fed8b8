package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.RateLimitedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The limits of one client registration and of every binding under it.
 *
 * <p>A permit is taken when binding and client both allow it at that moment, never in advance. A
 * place in flight is taken apart from it and later, around the wire only, so that a call which
 * waits for its token keeps no place from others. Whoever has to wait stands in line, computes when
 * it is their turn, sleeps without the lock and looks again. A binding that used up its permits
 * holds nobody else back.
 */
final class ClientLimits {
  /**
   * A provider that asks for longer is asked again: nobody wants a slip of theirs to last until a
   * restart.
   */
  private static final Duration LONGEST_BLOCK = Duration.ofHours(1);

  /** When the wait depends on other calls ending, this is what a caller is told. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final int SWEEP_FROM = 1024;

  private final LedgerClock clock;
  private final List<RateLimit> bindingLimits;
  private final int maxConcurrent;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // All guarded by lock, which is held for arithmetic only.
  private final Gate client;
  private final Map<BindingId, Gate> bindings = new HashMap<>();
  private final Set<Waiter> line = new LinkedHashSet<>();
  private int inFlight;
  private int sweepAt = SWEEP_FROM;

  ClientLimits(String client, List<RateLimit> limits, LedgerClock clock) {
    this.clock = clock;
    this.bindingLimits = of(RateLimit.Scope.BINDING, limits);
    this.client =
        new Gate("client " + client, of(RateLimit.Scope.CLIENT, limits), clock.nanoTime());
    this.maxConcurrent =
        of(RateLimit.Scope.CLIENT_CONCURRENT, limits).stream()
            .mapToInt(RateLimit::permits)
            .min()
            .orElse(Integer.MAX_VALUE);
  }

  /**
   * Waits for a permit, or for a place in flight.
   *
   * @param slot whether it is for a place, to be given back by {@link #release}
   * @throws RateLimitedException at once if the wait is longer than what is left of the call
   */
  void acquire(CallContext context, boolean slot) throws InterruptedException {
    Waiter me = new Waiter(context.binding(), slot);
    try {
      long nanos = look(me, context);
      while (nanos > 0) {
        clock.sleep(Duration.ofNanos(nanos));
        nanos = look(me, context);
      }
    } finally {
      leave(me);
    }
  }

  /** Gives the place in flight back. */
  void release() {
    lock.lock();
    try {
      inFlight--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The provider asked {@code binding} to wait: nobody passes that gate before. */
  void block(BindingId binding, Duration wait) {
    lock.lock();
    try {
      long now = clock.nanoTime();
      boolean onlyClient = bindingLimits.isEmpty() && client.hasWindows();
      Gate gate = onlyClient ? client : gate(binding, now);
      gate.shut(now, wait.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : wait);
    } finally {
      lock.unlock();
    }
  }

  /** How many bindings are remembered. */
  int gates() {
    lock.lock();
    try {
      return bindings.size();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the permit and returns 0, or returns how long to sleep before looking again. */
  private long look(Waiter me, CallContext context) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      line.add(me);
      while (true) {
        long now = clock.nanoTime();
        Gate gate = gate(me.binding, now);
        Ahead ahead = ahead(me);
        if (!me.slot) {
          return takePermit(me, gate, now, ahead, context.remainingNanos());
        }
        if (maxConcurrent - inFlight > ahead.ofClient()) {
          inFlight++;
          return 0;
        }
        // Real time: what is awaited is the end of somebody's I/O, which no clock of ours drives.
        if (changed.awaitNanos(context.remainingNanos()) <= 0) {
          throw new RateLimitedException(client.scope() + " (calls at the same time)", SOON);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock. */
  private long takePermit(Waiter me, Gate gate, long now, Ahead ahead, long left) {
    long bindingNanos = gate.delay(now, ahead.ofBinding());
    stand(me, bindingNanos > 0);
    long clientNanos = client.delay(now, ahead.ofClient());
    long nanos = Math.max(bindingNanos, clientNanos);
    if (nanos > 0 && nanos >= left) {
      throw new RateLimitedException(
          bindingNanos >= clientNanos ? gate.scope() : client.scope(), Duration.ofNanos(nanos));
    }
    if (nanos == 0) {
      gate.take(now);
      client.take(now);
    }
    return nanos;
  }

  private void leave(Waiter me) {
    lock.lock();
    try {
      line.remove(me);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those held by their own binding do not stand before others of the client. */
  private void stand(Waiter me, boolean heldByBinding) {
    if (me.heldByBinding != heldByBinding) {
      me.heldByBinding = heldByBinding;
      changed.signalAll();
    }
  }

  private Ahead ahead(Waiter me) {
    int ofBinding = 0;
    int ofClient = 0;
    for (Waiter other : line) {
      if (other == me) {
        break;
      }
      if (other.slot != me.slot) {
        continue; // in line for something else
      }
      ofBinding += other.binding.equals(me.binding) ? 1 : 0;
      ofClient += other.heldByBinding ? 0 : 1;
    }
    return new Ahead(ofBinding, ofClient);
  }

  private Gate gate(BindingId binding, long now) {
    Gate gate = bindings.get(binding);
    if (gate == null) {
      if (bindings.size() >= sweepAt) {
        bindings.values().removeIf(old -> old.idle(now));
        sweepAt = Math.max(SWEEP_FROM, 2 * bindings.size());
      }
      gate = new Gate("binding " + binding, bindingLimits, now);
      bindings.put(binding, gate);
    }
    return gate;
  }

  private static List<RateLimit> of(RateLimit.Scope scope, List<RateLimit> limits) {
    return limits.stream().filter(limit -> limit.scope() == scope).toList();
  }

  /** How many stand before somebody, in their binding's line and in the client's. */
  private record Ahead(int ofBinding, int ofClient) {}

  /** A call that wants to go; its place in line is the order of arrival. */
  private static final class Waiter {
    private final BindingId binding;
    private final boolean slot;
    private boolean heldByBinding; // guarded by lock

    private Waiter(BindingId binding, boolean slot) {
      this.binding = binding;
      this.slot = slot;
    }
  }
}
