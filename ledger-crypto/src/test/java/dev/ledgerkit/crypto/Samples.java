package dev.ledgerkit.crypto;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.RecordStore;
import java.time.Duration;
import java.util.function.Function;

/** What the tests seal. Every secret has {@code sim-} in it, so that a leak can be searched for. */
final class Samples {
  static final BindingId A = new BindingId("shop-a");
  static final BindingId B = new BindingId("shop-b");

  private Samples() {}

  static Function<BindingId, SealContext> region(String region) {
    return id -> new SealContext("sage", region);
  }

  static EncryptedTokenVault vault(RecordStore store, MasterKeys keys) {
    return new EncryptedTokenVault(store, keys, region("UK"));
  }

  static OauthToken token(int number) {
    return token("sim-access-" + number, "sim-refresh-" + number);
  }

  static OauthToken token(String access, String refresh) {
    return new OauthToken(
        Secret.of(access),
        Secret.of(refresh),
        SteppedClock.START.plusSeconds(300),
        SteppedClock.START.plus(Duration.ofDays(31)),
        "full_access",
        SteppedClock.START);
  }

  /** Stores token 1 and two attempts of one lease to spend it. */
  static RefreshLease storeWithJournal(TokenVault vault, BindingId id) {
    vault.store(id, token(1));
    RefreshLease lease = vault.lease(id, Duration.ofMinutes(5)).orElseThrow();
    for (int number = 1; number <= 2; number++) {
      vault.journal(
          lease,
          RefreshAttempt.begin(token(1).fingerprint(), lease.epoch(), number, SteppedClock.START));
    }
    return lease;
  }
}
