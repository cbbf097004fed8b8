package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The calls of one client registration that want to go, and who of them goes before whom: those for
 * which somebody waits before those in the background, and among each the first to come.
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class Line {
  private final Set<Waiter> waiters = new LinkedHashSet<>();

  /** Takes the last place; whoever has one keeps it. */
  void join(Waiter waiter) {
    waiters.add(waiter);
  }

  void leave(Waiter waiter) {
    waiters.remove(waiter);
  }

  /** Those who go before {@code me} and are of the same binding. */
  Ahead aheadOfBinding(Waiter me) {
    return ahead(me, true);
  }

  /** Those who go before {@code me}, but for those their own binding holds back. */
  Ahead aheadOfClient(Waiter me) {
    return ahead(me, false);
  }

  private Ahead ahead(Waiter me, boolean ofBinding) {
    int interactive = 0;
    int background = 0;
    boolean earlier = true;
    for (Waiter other : waiters) {
      if (other == me) {
        if (!me.background) {
          break; // nobody who came later goes first
        }
        earlier = false;
        continue;
      }
      boolean sameLine = ofBinding ? other.binding.equals(me.binding) : !other.heldByBinding;
      if (other.slot != me.slot || !sameLine) {
        continue;
      }
      if (!other.background) {
        interactive++;
      } else if (me.background && earlier) {
        background++;
      }
    }
    return new Ahead(interactive, background);
  }

  /**
   * How many go before somebody.
   *
   * @param background how many of them in the background; 0 for somebody who is not
   */
  record Ahead(int interactive, int background) {
    int all() {
      return interactive + background;
    }
  }

  /** A call that wants a permit, or a place in flight; confined like the line. */
  static final class Waiter {
    private final BindingId binding;
    private final boolean slot;
    private final boolean background;
    private boolean heldByBinding;

    Waiter(BindingId binding, boolean slot, boolean background) {
      this.binding = binding;
      this.slot = slot;
      this.background = background;
    }

    BindingId binding() {
      return binding;
    }

    /** Whether it is for a place in flight. */
    boolean slot() {
      return slot;
    }

    boolean background() {
      return background;
    }

    /** Says whether its own binding holds it back; true if that is news. */
    boolean heldByBinding(boolean held) {
      boolean news = heldByBinding != held;
      heldByBinding = held;
      return news;
    }
  }
}
