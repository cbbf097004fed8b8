package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is, at one moment: a provider, a vault with one binding, two nodes, and the
 * faults still to come. The vault's record and the nodes' states are the product's own classes.
 */
record ModelWorld(
    AuthServer provider, Vault vault, List<Node> nodes, Faults faults, boolean window, Host host) {

  static final BindingId ID = new BindingId("model");
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** What the authorization server does with a refresh token that was spent already. */
  enum Kind {
    STRICT,
    REVOKES_ON_REUSE,
    GRACE
  }

  /** The grant: which token is current, which are spent, how many were minted, and who ended it. */
  record AuthServer(
      Kind kind, int current, Set<Integer> spent, int minted, boolean alive, boolean userRevoked) {
    boolean takes(int token) {
      return alive && (token == current || (kind == Kind.GRACE && spent.contains(token)));
    }

    AuthServer rotate(int token) {
      Set<Integer> more = new TreeSet<>(spent);
      more.add(token);
      return new AuthServer(kind, minted + 1, more, minted + 1, alive, userRevoked);
    }

    AuthServer refuse(int token) {
      boolean ends = kind == Kind.REVOKES_ON_REUSE && spent.contains(token);
      return new AuthServer(kind, current, spent, minted, alive && !ends, userRevoked);
    }

    AuthServer revoke() {
      return new AuthServer(kind, current, spent, minted, false, true);
    }

    /** The merchant consents again: another grant. */
    AuthServer consent() {
      return new AuthServer(kind, minted + 1, Set.of(), minted + 1, true, false);
    }
  }

  /** The record and the lease, as every vault keeps them. */
  record Vault(@Nullable VaultedToken record, long epoch, int owner, boolean leaseLive) {
    boolean holds(RefreshLease lease) {
      return leaseLive && lease.epoch() == epoch;
    }

    Vault with(@Nullable VaultedToken next) {
      return new Vault(next, epoch, owner, leaseLive);
    }

    Vault granted(int node) {
      return new Vault(record, epoch + 1, node, true);
    }

    Vault lapsed() {
      return new Vault(record, epoch, owner, false);
    }

    Vault stored(OauthToken token) {
      return new Vault(new VaultedToken(token, epoch + 1, List.of()), epoch + 1, -1, false);
    }
  }

  /** A process: what its flight does, or what it still has to save; neither when idle. */
  record Node(@Nullable RefreshState flight, @Nullable RefreshState unsaved) {
    static final Node IDLE = new Node(null, null);

    static Node flying(RefreshState state) {
      return new Node(state, null);
    }

    boolean idle() {
      return flight == null && unsaved == null;
    }
  }

  /** How many of each may still happen. */
  record Faults(int crashes, int losses, int stalls, int outages, int revokes, int hostActions) {
    Faults lessCrash() {
      return new Faults(crashes - 1, losses, stalls, outages, revokes, hostActions);
    }

    Faults lessLoss() {
      return new Faults(crashes, losses - 1, stalls, outages, revokes, hostActions);
    }

    Faults lessStall() {
      return new Faults(crashes, losses, stalls - 1, outages, revokes, hostActions);
    }

    Faults lessOutage() {
      return new Faults(crashes, losses, stalls, outages - 1, revokes, hostActions);
    }

    Faults lessRevoke() {
      return new Faults(crashes, losses, stalls, outages, revokes - 1, hostActions);
    }

    Faults lessHostAction() {
      return new Faults(crashes, losses, stalls, outages, revokes, hostActions - 1);
    }
  }

  /** What the host did with the binding. */
  enum Host {
    CONNECTED,
    DISCONNECTED,
    RECONNECTED
  }

  static ModelWorld start(Kind kind, Faults faults) {
    return new ModelWorld(
        new AuthServer(kind, 1, Set.of(), 1, true, false),
        new Vault(new VaultedToken(token(1), 0, List.of()), 0, -1, false),
        List.of(Node.IDLE, Node.IDLE),
        faults,
        false,
        Host.CONNECTED);
  }

  /** The pair with number {@code number}. Number 1 is the one that wants renewal. */
  static OauthToken token(int number) {
    return new OauthToken(
        Secret.of("sim-at-" + number),
        Secret.of("sim-rt-" + number),
        NOW.plusSeconds(300L * number),
        NOW.plusSeconds(86_400),
        "full_access",
        NOW);
  }

  static int number(OauthToken token) {
    return Integer.parseInt(token.refreshToken().reveal().substring("sim-rt-".length()));
  }

  ModelWorld provider(AuthServer next) {
    return new ModelWorld(next, vault, nodes, faults, window, host);
  }

  ModelWorld vault(Vault next) {
    return new ModelWorld(provider, next, nodes, faults, window, host);
  }

  ModelWorld node(int i, Node next) {
    List<Node> both = i == 0 ? List.of(next, nodes.get(1)) : List.of(nodes.get(0), next);
    return new ModelWorld(provider, vault, both, faults, window, host);
  }

  ModelWorld faults(Faults next) {
    return new ModelWorld(provider, vault, nodes, next, window, host);
  }

  /** Something happened after which a grant may honestly be lost. */
  ModelWorld windowHit() {
    return new ModelWorld(provider, vault, nodes, faults, true, host);
  }

  ModelWorld host(Host next) {
    return new ModelWorld(provider, vault, nodes, faults, window, next);
  }

  boolean quiet() {
    return nodes.stream().allMatch(Node::idle);
  }
}
