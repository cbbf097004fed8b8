package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the grants of bindings alive that nobody uses: a refresh token that would die within the
 * margin is spent for the next, so that a shop which sells nothing for months stays connected.
 *
 * <p>A sweep looks for the tokens that die next (one query by index, nothing is decrypted) and
 * refreshes so many of them at the most, the soonest to die first. Call {@link #sweep} every minute
 * or so; {@link Ledger} does, its nodes {@linkplain #takingTurns in turns}. A refresh goes the way
 * of every other, so it is one per expiry across all nodes and keeps the provider's limit: what one
 * node refreshed, another finds fresh. What failed is left alone for {@link #RETRY_AFTER} by this
 * node, so that it keeps no others from their place; this memory, and no other, is lost with the
 * node.
 *
 * <p>Safe for use by many threads; two sweeps of one node at once do one's work.
 *
 * <pre>{@code
 * KeepAlive keepAlive =
 *     new KeepAlive(vault, ledger.tokens(), ledger.bindings(), clock, Duration.ofDays(3), 60)
 *         .takingTurns(store);
 * keepAlive.sweep(); // from the host's own scheduler
 * }</pre>
 *
 * @since 0.1
 */
public final class KeepAlive {
  /** How long a binding is left alone whose refresh failed. */
  public static final Duration RETRY_AFTER = Duration.ofMinutes(15);

  /** Enough for a fleet; beyond it, those that are looked at first must be done first. */
  private static final int MOST_LOOKED_AT = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

  private final TokenVault vault;
  private final TokenSource tokens;
  private final Bindings bindings;
  private final LedgerClock clock;
  private final Duration margin;
  private final int perSweep;
  private final @Nullable SweepTurns turns;
  private final Map<BindingId, Instant> failed = new ConcurrentHashMap<>();

  /** Only tried, never waited for: it says that a sweep of this node is under way. */
  private final ReentrantLock sweeping = new ReentrantLock();

  /**
   * A keep-alive.
   *
   * @param margin how long before its end a refresh token is spent; well below its life, well above
   *     the longest outage to survive
   * @param perSweep how many refreshes a sweep makes at the most
   * @throws ConfigurationException naming the value that is refused
   */
  public KeepAlive(
      TokenVault vault,
      TokenSource tokens,
      Bindings bindings,
      LedgerClock clock,
      Duration margin,
      int perSweep) {
    this(vault, tokens, bindings, clock, margin, perSweep, null);
    if (margin.isNegative() || margin.isZero()) {
      throw new ConfigurationException(
          "A keep-alive margin of %s is refused; take some days.".formatted(margin));
    }
    if (perSweep < 1) {
      throw new ConfigurationException(
          "A keep-alive of %d refreshes a sweep is refused; take 1 or more.".formatted(perSweep));
    }
  }

  private KeepAlive(
      TokenVault vault,
      TokenSource tokens,
      Bindings bindings,
      LedgerClock clock,
      Duration margin,
      int perSweep,
      @Nullable SweepTurns turns) {
    this.vault = vault;
    this.tokens = tokens;
    this.bindings = bindings;
    this.clock = clock;
    this.margin = margin;
    this.perSweep = perSweep;
    this.turns = turns;
  }

  /**
   * The same, for one of many nodes: there is one sweep a minute among all that take turns on
   * {@code store}, so its number of refreshes is that of all of them together. A node that failed
   * at something sits the next minute out, for another to try.
   */
  public KeepAlive takingTurns(RecordStore store) {
    return new KeepAlive(
        vault, tokens, bindings, clock, margin, perSweep, new SweepTurns(store, clock));
  }

  /**
   * What a sweep did.
   *
   * @param refreshed whose tokens are good again
   * @param failed whose refresh failed for now; events say why
   * @param lost whose grant turned out to be dead
   * @param more whether some were left for the next sweep
   */
  public record Sweep(int refreshed, int failed, int lost, boolean more) {
    static final Sweep NOTHING = new Sweep(0, 0, 0, false);
  }

  /**
   * Refreshes the tokens that die next, as many as a sweep may. Ends early, with what was done, if
   * the thread is interrupted or its turn is over; does nothing while another node has it.
   *
   * @throws dev.ledgerkit.core.VaultException if the vault could not be asked
   */
  public Sweep sweep() {
    if (!sweeping.tryLock()) {
      return Sweep.NOTHING;
    }
    try {
      if (turns == null) {
        return sweep(() -> false);
      }
      return turns.take() ? sweepInTurn(turns) : Sweep.NOTHING;
    } finally {
      sweeping.unlock();
    }
  }

  private Sweep sweepInTurn(SweepTurns in) {
    boolean failed = true;
    try {
      Sweep done = sweep(() -> !in.goesOn());
      failed = done.failed() > 0;
      return done;
    } finally {
      if (failed) {
        in.sitOut();
      }
    }
  }

  private Sweep sweep(BooleanSupplier over) {
    failed.values().removeIf(at -> !at.plus(RETRY_AFTER).isAfter(clock.instant()));
    List<BindingId> next = next();
    int refreshed = 0;
    int failures = 0;
    int lost = 0;
    for (BindingId id : next.subList(0, Math.min(perSweep, next.size()))) {
      if (over.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        return new Sweep(refreshed, failures, lost, true);
      }
      try {
        OauthToken token = tokens.loadFresh(id);
        if (isDying(token)) {
          tokens.loadFresh(id, token); // its access token works, and that is not what dies
        }
        refreshed++;
      } catch (ReconnectRequiredException e) {
        lost++;
      } catch (LedgerException e) {
        LOG.info("not kept alive this time binding={} why={}", id, e.getMessage());
        failed.put(id, clock.instant());
        failures++;
      }
    }
    if (!next.isEmpty()) {
      LOG.info("kept alive refreshed={} failed={} lost={}", refreshed, failures, lost);
    }
    return new Sweep(refreshed, failures, lost, next.size() > perSweep);
  }

  /** One more than a sweep takes, if there are; the pairs of dead bindings stay on record. */
  private List<BindingId> next() {
    Instant deadline = clock.instant().plus(margin);
    int limit = 4 * perSweep + 1;
    while (true) {
      List<BindingId> dying = vault.refreshExpiringBefore(deadline, limit);
      List<BindingId> alive = new ArrayList<>();
      for (BindingId id : dying) {
        if (alive.size() <= perSweep && !failed.containsKey(id) && connected(id)) {
          alive.add(id);
        }
      }
      if (alive.size() > perSweep || dying.size() < limit || limit >= MOST_LOOKED_AT) {
        return alive;
      }
      limit = Math.min(4 * limit, MOST_LOOKED_AT);
    }
  }

  /** Not one that is young: where the margin is longer than a life, all are within it always. */
  private boolean isDying(OauthToken token) {
    Instant now = clock.instant();
    Duration life = Duration.between(token.obtainedAt(), token.refreshExpiresAt());
    return !token.refreshExpiresAt().isAfter(now.plus(margin))
        && !token.obtainedAt().plus(life.dividedBy(2)).isAfter(now);
  }

  private boolean connected(BindingId id) {
    try {
      return bindings.get(id).status() == BindingStatus.CONNECTED;
    } catch (ConfigurationException e) {
      return false; // a pair without a binding; the vault's doctor tells of it
    }
  }
}
