package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import java.time.Instant;

/** One token that always works: what is tested lies behind it. */
final class FixedTokenSource implements TokenSource {
  @Override
  public OauthToken loadFresh(BindingId id) {
    Instant then = Instant.parse("2030-01-01T00:00:00Z");
    return new OauthToken(
        Secret.of("sim-at-1"), Secret.of("sim-rt-1"), then, then, "", Instant.EPOCH);
  }

  @Override
  public OauthToken loadFresh(BindingId id, OauthToken rejected) {
    return rejected;
  }

  @Override
  public void forget(BindingId id) {}
}
