package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.RateLimitedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The limits of one client registration and of every binding under it.
 *
 * <p>A permit is taken when binding and client both allow it at that moment, never in advance. A
 * place in flight is taken apart from it and later, around the wire only, so that a call which
 * waits for its token keeps no place from others. Whoever has to wait stands in line, computes when
 * it is their turn, sleeps without the lock and looks again. A binding that used up its permits
 * holds nobody else back. Background calls let all others go first and leave them a part of
 * everything, see {@link SharedWindow}; what is left is theirs, be it nothing.
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
  private final int maxInBackground;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // All guarded by lock, which is held for arithmetic only.
  private final Gate client;
  private final Map<BindingId, Gate> bindings = new HashMap<>();
  private final Line line = new Line();
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
    this.maxInBackground = Math.max(1, maxConcurrent - 1);
  }

  /**
   * Waits for a permit, or for a place in flight.
   *
   * @param slot whether it is for a place, to be given back by {@link #release}
   * @throws RateLimitedException at once if the wait is longer than what is left of the call
   */
  void acquire(CallContext context, boolean slot) throws InterruptedException {
    Line.Waiter me = new Line.Waiter(context.binding(), slot, context.background());
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
  private long look(Line.Waiter me, CallContext context) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      line.join(me);
      while (true) {
        if (!me.slot()) {
          return takePermit(me, clock.nanoTime(), patience(context));
        }
        int places = me.background() ? maxInBackground : maxConcurrent;
        if (places - inFlight > line.aheadOfClient(me).all()) {
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

  /**
   * How long a call may still wait for its permit. A background call has half of its deadline: it
   * is often told a wait as long as that, and must not come to its permit without time to use it.
   */
  private static long patience(CallContext context) {
    long left = context.remainingNanos();
    return context.background() ? left - context.deadline().toNanos() / 2 : left;
  }

  /** Under the lock. */
  private long takePermit(Line.Waiter me, long now, long left) {
    Gate gate = gate(me.binding(), now);
    long bindingNanos = gate.delay(now, line.aheadOfBinding(me), me.background());
    stand(me, bindingNanos > 0);
    long clientNanos = client.delay(now, line.aheadOfClient(me), me.background());
    long nanos = Math.max(bindingNanos, clientNanos);
    if (nanos > 0 && nanos >= left) {
      throw new RateLimitedException(
          bindingNanos >= clientNanos ? gate.scope() : client.scope(), Duration.ofNanos(nanos));
    }
    if (nanos == 0) {
      gate.take(now, me.background());
      client.take(now, me.background());
    }
    return nanos;
  }

  private void leave(Line.Waiter me) {
    lock.lock();
    try {
      line.leave(me);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those held by their own binding do not stand before others of the client. */
  private void stand(Line.Waiter me, boolean heldByBinding) {
    if (me.heldByBinding(heldByBinding)) {
      changed.signalAll();
    }
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
}
