package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.oauth.ModelWorld.AuthServer;
import dev.ledgerkit.core.oauth.ModelWorld.Faults;
import dev.ledgerkit.core.oauth.ModelWorld.Host;
import dev.ledgerkit.core.oauth.ModelWorld.Vault;
import dev.ledgerkit.core.oauth.RefreshState.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that can happen next in a {@link ModelWorld}. The nodes move by the product's {@link
 * RefreshState}.
 */
final class ModelSteps {
  private static final TokenReply NO_ANSWER = new TokenReply.NoAnswer("lost");
  private static final TokenReply NOT_SERVED = new TokenReply.NotServed("503", null);
  private static final TokenReply REFUSED = new TokenReply.Refused("invalid_grant", "");

  private final ModelWorld world;
  private final List<Step> next = new ArrayList<>();

  private ModelSteps(ModelWorld world) {
    this.world = world;
  }

  /** A thing that can happen, and the world after it. */
  record Step(String what, ModelWorld after) {}

  static List<Step> from(ModelWorld world) {
    ModelSteps steps = new ModelSteps(world);
    steps.surroundings();
    for (int i = 0; i < world.nodes().size(); i++) {
      steps.node(i);
    }
    return steps.next;
  }

  private void surroundings() {
    Vault vault = world.vault();
    Faults left = world.faults();
    if (vault.leaseLive()) {
      ModelWorld.Node holder = world.nodes().get(vault.owner());
      RefreshState flight = holder.flight();
      boolean works =
          flight != null && flight.leaseHeld() && flight.lease().epoch() == vault.epoch();
      if (!works) {
        ModelWorld after = world.vault(vault.lapsed());
        // only a store that fails one node and serves the other gets here with a pair unsaved
        add(
            "lease of a dead or finished holder lapses",
            holder.unsaved() != null ? after.windowHit() : after);
      } else if (left.stalls() > 0) {
        ModelWorld after = world.vault(vault.lapsed()).faults(left.lessStall());
        boolean bought = flight.phase() == Phase.SAVE;
        add("holder stalls past its lease", bought ? after.windowHit() : after);
      }
    }
    if (left.revokes() > 0 && world.provider().alive()) {
      add(
          "user revokes at the provider",
          world.provider(world.provider().revoke()).faults(left.lessRevoke()));
    }
    if (left.hostActions() > 0) {
      Faults fewer = left.lessHostAction();
      if (vault.record() != null) {
        add(
            "host disconnects",
            world
                .vault(new Vault(null, vault.epoch(), -1, false))
                .provider(world.provider().revoke())
                .host(Host.DISCONNECTED)
                .faults(fewer));
      }
      AuthServer consented = world.provider().consent();
      add(
          "merchant reconnects",
          world
              .provider(consented)
              .vault(vault.stored(ModelWorld.token(consented.current())))
              .host(Host.RECONNECTED)
              .faults(fewer));
    }
  }

  private void node(int i) {
    ModelWorld.Node node = world.nodes().get(i);
    crash(i, node);
    if (node.unsaved() != null) {
      save(i, node.unsaved(), "saves late");
      return;
    }
    RefreshState flight = node.flight();
    if (flight == null) {
      VaultedToken record = world.vault().record();
      if (record != null && !good(record.token()) && record.verdict().isEmpty()) {
        put(i, "starts", world, RefreshState.START);
      }
      return;
    }
    switch (flight.phase()) {
      case LOAD -> put(i, "loads", world, flight.loaded(record(), ModelSteps::good));
      case LEASE -> lease(i, flight);
      case WAIT -> put(i, "waited", world, flight.again());
      case JOURNAL -> {
        boolean accepted = journal(flight);
        put(
            i,
            "journals " + accepted,
            accepted ? write(flight.attempt()) : world,
            flight.journaled(accepted));
      }
      case CALL -> call(i, flight);
      case CLEAR -> {
        ModelWorld after = journal(flight) ? write(flight.attempt().answered()) : world;
        put(i, "clears", after, flight.cleared());
      }
      case BACK_OFF -> {
        put(i, "gives up", world, flight.gaveUp(Objects.requireNonNull(flight.reply())));
        boolean held = world.vault().holds(flight.lease());
        if (flight.attempt().number() < 3) {
          put(i, "retries", world, held ? flight.retried(ModelWorld.NOW) : flight.again());
        }
      }
      case SAVE -> {
        save(i, flight, "saves");
        if (world.faults().outages() > 0) {
          add(
              "n" + i + " finds the store down",
              outage().node(i, new ModelWorld.Node(null, flight)));
        }
      }
      case REREAD ->
          put(i, "rereads", world, flight.reread(record(), ModelSteps::good, ModelWorld.NOW));
      case CONDEMN -> {
        boolean accepted = journal(flight);
        put(
            i,
            "condemns " + flight.verdict() + " " + accepted,
            accepted ? write(flight.attempt()) : world,
            flight.condemned(accepted));
      }
      default -> throw new IllegalStateException("a finished flight lands: " + flight.phase());
    }
  }

