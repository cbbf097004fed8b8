package dev.ledgerkit.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TokenVault} has to do. Extend it, say how to make a vault and how time passes
 * for it, and run it with JUnit; {@link TokenVaultRaceContract} adds the races.
 *
 * <p>Each test takes a new vault, which may be over a store that is not empty: bindings are named
 * at random.
 *
 * @since 0.1
 */
public abstract class TokenVaultContract {
  /** How long the leases live that nothing is to end. */
  protected static final Duration LONG = Duration.ofMinutes(10);

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private final BindingId id = BindingId.random();

  /** For subclasses. */
  protected TokenVaultContract() {}

  /** A vault that takes {@link BindingId#random() random} binding ids. */
  protected abstract TokenVault vault();

  /** Lets so much time pass on the clock by which the vault's leases lapse. */
  protected abstract void pass(Duration time);

  /** A pair that differs from every pair of another number. */
  protected static OauthToken token(int number) {
    return new OauthToken(
        Secret.of("sim-access-" + number + "-".repeat(40)),
        Secret.of("sim-refresh-" + number + "-é".repeat(20)),
        NOW.plusSeconds(300),
        NOW.plus(Duration.ofDays(31)).plusSeconds(number),
        "full_access",
        NOW.plusSeconds(number));
  }

  /** An attempt about to spend {@code token} under {@code lease}. */
  protected static RefreshAttempt attempt(RefreshLease lease, OauthToken token, int number) {
    return RefreshAttempt.begin(token.fingerprint(), lease.epoch(), number, NOW);
  }

  @Test
  void load_whatWasNeverStored_isEmpty() {
    assertEquals(Optional.empty(), vault().load(id));
  }

  @Test
  void load_afterStore_isThatPairInFull() {
    TokenVault vault = vault();

    VaultedToken stored = vault.store(id, token(1));
    VaultedToken loaded = vault.load(id).orElseThrow();

    assertEquals(stored, loaded);
    assertEquals(token(1), loaded.token());
    assertEquals("full_access", loaded.token().scope());
    assertEquals(NOW.plusSeconds(1), loaded.token().obtainedAt());
    assertEquals(List.of(), loaded.journal());
  }

  @Test
  void store_again_opensANewEpoch() {
    TokenVault vault = vault();
    VaultedToken first = vault.store(id, token(1));
    RefreshLease lease = lease(vault);

    VaultedToken second = vault.store(id, token(2));

    assertTrue(lease.epoch() > first.epoch());
    assertTrue(second.epoch() > lease.epoch());
    assertFalse(vault.journal(lease, attempt(lease, token(1), 1)));
    assertFalse(vault.journal(lease, attempt(lease, token(2), 1)));
    assertFalse(vault.save(lease, token(3)));
    assertFalse(vault.renew(lease, LONG));
    assertEquals(second, vault.load(id).orElseThrow());
  }

  @Test
  void lease_whileHeld_isGrantedToNobodyElse() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease lease = lease(vault);

