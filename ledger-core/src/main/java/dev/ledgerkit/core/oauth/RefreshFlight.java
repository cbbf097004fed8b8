package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link RefreshState} for one binding: does what the phase says and feeds back what
 * came of it. On one thread at a time; between two phases it may let the thread go and come back
 * later. Holds no lock.
 */
final class RefreshFlight implements Runnable {
  private static final Backoff RETRY = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(8));
  private static final Backoff POLL = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

  private final RefreshWork work;
  private final BindingId id;
  private final OauthClient client;
  private final BindingTokens tokens;
  private final @Nullable OauthToken rejected;
  private final long startedAt;
  private final CompletableFuture<OauthToken> offer = new CompletableFuture<>();
  private final CompletableFuture<OauthToken> result = new CompletableFuture<>();

  /** Somebody has no working token and waits; otherwise one attempt is enough. */
  private volatile boolean urgent;

  private RefreshState state = RefreshState.START;
  private @Nullable RefreshLease held;
  private long leaseEndsAt;
  private boolean permitTaken;
  private int polls;

  RefreshFlight(
      RefreshWork work,
      BindingId id,
      OauthClient client,
      BindingTokens tokens,
      @Nullable OauthToken rejected) {
    this.work = work;
    this.id = id;
    this.client = client;
    this.tokens = tokens;
    this.rejected = rejected;
    this.startedAt = work.clock().nanoTime();
  }

  /**
   * Completes as soon as there is a token that works, be it the old one; or with why there is none.
   */
  CompletableFuture<OauthToken> offer() {
    return offer;
  }

  /** Completes when the flight is over. */
  CompletableFuture<OauthToken> result() {
    return result;
  }

  /** Tells the flight that somebody waits for it. */
  void hurry() {
    urgent = true;
  }

  /**
   * Ends a flight that cannot go on: its executor takes no more, or its source closes. Does no I/O,
   * since it may run on a timer's thread; a lease it holds lapses.
   */
  void abort(LedgerException why) {
    held = null;
    fail(why, Duration.ZERO);
  }

  @Override
  public void run() {
    try {
      while (!state.finished()) {
        Duration pause = step();
        if (held != null && !state.leaseHeld()) {
          release();
        }
        if (!pause.isZero()) {
          work.clock().after(pause, this::goOn, this);
          return;
        }
      }
      land();
    } catch (LedgerException e) {
      fail(e, Duration.ZERO);
    } catch (RuntimeException | Error e) {
      fail(
          new VaultException("The refresh of binding %s broke off.".formatted(id), e),
          Duration.ZERO);
    }
  }

  private void goOn(Runnable self) {
    try {
      work.executor().execute(self);
    } catch (RejectedExecutionException e) {
      abort(
          new ProviderUnavailableException(
              "Binding %s got no token: the executor of its refresh takes no more.".formatted(id),
              e));
    }
  }

  /** One phase; how long to pause before the next. */
  private Duration step() {
    switch (state.phase()) {
      case LOAD -> load();
      case LEASE -> {
        return lease();
      }
      case WAIT -> {
        state = state.again();
        return work.jitter(POLL.after(polls++));
      }
      case JOURNAL -> state = state.journaled(work.vault().journal(state.lease(), state.attempt()));
      case CALL -> call();
      case CLEAR -> {
        work.vault().journal(state.lease(), state.attempt().answered());
        state = state.cleared();
      }
      case BACK_OFF -> {
        return retryOrGiveUp();
      }
      case SAVE -> save();
      case REREAD ->
          state = state.reread(onRecord(), this::good, work.endpoint().serverTime(client));
      case CONDEMN -> state = state.condemned(work.vault().journal(state.lease(), state.attempt()));
      default -> throw new IllegalStateException("nothing to do in " + state.phase());
    }
    return Duration.ZERO;
  }

  private void load() {
    work.unsaved().flush(id);
    state = state.loaded(onRecord(), this::good);
    if (state.phase() == RefreshState.Phase.LEASE && isNotRejected(state.spending())) {
      // a pair on record that works but wants renewal: nobody has to wait for the renewal
      HeldToken old = held(state.spending());
      if (work.clock().millis() < old.deadAt()) {
        tokens.hold(old);
        offer.complete(old.token());
      }
    }
    if (state.phase() == RefreshState.Phase.LEASE && left().isNegative()) {
      // only now: a flight that overslept serves what another node has put on record meanwhile
      state = state.gaveUp(nothing("another node did not finish its refresh in time"));
    }
  }

  /**
   * The pair on record. One that this node has not seen may be of a consent it has not heard of:
   * the binding is looked at before anybody gets it, and says so.
   */
  private Optional<VaultedToken> onRecord() {
    if (work.grants().disconnected(id)) {
      return Optional.empty();
    }
    Optional<VaultedToken> found = work.vault().load(id);
    HeldToken known = tokens.held();
    if (found.isPresent() && (known == null || !known.sameAccess(found.get().token()))) {
      work.grants().lookAgain(id);
    }
    return found;
  }

  private boolean good(OauthToken token) {
    return isNotRejected(token) && work.clock().millis() < held(token).aheadAt();
  }

  private boolean isNotRejected(OauthToken token) {
    return rejected == null || !token.accessToken().equals(rejected.accessToken());
  }

  private HeldToken held(OauthToken token) {
    return HeldToken.of(token, work.endpoint().skew(client), work.settings());
  }

  /** The permit first: waiting for one while holding the lease would keep other nodes out. */
  private Duration lease() {
    if (!permitTaken) {
      Duration free = work.budget(client, id).take(work.clock().nanoTime());
      if (!free.isZero()) {
        state =
            free.compareTo(left()) < 0
                ? state.again()
                : state.gaveUp(nothing("the budget of refreshes a minute is used up", free));
        return state.finished() ? Duration.ZERO : free;
      }
      permitTaken = true;
    }
    long asked = work.clock().nanoTime();
    state =
        state.leased(work.vault().lease(id, work.settings().leaseTtl()), work.clock().instant());
    if (state.leaseHeld()) {
      held = state.lease();
      leaseEndsAt = asked + work.settings().leaseLife().toNanos();
    }
    return Duration.ZERO;
  }

  private void call() {
    // the last thing before the wire: a holder that was asleep must not spend a token any more
    if (leaseEndsAt - work.clock().nanoTime() <= work.settings().callDeadline().toNanos()) {
      state = state.notCalled();
      return;
    }
    permitTaken = false;
    state = state.called(work.endpoint().refresh(client, state.spending()));
  }

  private Duration retryOrGiveUp() {
    TokenReply reply = Objects.requireNonNull(state.reply());
    Duration asked =
        reply instanceof TokenReply.NotServed said ? said.retryAfterOrZero() : Duration.ZERO;
    Duration pause = work.jitter(RETRY.after(state.attempt().number() - 1));
    if (asked.compareTo(pause) > 0) {
      pause = asked;
    }
    Duration permit = work.budget(client, id).take(work.clock().nanoTime());
    permitTaken = permit.isZero();
    if (!urgent || !permitTaken || pause.compareTo(left()) > 0) {
      state = state.gaveUp(reply);
      return Duration.ZERO;
    }
    long renewing = work.clock().nanoTime();
    if (!work.vault().renew(state.lease(), work.settings().leaseTtl().plus(pause))) {
      state = state.again();
      return pause;
    }
    leaseEndsAt = renewing + pause.plus(work.settings().leaseLife()).toNanos();
    state = state.retried(work.clock().instant());
    return pause;
  }

  private void save() {
    OauthToken spent = state.spending();
    OauthToken bought = state.bought();
    try {
      state = state.saved(work.vault().save(state.lease(), bought));
    } catch (RuntimeException | Error e) {
      // whatever it was, the old token is spent and the new one is here only
      work.unsaved().keep(state.lease(), spent, bought, e);
      held = null; // stays until it lapses: nobody shall spend the old token meanwhile
      state = state.saveDelayed();
      return;
    }
    if (state.finished()) {
      tokens.hold(held(bought)); // durable, so whoever hears of it finds it
      work.grants().renewed(id, spent, bought, state.lease().epoch());
    } else {
      work.grants().dropped(id, bought);
    }
  }

  private void land() {
    switch (state.phase()) {
      case SERVED -> succeed(state.spending());
      case UNSAVED -> succeed(state.bought());
      case DEAD -> {
        ReconnectCause cause = Objects.requireNonNull(state.verdict());
        if (work.grants().dead(id, cause)) {
          tokens.dead(cause);
        }
        fail(new ReconnectRequiredException(id, cause), Duration.ZERO);
      }
      case MISCONFIGURED -> fail(misconfigured(), Duration.ZERO);
      default -> {
        TokenReply reply = Objects.requireNonNull(state.reply());
        Duration asked =
            reply instanceof TokenReply.NotServed said ? said.retryAfterOrZero() : Duration.ZERO;
        fail(
            new ProviderUnavailableException(
                "Binding %s got no token: %s. Nothing is lost; try again later."
                    .formatted(id, reply.why()),
                null),
            asked);
      }
    }
  }

  /**
   * Published first, so that whoever the futures wake finds the token; the lease goes back last.
   */
  private void succeed(OauthToken token) {
    tokens.hold(held(token));
    if (rejected != null) {
      tokens.renewedAfterRejection(token, work.clock().nanoTime());
    }
    tokens.landed(this);
    offer.complete(token);
    result.complete(token);
    giveBackAll();
  }

  private void fail(LedgerException why, Duration leaveAlone) {
    tokens.landed(this, why, work.failureMemory(tokens.failuresInARow(), leaveAlone));
    work.grants().failed(id, why); // told before the callers go on, as a renewal is
    offer.completeExceptionally(why);
    result.completeExceptionally(why);
    giveBackAll();
  }

  private void giveBackAll() {
    if (held != null) {
      release();
    }
    if (permitTaken) {
      work.budget(client, id).giveBack();
      permitTaken = false;
    }
  }

  private void release() {
    RefreshLease lease = Objects.requireNonNull(held);
    held = null;
    try {
      work.vault().release(lease);
    } catch (RuntimeException e) {
      work.grants().notReleased(lease, e); // told, not thrown: the lease lapses by itself
    }
  }

  private Duration left() {
    return work.settings().waitAtMost().minusNanos(work.clock().nanoTime() - startedAt);
  }

  private static TokenReply nothing(String why) {
    return new TokenReply.NotServed(why, null);
  }

  private static TokenReply nothing(String why, Duration retryAfter) {
    return new TokenReply.NotServed(why, retryAfter);
  }

  private ConfigurationException misconfigured() {
    return new ConfigurationException(
        "%s refused the client itself (%s); check the id and secret of client '%s'. Binding %s is untouched."
            .formatted(
                client.tokenUri().getHost(),
                Objects.requireNonNull(state.reply()).why(),
                client.clientId(),
                id));
  }
}
