package dev.ledgerkit.core.client;

import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets creates of numbered records through one at a time per business, first come first served: the
 * provider numbers them in sequence, and parallel creates race.
 *
 * <p>A caller waits at most a set time for those before it; a gate lives only while somebody is at
 * it. Safe for use by many threads. It orders the creates of this process only; hosts with several
 * nodes send a business's creates through one of them.
 *
 * @since 0.1
 */
public final class CreateGates {
  private final ConcurrentHashMap<String, Gate> gates = new ConcurrentHashMap<>();
  private final Duration longestWait;

  /** Gates at which a caller waits {@code longestWait} at the most. */
  public CreateGates(Duration longestWait) {
    this.longestWait = longestWait;
  }

  /**
   * Runs {@code create} when those before it at {@code business} are done.
   *
   * @throws RateLimitedException if that takes longer than the longest wait; nothing was run
   */
  public <T> T inTurn(String business, Supplier<T> create) {
    Gate gate = gates.compute(business, (key, open) -> open == null ? new Gate() : open.joined());
    try {
      acquire(business, gate);
      try {
        return create.get();
      } finally {
        gate.turn.release();
      }
    } finally {
      gates.computeIfPresent(business, (key, open) -> open.left());
    }
  }

  /** How many businesses somebody is at the gate of. */
  public int open() {
    return gates.size();
  }

  private void acquire(String business, Gate gate) {
    try {
      if (!gate.turn.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new RateLimitedException("creates of " + business, longestWait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException(
          "Interrupted while other creates of %s were under way; nothing was sent."
              .formatted(business),
          e);
    }
  }

  /** The count changes only inside the map's own atomic updates. */
  private static final class Gate {
    private final Semaphore turn = new Semaphore(1, true);
    private int present = 1;

    Gate joined() {
      present++;
      return this;
    }

    @Nullable Gate left() {
      present--;
      return present == 0 ? null : this;
    }
  }
}
