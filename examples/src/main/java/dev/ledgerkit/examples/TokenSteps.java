package dev.ledgerkit.examples;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.model.Contact;
import java.time.Duration;

/** What a host never has to do, and the one thing it may: end the connection. */
final class TokenSteps {
  private static final Duration LONGER_THAN_A_TOKEN = Duration.ofMinutes(6);

  private final World world;
  private final Steps steps;
  private final Ledger ledger;
  private final SageClient sage;

  TokenSteps(World world, Steps steps, Ledger ledger, SageClient sage) {
    this.world = world;
    this.steps = steps;
    this.ledger = ledger;
    this.sage = sage;
  }

  void refresh(BindingId id, Refreshes refreshes) {
    if (!world.skip(LONGER_THAN_A_TOKEN)) {
      remainingLife(id);
      return;
    }
    steps.say("    ... 6 minutes pass on the simulator's clock; the access token lived 5 ...");
    steps.step(
        "Call again",
        this::call,
        page -> {
          var event = refreshes.next();
          return "answered; token refreshed, nobody noticed: pair %s became %s"
              .formatted(event.before(), event.after());
        });
  }

  private void remainingLife(BindingId id) {
    steps.step(
        "How long tokens live",
        () -> ledger.tokens().loadFresh(id),
        token -> {
          var now = world.clock().instant();
          return "access %d s more, refresh %d days; renewed before a call needs it"
              .formatted(
                  Duration.between(now, token.accessExpiresAt()).toSeconds(),
                  Duration.between(now, token.refreshExpiresAt()).toDays());
        });
  }

  void disconnect(BindingId id) {
    steps.step(
        "Disconnect",
        () -> ledger.connect().disconnect(id),
        revoked ->
            (revoked ? "revoked at Sage, " : "Sage did not confirm, ")
                + "tokens deleted, "
                + ledger.bindings().get(id).status());
    steps.step(
        "Call once more",
        this::refused,
        refused -> "fails fast without the network: reconnect required, " + refused.reason());
  }

  private ReconnectRequiredException refused() {
    try {
      call();
    } catch (ReconnectRequiredException e) {
      return e;
    }
    throw new IllegalStateException("A disconnected binding still reaches its business.");
  }

  private Page<Contact> call() {
    return sage.contacts().list().first();
  }
}
