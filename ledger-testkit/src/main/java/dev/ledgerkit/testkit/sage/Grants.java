package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.Guard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Codes, tokens and the grants they belong to: the provider's memory, behind one lock. */
final class Grants {
  private static final long CODE_SECONDS = 60;
  private static final int PURGE_EVERY = 1024;

  private final Guard guard = new Guard();
  private final SageSettings settings;
  private final Tokens tokens;
  private final Tally tally;
  private final List<Grant> all = new ArrayList<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Access> accesses = new HashMap<>();
  private final Map<String, Refresh> refreshes = new HashMap<>();
  private int issued;

  Grants(SageSettings settings, Tally tally) {
    this.settings = settings;
    this.tokens = new Tokens(settings.longTokens);
    this.tally = tally;
  }

  static final class Grant {
    final String scope;
    final List<SimBusiness> businesses;
    final String userId = UUID.randomUUID().toString();

    /** No more refreshes. */
    boolean ended;

    /** Not even the access tokens that were handed out. */
    boolean killed;

    Grant(String scope, List<SimBusiness> businesses) {
      this.scope = scope;
      this.businesses = List.copyOf(businesses);
    }

    boolean readOnly() {
      return scope.equals("readonly");
    }
  }

  record Code(Grant grant, ConsentRequest consent, Instant dies) {}

  record Access(Grant grant, Instant dies) {}

  private static final class Refresh {
    final Grant grant;
    final Instant dies;
    Optional<Instant> spent = Optional.empty();

    Refresh(Grant grant, Instant dies) {
      this.grant = grant;
      this.dies = dies;
    }
  }

  record Pair(String access, String refresh, Grant grant) {}

  String issueCode(ConsentRequest consent, List<SimBusiness> businesses, String country) {
    return guard.get(
        () -> {
          Grant grant = new Grant(consent.scope(), businesses);
          all.add(grant);
          String code = tokens.code(country);
          codes.put(code, new Code(grant, consent, now().plusSeconds(CODE_SECONDS)));
          return code;
        });
  }

  /** The code is used up whatever comes of the exchange. */
  Pair exchange(String code, String redirectUri, Optional<String> verifier) {
    return guard.get(
        () -> {
          Code issued = codes.remove(code);
          if (issued == null
              || !now().isBefore(issued.dies())
              || !issued.consent().redirectUri().equals(redirectUri)
              || !issued.consent().pkce().accepts(verifier)) {
            throw OauthRefusal.invalidGrant();
          }
          tally.exchanged();
          return issue(issued.grant());
        });
  }

  Pair refresh(String token) {
    return guard.get(
        () -> {
          Refresh known = refreshes.get(token);
          if (known == null || known.grant.ended || !now().isBefore(known.dies)) {
            throw OauthRefusal.invalidGrant();
          }
          if (known.spent.isPresent()
              && !now().isBefore(known.spent.get().plus(settings.graceTime))) {
            tally.reused();
            if (settings.revokeGrantOnReuse) {
              known.grant.ended = true;
              known.grant.killed = true;
            }
            throw OauthRefusal.invalidGrant();
          }
          if (known.spent.isEmpty()) {
            known.spent = Optional.of(now());
          }
          tally.refreshed();
          return issue(known.grant);
        });
  }

  /** Storms of refreshes would fill the memory with tokens nobody can use any more. */
  private void purge() {
    accesses.values().removeIf(access -> !now().isBefore(access.dies()));
    refreshes.values().removeIf(refresh -> !now().isBefore(refresh.dies));
  }

  private Pair issue(Grant grant) {
    if (++issued % PURGE_EVERY == 0) {
      purge();
    }
    Pair pair = new Pair(tokens.access(), tokens.refresh(), grant);
    accesses.put(pair.access(), new Access(grant, now().plus(settings.accessTokenLifetime)));
    refreshes.put(pair.refresh(), new Refresh(grant, now().plus(settings.refreshTokenLifetime)));
    return pair;
  }

  /** A revoked grant gives no more tokens; access tokens live out their minutes. */
  void revoke(String token) {
    guard.run(
        () -> {
          Refresh known = refreshes.get(token);
          if (known != null) {
            known.grant.ended = true;
          }
        });
  }

  void killAll() {
    guard.run(
        () -> {
          for (Grant grant : all) {
            grant.ended = true;
            grant.killed = true;
          }
        });
  }

  void expireAccessTokens() {
    guard.run(
        () -> {
          accesses.clear();
        });
  }

  Optional<Grant> byAccessToken(String token) {
    return guard.get(
        () -> {
          return Optional.ofNullable(accesses.get(token))
              .filter(access -> now().isBefore(access.dies()) && !access.grant().killed)
              .map(Access::grant);
        });
  }

  int live() {
    return guard.get(
        () -> {
          return (int) all.stream().filter(grant -> !grant.ended).count();
        });
  }

  private Instant now() {
    return settings.clock.instant();
  }
}