  private void crash(int i, ModelWorld.Node node) {
    Faults left = world.faults();
    if (node.idle() || left.crashes() == 0) {
      return;
    }
    RefreshState flight = node.flight();
    boolean bought = node.unsaved() != null || (flight != null && flight.phase() == Phase.SAVE);
    ModelWorld after = world.node(i, ModelWorld.Node.IDLE).faults(left.lessCrash());
    add("n" + i + " crashes", bought ? after.windowHit() : after);
  }

  private void lease(int i, RefreshState flight) {
    Vault vault = world.vault();
    if (vault.leaseLive()) {
      put(i, "finds the lease taken", world, flight.leased(Optional.empty(), ModelWorld.NOW));
      return;
    }
    Vault granted = vault.granted(i);
    RefreshLease lease = new RefreshLease(ModelWorld.ID, "n" + i, granted.epoch());
    put(
        i,
        "leases " + lease.epoch(),
        world.vault(granted),
        flight.leased(Optional.of(lease), ModelWorld.NOW));
  }

  private void call(int i, RefreshState flight) {
    if (!world.vault().holds(flight.lease())) {
      put(i, "does not call: lease gone", world, flight.notCalled());
      return;
    }
    int token = ModelWorld.number(flight.spending());
    AuthServer provider = world.provider();
    boolean taken = provider.takes(token);
    AuthServer after = taken ? provider.rotate(token) : provider.refuse(token);
    if (taken) {
      OauthToken bought = ModelWorld.token(after.current());
      put(
          i,
          "buys " + after.current() + " for " + token,
          world.provider(after),
          flight.called(new TokenReply.Granted(bought)));
    } else {
      put(i, "is refused with " + token, world.provider(after), flight.called(REFUSED));
    }
    if (world.faults().losses() > 0) {
      put(i, "loses its request", loss(), flight.called(NO_ANSWER));
      ModelWorld lost = loss().provider(after);
      put(i, "loses the reply", taken ? lost.windowHit() : lost, flight.called(NO_ANSWER));
      put(i, "is turned away", loss(), flight.called(NOT_SERVED));
    }
  }

  private void save(int i, RefreshState flight, String what) {
    VaultedToken record = world.vault().record();
    boolean accepted = record != null && flight.lease().epoch() > record.epoch();
    if (accepted) {
      VaultedToken saved = record.replaced(flight.bought(), flight.lease().epoch());
      put(
          i,
          what + " " + ModelWorld.number(flight.bought()),
          world.vault(world.vault().with(saved)),
          flight.saved(true));
    } else {
      put(i, "drops its pair", world.windowHit(), flight.saved(false));
    }
  }

  private boolean journal(RefreshState flight) {
    VaultedToken record = world.vault().record();
    return record != null
        && world.vault().holds(flight.lease())
        && record.token().fingerprint().equals(flight.attempt().fingerprint());
  }

  private ModelWorld write(RefreshAttempt attempt) {
    VaultedToken record = Objects.requireNonNull(world.vault().record());
    return world.vault(world.vault().with(record.journaled(attempt)));
  }

  private ModelWorld loss() {
    return world.faults(world.faults().lessLoss());
  }

  private ModelWorld outage() {
    return world.faults(world.faults().lessOutage());
  }

  private Optional<VaultedToken> record() {
    return Optional.ofNullable(world.vault().record());
  }

  /** Whoever starts wants to get past pair 1. */
  private static boolean good(OauthToken token) {
    return ModelWorld.number(token) != 1;
  }

  /** The node's next state; a finished flight lands, and a lease no longer needed goes back. */
  private void put(int i, String what, ModelWorld after, RefreshState state) {
    RefreshState before = world.nodes().get(i).flight();
    boolean done = state.finished();
    ModelWorld landed = after.node(i, done ? ModelWorld.Node.IDLE : ModelWorld.Node.flying(state));
    if (before != null && before.leaseHeld() && (done || !state.leaseHeld())) {
      Vault vault = landed.vault();
      landed = vault.holds(before.lease()) ? landed.vault(vault.lapsed()) : landed;
    }
    add("n" + i + " " + what, landed);
  }

  private void add(String what, ModelWorld after) {
    next.add(new Step(what, after));
  }
}
