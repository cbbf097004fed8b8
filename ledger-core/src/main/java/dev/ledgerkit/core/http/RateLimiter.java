package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.RateLimitedException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The limits of all clients, each on its own. */
final class RateLimiter {
  private final LedgerClock clock;
  private final @Nullable List<RateLimit> override;
  private final ConcurrentMap<String, ClientLimits> clients = new ConcurrentHashMap<>();

  /**
   * Creates a limiter.
   *
   * @param override replaces what the dialects document; null to take theirs
   */
  RateLimiter(LedgerClock clock, @Nullable List<RateLimit> override) {
    this.clock = clock;
    this.override = override;
  }

  /** Waits for a permit. */
  void acquire(CallContext context) throws InterruptedIOException {
    acquire(context, false);
  }

  /** Waits for a place in flight, which {@link #release} gives back. */
  void enter(CallContext context) throws InterruptedIOException {
    acquire(context, true);
  }

  void release(CallContext context) {
    limits(context).release();
  }

  /** Learns from a 429. */
  void block(CallContext context, Duration wait) {
    limits(context).block(context.binding(), wait);
  }

  /** How many bindings are remembered. */
  int gates() {
    return clients.values().stream().mapToInt(ClientLimits::gates).sum();
  }

  private void acquire(CallContext context, boolean slot) throws InterruptedIOException {
    try {
      limits(context).acquire(context, slot);
    } catch (InterruptedException e) {
      throw Interrupts.restore(e);
    } catch (RateLimitedException e) {
      throw context.withHistory(e);
    }
  }

  private ClientLimits limits(CallContext context) {
    return clients.computeIfAbsent(
        context.client(),
        client ->
            new ClientLimits(
                client, override == null ? context.route().dialect().limits() : override, clock));
  }
}
