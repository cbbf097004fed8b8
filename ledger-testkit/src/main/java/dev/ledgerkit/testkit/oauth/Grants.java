package dev.ledgerkit.testkit.oauth;

import dev.ledgerkit.testkit.wire.Guard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes, tokens and the grants they belong to: the provider's memory, behind one lock.
 *
 * <p>Safe for use by many threads.
 *
 * @param <R> what a grant reaches: businesses, or a user of a company
 * @since 0.1
 */
public final class Grants<R> {
  private static final int PURGE_EVERY = 1024;

  private final Guard guard = new Guard();
  private final TokenRules rules;
  private final Tokens tokens;
  private final GrantCounts counts;
  private final List<Grant<R>> all = new ArrayList<>();
  private final Map<String, Code<R>> codes = new HashMap<>();
  private final Map<String, Access<R>> accesses = new HashMap<>();
  private final Map<String, Refresh<R>> refreshes = new HashMap<>();
  private int issued;

  /** No grants yet. */
  public Grants(TokenRules rules, Tokens tokens, GrantCounts counts) {
    this.rules = rules;
    this.tokens = tokens;
    this.counts = counts;
  }

  private static final class Grant<R> {
    final R reach;

    /** No more refreshes. */
    boolean ended;

    /** Not even the access tokens that were handed out. */
    boolean killed;

    Grant(R reach) {
      this.reach = reach;
    }
  }

  private record Code<R>(
      Grant<R> grant, Optional<String> redirectUri, Optional<Pkce> pkce, Instant dies) {}

  private record Access<R>(Grant<R> grant, Instant dies) {}

  private static final class Refresh<R> {
    final Grant<R> grant;
    final Instant dies;
    Optional<Instant> spent = Optional.empty();

    Refresh(Grant<R> grant, Instant dies) {
      this.grant = grant;
      this.dies = dies;
    }
  }

  /**
   * A new pair, and what it reaches.
   *
   * @since 0.1
   */
  public record Pair<R>(String access, String refresh, R reach) {}

  /**
   * A code the user's browser carries to the callback.
   *
   * @param redirectUri what the exchange must repeat, empty if the authorization request had none
   * @param prefix goes before the code
   */
  public String issueCode(
      R reach, Optional<String> redirectUri, Optional<Pkce> pkce, String prefix) {
    return guard.get(
        () -> {
          Grant<R> grant = new Grant<>(reach);
          all.add(grant);
          String code = prefix + tokens.code();
          codes.put(code, new Code<>(grant, redirectUri, pkce, now().plus(rules.codeLifetime())));
          return code;
        });
  }

  /** The code is used up whatever comes of the exchange. */
  public Pair<R> exchange(String code, Optional<String> redirectUri, Optional<String> verifier) {
    return guard.get(
        () -> {
          Code<R> known = codes.remove(code);
          if (known == null
              || !now().isBefore(known.dies())
              || !known.redirectUri().equals(redirectUri)
              || !known.pkce().map(pkce -> pkce.accepts(verifier)).orElse(true)) {
            throw OauthRefusal.invalidGrant();
          }
          counts.exchanged();
          return issue(known.grant());
        });
  }

  /** A new pair; the token is spent by it. */
  public Pair<R> refresh(String token) {
    return guard.get(
        () -> {
          Refresh<R> known = refreshes.get(token);
          if (known == null || known.grant.ended || !now().isBefore(known.dies)) {
            throw OauthRefusal.invalidGrant();
          }
          if (known.spent.isPresent()
              && !now().isBefore(known.spent.get().plus(rules.graceTime()))) {
            counts.reused();
            if (rules.revokeOnReuse()) {
              known.grant.ended = true;
              known.grant.killed = true;
            }
            throw OauthRefusal.invalidGrant();
          }
          if (known.spent.isEmpty()) {
            known.spent = Optional.of(now());
          }
          counts.refreshed();
          return issue(known.grant);
        });
  }

  /** What a refresh token belongs to, be it spent or dead; for limits that count by user. */
  public Optional<R> owner(String refreshToken) {
    return guard.get(
        () -> {
          return Optional.ofNullable(refreshes.get(refreshToken)).map(known -> known.grant.reach);
        });
  }

  /** Storms of refreshes would fill the memory with tokens nobody can use any more. */
  private void purge() {
    accesses.values().removeIf(access -> !now().isBefore(access.dies()));
    refreshes.values().removeIf(refresh -> !now().isBefore(refresh.dies));
  }

  private Pair<R> issue(Grant<R> grant) {
    if (++issued % PURGE_EVERY == 0) {
      purge();
    }
    Pair<R> pair = new Pair<>(tokens.access(), tokens.refresh(), grant.reach);
    accesses.put(pair.access(), new Access<>(grant, now().plus(rules.accessLifetime())));
    refreshes.put(pair.refresh(), new Refresh<>(grant, now().plus(rules.refreshLifetime())));
    return pair;
  }

  /** A revoked grant gives no more tokens; access tokens live out their minutes. */
  public void revoke(String token) {
    guard.run(
        () -> {
          Refresh<R> known = refreshes.get(token);
          if (known != null) {
            known.grant.ended = true;
          }
        });
  }

  /** The user takes every access away. */
  public void killAll() {
    guard.run(
        () -> {
          for (Grant<R> grant : all) {
            grant.ended = true;
            grant.killed = true;
          }
        });
  }

  /** Access tokens die before their time; refresh tokens live on. */
  public void expireAccessTokens() {
    guard.run(
        () -> {
          accesses.clear();
        });
  }

  /** What a living access token reaches. */
  public Optional<R> byAccessToken(String token) {
    return guard.get(
        () -> {
          return Optional.ofNullable(accesses.get(token))
              .filter(access -> now().isBefore(access.dies()) && !access.grant().killed)
              .map(access -> access.grant().reach);
        });
  }

  /** Grants that would still give tokens. */
  public int live() {
    return guard.get(
        () -> {
          return (int) all.stream().filter(grant -> !grant.ended).count();
        });
  }

  private Instant now() {
    return rules.clock().instant();
  }
}
