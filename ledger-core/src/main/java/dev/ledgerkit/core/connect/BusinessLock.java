package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.AlreadyBoundException;
import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectTurns.Turn;
import dev.ledgerkit.core.http.AheadApi;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.Providers;
import dev.ledgerkit.core.reference.AheadFetch;
import dev.ledgerkit.core.reference.ReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.Bindings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a grant to the business it is locked to: which businesses does it reach, is the
 * wanted one among them and free, and what are its lists.
 *
 * <p>All of it, to the lock, is one connect's turn. Businesses and lists are asked for under one
 * access token, so what came is of what that grant reaches.
 */
final class BusinessLock {
  private static final Logger LOG = LoggerFactory.getLogger(BusinessLock.class);
  private static final int UNAUTHORIZED = 401;

  private final Bindings bindings;
  private final Providers providers;
  private final GrantCustody grants;
  private final ApiClient api;
  private final ReferenceCache references;
  private final BusinessClaims claims;
  private final ConnectTurns turns;
  private final LedgerClock clock;

  BusinessLock(
      Bindings bindings,
      Providers providers,
      GrantCustody grants,
      ApiClient api,
      ReferenceCache references,
      BusinessClaims claims,
      ConnectTurns turns,
      LedgerClock clock) {
    this.bindings = bindings;
    this.providers = providers;
    this.grants = grants;
    this.api = api;
    this.references = references;
    this.claims = claims;
    this.turns = turns;
    this.clock = clock;
  }

  /** The right to connect, which {@link #keep} wants. */
  Turn turn(BindingId id) {
    return turns.take(id);
  }

  /** Keeps a pair and locks the only business it reaches, or the one it is locked to already. */
  ConnectOutcome keep(Turn turn, BindingId id, OauthToken pair) {
    GrantCustody.Before before = grants.keep(turn, id, pair);
    Binding binding = grants.current(id);
    requireConnectable(binding);
    return only(turn, binding, before);
  }

  /** A disconnect that came in between may not have seen the pair. */
  private void requireConnectable(Binding binding) {
    if (binding.status() == BindingStatus.REVOKED) {
      grants.forget(binding, providers.of(binding).oauthClient(binding.region()));
      throw new ReconnectRequiredException(binding.id(), ReconnectCause.NOT_CONNECTED);
    }
  }

  /** As {@link #keep}, with the pair that is in the vault. */
  ConnectOutcome resume(BindingId id) {
    try (Turn turn = turns.take(id)) {
      return only(turn, grants.current(id), GrantCustody.Before.NOTHING);
    }
  }

  /** Locks the one the merchant chose. */
  ConnectOutcome.Connected lock(BindingId id, String businessId) {
    try (Turn turn = turns.take(id)) {
      Binding binding = grants.current(id);
      Business locked = binding.business();
      if (locked != null && !locked.id().equals(businessId)) {
        throw new BusinessMismatchException(id, locked, "'" + businessId + "'");
      }
      AheadApi reads = reads(binding, new Business(businessId, businessId));
      try (AheadFetch ahead = ahead(id, reads)) {
        List<Business> reached = reached(binding, reads, ahead);
        Business chosen =
            reached.stream()
                .filter(business -> business.id().equals(businessId))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ConfigurationException(
                            "Binding %s does not reach business '%s'; it reaches %s."
                                .formatted(id, businessId, reached)));
        return connected(turn, id, chosen, ahead);
      }
    }
  }

  private ConnectOutcome only(Turn turn, Binding binding, GrantCustody.Before before) {
    BindingId id = binding.id();
    Business locked = binding.business();
    AheadApi reads = reads(binding, locked);
    try (AheadFetch ahead = ahead(id, reads)) {
      List<Business> reached = reached(binding, reads, ahead);
      if (reached.isEmpty()) {
        if (locked != null && !before.equals(GrantCustody.Before.NOTHING)) {
          grants.putBack(turn, id, before);
        }
        throw new ConfigurationException(
            "The user who consented for binding %s reaches no business; let one with access consent."
                .formatted(id));
      }
      if (locked == null && reached.size() > 1) {
        return new ConnectOutcome.ChooseBusiness(binding, reached);
      }
      Business wanted = locked == null ? reached.get(0) : locked;
      try {
        requireReached(id, wanted, reached);
        return connected(turn, id, wanted, ahead);
      } catch (BusinessMismatchException | AlreadyBoundException e) {
        grants.putBack(turn, id, before);
        throw e;
      }
    }
  }

  private static void requireReached(BindingId id, Business wanted, List<Business> reached) {
    if (reached.stream().noneMatch(business -> business.id().equals(wanted.id()))) {
      throw new BusinessMismatchException(
          id, wanted, String.join(", ", reached.stream().map(Business::toString).toList()));
    }
  }

  /** Reads under the token there is now; nobody else puts another grant's in its place. */
  private AheadApi reads(Binding binding, @Nullable Business supposed) {
    return new AheadApi(api, grants.token(binding.id()), providers.of(binding).api(), supposed);
  }

  private AheadFetch ahead(BindingId id, AheadApi reads) {
    return reads.isOfUse() ? references.ahead(id, reads) : references.afterwards(id);
  }

  /**
   * The businesses. The lists are asked for once that call has its permit: of the last ones it must
   * be first.
   */
  private List<Business> reached(Binding binding, AheadApi reads, AheadFetch ahead) {
    LedgerProvider provider = providers.of(binding);
    try {
      return provider.businesses(reads.telling(ahead::begin), binding.id());
    } catch (ApiException e) {
      if (e.status() != UNAUTHORIZED) {
        throw e;
      }
      return provider.businesses(api, binding.id()); // with another token, if there is one
    }
  }

  private ConnectOutcome.Connected connected(
      Turn turn, BindingId id, Business business, AheadFetch ahead) {
    turn.require(); // before the claim, which keeps others from the business for a while
    claims.take(grants.current(id), business);
    turn.require();
    Binding binding = bindings.change(id, now -> lockTo(now, business));
    turn.close();
    requireConnectable(binding);
    LOG.info("connected binding={} business={}", id, business.id());
    Optional<ReferenceData> lists = settled(id, business, ahead);
    if (grants.current(id).status() == BindingStatus.REVOKED) { // while the lists were read
      references.forget(id);
      throw new ReconnectRequiredException(id, ReconnectCause.NOT_CONNECTED);
    }
    return new ConnectOutcome.Connected(binding, lists);
  }

  /** Leaves a binding that was disconnected meanwhile as it is. */
  private Binding lockTo(Binding binding, Business business) {
    Business locked = binding.business();
    if (locked != null && !locked.id().equals(business.id())) {
      throw new BusinessMismatchException(binding.id(), locked, business.toString());
    }
    boolean done = locked != null && binding.status() == BindingStatus.CONNECTED;
    return done || binding.status() == BindingStatus.REVOKED
        ? binding
        : binding.with(
            BindingStatus.CONNECTED, locked == null ? business : locked, clock.instant());
  }

  private static Optional<ReferenceData> settled(
      BindingId id, Business business, AheadFetch ahead) {
    try {
      return Optional.of(ahead.settle(business));
    } catch (LedgerException e) {
      LOG.warn("reference data not prefetched binding={}; fetched when first asked for", id, e);
      return Optional.empty();
    }
  }
}