    assertEquals(Optional.empty(), vault.lease(id, LONG));
    assertTrue(vault.lease(BindingId.random(), LONG).isPresent());
    vault.release(lease);
    RefreshLease next = lease(vault);
    assertTrue(next.epoch() > lease.epoch());
    vault.release(lease);
    assertEquals(Optional.empty(), vault.lease(id, LONG), "released by one who lost it");
  }

  @Test
  void lease_thatLapsed_isGrantedAgainAndCannotBeRenewed() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease lapsed = lease(vault, SHORT);
    pass(SHORT.multipliedBy(2));

    assertFalse(vault.renew(lapsed, LONG));
    assertTrue(lease(vault).epoch() > lapsed.epoch());
  }

  @Test
  void renew_keepsTheLease() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease lease = lease(vault, SHORT);

    assertTrue(vault.renew(lease, LONG));
    pass(SHORT.multipliedBy(2));
    assertTrue(vault.journal(lease, attempt(lease, token(1), 1)));
  }

  @Test
  void epochs_acrossDeletion_keepRising() {
    TokenVault vault = vault();
    long stored = vault.store(id, token(1)).epoch();
    RefreshLease before = lease(vault);
    assertTrue(before.epoch() > stored);
    assertTrue(vault.delete(id));

    RefreshLease after = lease(vault);
    assertTrue(after.epoch() > before.epoch());
    assertTrue(vault.store(id, token(2)).epoch() > after.epoch());
  }

  @Test
  void journal_isOnRecordUntilAnswered() {
    TokenVault vault = vault();
    VaultedToken stored = vault.store(id, token(1));
    RefreshLease lease = lease(vault);
    RefreshAttempt first = attempt(lease, token(1), 1);
    RefreshAttempt second = attempt(lease, token(1), 2);

    assertTrue(vault.journal(lease, first));
    assertTrue(vault.journal(lease, second));
    assertEquals(List.of(first, second), vault.load(id).orElseThrow().journal());
    assertTrue(vault.journal(lease, first.answered()));

    VaultedToken loaded = vault.load(id).orElseThrow();
    assertEquals(List.of(second), loaded.journal());
    assertEquals(stored.token(), loaded.token());
    assertEquals(stored.epoch(), loaded.epoch());
  }

  @Test
  void journal_afterTheLeaseLapsed_isRefused() {
    TokenVault vault = vault();
    VaultedToken stored = vault.store(id, token(1));
    RefreshLease lapsed = lease(vault, SHORT);
    pass(SHORT.multipliedBy(2));

    assertFalse(vault.journal(lapsed, attempt(lapsed, token(1), 1)));
    RefreshLease next = lease(vault);
    assertFalse(vault.journal(lapsed, attempt(lapsed, token(1), 1)));
    vault.release(next);
    assertFalse(vault.journal(next, attempt(next, token(1), 1)));
    assertEquals(stored, vault.load(id).orElseThrow());
  }

  @Test
  void journal_afterTheTokenMoved_isRefused() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease stalled = lease(vault, SHORT);
    pass(SHORT.multipliedBy(2));
    RefreshLease holder = lease(vault);
    assertTrue(vault.save(stalled, token(2)));

    assertFalse(vault.journal(holder, attempt(holder, token(1), 1)));
    assertTrue(vault.journal(holder, attempt(holder, token(2), 1)));
  }

  @Test
  void journal_withoutARecord_isRefused() {
    TokenVault vault = vault();
    RefreshLease lease = lease(vault);

    assertFalse(vault.journal(lease, attempt(lease, token(1), 1)));
    assertEquals(Optional.empty(), vault.load(id));
  }

  @Test
  void save_replacesThePairAndItsJournal() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease lease = lease(vault);
    assertTrue(vault.journal(lease, attempt(lease, token(1), 1)));

    assertTrue(vault.save(lease, token(2)));

    assertEquals(
        new VaultedToken(token(2), lease.epoch(), List.of()), vault.load(id).orElseThrow());
    assertFalse(vault.save(lease, token(3)), "one epoch buys one pair");
  }

  @Test
  void save_lateAfterATakeover_isAcceptedUntilANewerPairIsOnRecord() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease stalled = lease(vault, SHORT);
    pass(SHORT.multipliedBy(2));
    RefreshLease middle = lease(vault, SHORT);
    pass(SHORT.multipliedBy(2));
    RefreshLease latest = lease(vault);

    assertTrue(vault.save(stalled, token(2)), "the record is older than the stalled holder");
    assertTrue(vault.save(latest, token(4)));
    assertFalse(vault.save(middle, token(3)), "a newer pair is on record");

    assertEquals(token(4), vault.load(id).orElseThrow().token());
  }

  @Test
  void save_late_healsTheVerdictItDisproves() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease stalled = lease(vault, SHORT);
    assertTrue(vault.journal(stalled, attempt(stalled, token(1), 1)));
    pass(SHORT.multipliedBy(2));
    RefreshLease latest = lease(vault);
    RefreshAttempt refused = attempt(latest, token(1), 1);
    assertTrue(vault.journal(latest, refused));
    assertTrue(vault.journal(latest, refused.refused(ReconnectCause.LOST_REPLY)));
    VaultedToken condemned = vault.load(id).orElseThrow();
    assertEquals(Optional.of(ReconnectCause.LOST_REPLY), condemned.verdict());
    assertEquals(2, condemned.journal().size());

    assertTrue(vault.save(stalled, token(2)));

    VaultedToken healed = vault.load(id).orElseThrow();
    assertEquals(Optional.empty(), healed.verdict());
    assertEquals(List.of(refused), healed.journal(), "what was sent later stays as evidence");
  }

  @Test
  void save_afterDelete_bringsNothingBack() {
    TokenVault vault = vault();
    vault.store(id, token(1));
    RefreshLease lease = lease(vault);
    assertTrue(vault.delete(id));

    assertFalse(vault.save(lease, token(2)));
    assertFalse(vault.journal(lease, attempt(lease, token(1), 1)));
    assertFalse(vault.renew(lease, LONG));
    assertEquals(Optional.empty(), vault.load(id));
    assertFalse(vault.delete(id));

    vault.store(id, token(3));
    assertFalse(vault.save(lease, token(2)), "bought before the merchant connected again");
    assertEquals(token(3), vault.load(id).orElseThrow().token());
  }

  @Test
  void delete_ofAnEpoch_takesOnlyThePairOfThatEpoch() {
    TokenVault vault = vault();
    VaultedToken first = vault.store(id, token(1));
    VaultedToken second = vault.store(id, token(2));

    assertFalse(vault.delete(id, first.epoch()));
    assertFalse(vault.delete(id, second.epoch() + 1));
    assertEquals(second, vault.load(id).orElseThrow());

    assertTrue(vault.delete(id, second.epoch()));
    assertEquals(Optional.empty(), vault.load(id));
    assertFalse(vault.delete(id, second.epoch()), "there is none any more");
    assertFalse(vault.delete(BindingId.random(), 1), "there never was one");
  }

  @Test
  void delete_ofAnEpochThatIsNotOnRecord_disturbsNoRefresh() {
    TokenVault vault = vault();
    VaultedToken stored = vault.store(id, token(1));
    RefreshLease lease = lease(vault);

    assertFalse(vault.delete(id, lease.epoch()));
    assertTrue(vault.renew(lease, LONG));
    assertTrue(vault.journal(lease, attempt(lease, token(1), 1)));
    assertTrue(vault.save(lease, token(2)));

    assertFalse(vault.delete(id, stored.epoch()), "a newer pair is on record");
    assertEquals(token(2), vault.load(id).orElseThrow().token());
    assertTrue(vault.delete(id, lease.epoch()));
  }

  @Test
  void save_afterDeleteOfItsPairsEpoch_bringsNothingBack() {
    TokenVault vault = vault();
    VaultedToken stored = vault.store(id, token(1));
    RefreshLease lease = lease(vault);
    assertTrue(vault.delete(id, stored.epoch()));

    assertFalse(vault.save(lease, token(2)));
    assertFalse(vault.journal(lease, attempt(lease, token(1), 1)));
    assertFalse(vault.renew(lease, LONG));
    assertEquals(Optional.empty(), vault.load(id));

    VaultedToken next = vault.store(id, token(3));
    assertTrue(next.epoch() > lease.epoch());
    assertFalse(vault.save(lease, token(2)), "bought before the merchant connected again");
    assertEquals(next, vault.load(id).orElseThrow());
  }

  @Test
  void refreshExpiringBefore_isTheSoonestFirst() {
    TokenVault vault = vault();
    BindingId early = BindingId.random();
    BindingId late = BindingId.random();
    BindingId gone = BindingId.random();
    vault.store(late, token(3));
    vault.store(early, token(1));
    vault.store(gone, token(0));
    vault.delete(gone);
    vault.store(id, token(0));
    vault.save(lease(vault), token(2));
    Instant deadline = token(3).refreshExpiresAt();

    List<BindingId> due =
        vault.refreshExpiringBefore(deadline, 1000).stream()
            .filter(List.of(early, late, gone, id)::contains)
            .toList();

    assertEquals(List.of(early, id), due);
    assertEquals(1, vault.refreshExpiringBefore(deadline, 1).size());
    assertEquals(List.of(), vault.refreshExpiringBefore(Instant.EPOCH, 1000));
  }

  @Test
  void refreshExpiringBefore_aTokenThatNeverDies_leavesItOut() {
    TokenVault vault = vault();
    OauthToken model = token(1);
    OauthToken immortal =
        new OauthToken(
            model.accessToken(),
            model.refreshToken(),
            model.accessExpiresAt(),
            Instant.MAX,
            model.scope(),
            model.obtainedAt());

    vault.store(id, immortal);

    assertEquals(immortal, vault.load(id).orElseThrow().token());
    assertFalse(vault.refreshExpiringBefore(NOW.plus(Duration.ofDays(99_999)), 99).contains(id));
  }

  @Test
  void ids_thatDifferInCaseOnly_areTwoBindings() {
    TokenVault vault = vault();
    BindingId lower = new BindingId("case-" + id.value());
    BindingId upper = new BindingId("CASE-" + id.value());

    vault.store(lower, token(1));
    assertEquals(Optional.empty(), vault.load(upper));
    vault.store(upper, token(2));

    assertEquals(token(1), vault.load(lower).orElseThrow().token());
    assertTrue(vault.delete(lower));
    assertEquals(token(2), vault.load(upper).orElseThrow().token());
  }

  private RefreshLease lease(TokenVault vault) {
    return lease(vault, LONG);
  }

  private RefreshLease lease(TokenVault vault, Duration ttl) {
    return vault.lease(id, ttl).orElseThrow();
  }
}
