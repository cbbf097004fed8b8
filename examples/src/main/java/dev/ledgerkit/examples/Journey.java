package dev.ledgerkit.examples;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageClient;

/** The whole path of one binding, from nothing to connected to disconnected. */
final class Journey {
  private static final Installation SHOP = new Installation("Magento", "your-shop.example.com");

  private final World world;
  private final Steps steps;

  Journey(World world, Steps steps) {
    this.world = world;
    this.steps = steps;
  }

  /** Walks it; what stops it is thrown, and the grant is given back first. */
  void walk() {
    Refreshes refreshes = new Refreshes();
    // A host keeps both in its database; these forget everything when the program ends.
    InMemoryRecordStore store = new InMemoryRecordStore(world.clock());
    InMemoryTokenVault vault = new InMemoryTokenVault(world.clock());
    try (Ledger ledger =
        Ledger.builder(store, vault)
            .provider(world.sage())
            .clock(world.clock())
            .listener(refreshes)
            .build()) {
      Binding pending =
          steps.step(
              "Create a binding",
              () -> ledger.bindings().create(SHOP, world.sage().name(), world.region()),
              made -> made.label() + ", " + made.status());
      try {
        walk(ledger, pending.id(), refreshes);
      } catch (LedgerException e) {
        giveBack(ledger, pending.id(), e);
        throw e;
      }
    }
    steps.summary(world.seen());
  }

  private void walk(Ledger ledger, BindingId id, Refreshes refreshes) {
    Binding binding = new ConnectSteps(world, steps, ledger).connect(id);
    SageClient sage = world.sage().client(ledger.api(), binding);
    BookSteps books = new BookSteps(world, steps, sage, ledger.references().get(id));
    books.read();
    if (world.writes()) {
      books.write(id);
    }
    TokenSteps tokens = new TokenSteps(world, steps, ledger, sage);
    tokens.refresh(id, refreshes);
    tokens.disconnect(id);
  }

  private static void giveBack(Ledger ledger, BindingId id, LedgerException stopped) {
    try {
      ledger.connect().disconnect(id);
    } catch (LedgerException e) {
      stopped.addSuppressed(e);
    }
  }
}
