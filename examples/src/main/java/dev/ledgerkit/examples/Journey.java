package dev.ledgerkit.examples;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.policy.Policies;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.SageScope;
import java.time.Duration;

/** The whole path of a binding, from nothing to connected to disconnected, at each provider. */
final class Journey {
  private static final Installation SHOP = new Installation("Magento", "your-shop.example.com");

  private final World world;
  private final Steps steps;

  Journey(World world, Steps steps) {
    this.world = world;
    this.steps = steps;
  }

  /** Walks it; what stops it is thrown, and the grants are given back first. */
  void walk() {
    Refreshes refreshes = new Refreshes();
    // A host keeps both in its database; these forget everything when the program ends.
    InMemoryRecordStore store = new InMemoryRecordStore(world.clock());
    InMemoryTokenVault vault = new InMemoryTokenVault(world.clock());
    Ledger.Builder builder =
        Ledger.builder(store, vault)
            .provider(world.provider())
            .clock(world.clock())
            .listener(refreshes);
    world.freeAgent().ifPresent(merchant -> builder.provider(merchant.provider()));
    try (Ledger ledger = builder.build()) {
      BindingId id = create(ledger, world).id();
      givingBack(ledger, id, () -> walk(ledger, new Policies(store), id, refreshes));
      world.freeAgent().ifPresent(merchant -> walk(ledger, merchant));
    }
    steps.summary(world.seen());
  }

  private Binding create(Ledger ledger, Merchant merchant) {
    String provider = merchant.provider().name();
    return steps.step(
        "Create a binding",
        () ->
            ledger.bindings().create(SHOP, provider, merchant.provider().region(merchant.region())),
        made -> made.label() + ", " + made.status());
  }

  private void walk(Ledger ledger, Policies policies, BindingId id, Refreshes refreshes) {
    // Who only reads does not ask for more.
    SageScope scope = world.writes() ? SageScope.FULL_ACCESS : SageScope.READONLY;
    ConnectSteps connect = new ConnectSteps(world, steps, ledger);
    Binding binding = connect.connect(id, scope.wireName());
    new PolicySteps(steps, ledger, policies, id).save(id);
    SageClient sage = world.sage().client(ledger.api(), binding);
    BookSteps books = new BookSteps(world, steps, sage, ledger.references().get(id));
    books.read();
    if (world.writes()) {
      books.write(id);
    }
    TokenSteps tokens = new TokenSteps(world, steps, ledger, sage);
    tokens.refresh(id, refreshes);
    tokens.disconnect(id);
    if (world.skip(Duration.ZERO)) {
      steps.step(
          "Reconnect",
          () -> connect.again(id, scope.wireName()),
          again ->
              "%s, %s; policy version %d is still there"
                  .formatted(again.label(), again.status(), policies.get(id).version()));
      ledger.connect().disconnect(id);
    }
  }

  /** The same host code, another provider. */
  private void walk(Ledger ledger, FreeAgentMerchant merchant) {
    steps.say("    ... and the same with FreeAgent ...");
    BindingId id = create(ledger, merchant).id();
    givingBack(
        ledger,
        id,
        () -> {
          Binding binding = new ConnectSteps(merchant, steps, ledger).connect(id, "");
          new FreeAgentSteps(world, steps, ledger).walk(merchant, binding);
        });
  }

  private static void givingBack(Ledger ledger, BindingId id, Runnable walk) {
    try {
      walk.run();
    } catch (LedgerException stopped) {
      try {
        ledger.connect().disconnect(id);
      } catch (LedgerException e) {
        stopped.addSuppressed(e);
      }
      throw stopped;
    }
  }
}
