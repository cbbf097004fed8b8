package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectCause;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process remembers of one binding's tokens. Every field is one volatile reference to
 * something immutable, so readers need no lock; only the flight in {@link #flight} writes, and
 * there is at most one.
 */
final class BindingTokens {
  private final AtomicReference<@Nullable RefreshFlight> flight = new AtomicReference<>();
  private volatile @Nullable HeldToken held;
  private volatile @Nullable ReconnectCause dead;
  private volatile @Nullable Setback setback;
  private volatile @Nullable RenewedInVain renewed;

  @Nullable HeldToken held() {
    return held;
  }

  @Nullable ReconnectCause dead() {
    return dead;
  }

  @Nullable Setback setback() {
    return setback;
  }

  int failuresInARow() {
    Setback last = setback;
    return last == null ? 0 : last.inARow();
  }

  void hold(HeldToken token) {
    held = token;
  }

  /** {@code bought} was bought because a call was refused with the token before it. */
  void renewedAfterRejection(OauthToken bought, long now) {
    renewed = new RenewedInVain(bought, now);
  }

  /**
   * Whether {@code rejected} was itself bought for a rejection, less than {@code ago} nanoseconds
   * before {@code now}: then the token is not what the provider objects to, and another would not
   * help.
   */
  boolean renewedInVain(OauthToken rejected, long now, long ago) {
    RenewedInVain last = renewed;
    return last != null
        && now - last.at < ago
        && last.bought.accessToken().equals(rejected.accessToken());
  }

  void dead(ReconnectCause cause) {
    dead = cause;
    held = null;
  }

  /** The flight under way, or the one {@code takeOff} makes; {@code launch} tells which. */
  Boarding board(Supplier<RefreshFlight> takeOff) {
    RefreshFlight underWay = flight.get();
    if (underWay != null) {
      return new Boarding(underWay, false);
    }
    RefreshFlight fresh = takeOff.get();
    RefreshFlight first = flight.compareAndExchange(null, fresh);
    return first == null ? new Boarding(fresh, true) : new Boarding(first, false);
  }

  void landed(RefreshFlight done) {
    setback = null;
    flight.compareAndSet(done, null);
  }

  /** {@code until}: nanoseconds on the monotonic clock before which nobody tries again. */
  void landed(RefreshFlight done, LedgerException why, long until) {
    setback = new Setback(why, until, failuresInARow() + 1);
    flight.compareAndSet(done, null);
  }

  /** A flight, and whether the caller has to start it. */
  record Boarding(RefreshFlight flight, boolean launch) {}

  private record RenewedInVain(OauthToken bought, long at) {}

  /** A failure that is remembered so that nobody hammers. */
  record Setback(LedgerException why, long until, int inARow) {}
}
