package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake: the token is {@code sim-at-1} until it is handed back, then {@code sim-at-2}, and so on.
 */
final class FixedTokenSource implements TokenSource {
  private final AtomicInteger current = new AtomicInteger(1);
  private final List<String> rejected = new CopyOnWriteArrayList<>();
  private volatile Runnable onLoad = () -> {};

  /** What happens whenever a token is asked for. */
  void onLoad(Runnable action) {
    onLoad = action;
  }

  /** The tokens that were handed back. */
  List<String> rejected() {
    return rejected;
  }

  @Override
  public OauthToken loadFresh(BindingId id) {
    onLoad.run();
    return token(current.get());
  }

  @Override
  public OauthToken loadFresh(BindingId id, OauthToken bad) {
    rejected.add(bad.accessToken().reveal());
    current.incrementAndGet();
    return loadFresh(id);
  }

  @Override
  public void forget(BindingId id) {}

  private static OauthToken token(int number) {
    Instant then = Instant.parse("2027-01-01T00:00:00Z");
    return new OauthToken(
        Secret.of("sim-at-" + number),
        Secret.of("sim-rt-" + number),
        then,
        then,
        "",
        Instant.EPOCH);
  }
}
