package dev.ledgerkit.examples;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Consent;
import dev.ledgerkit.core.connect.Ledger;
import java.net.URI;
import java.util.stream.Collectors;

/** From a pending binding to a connected one: consent, callback, business, settings lists. */
final class ConnectSteps {
  private final Merchant merchant;
  private final Steps steps;
  private final Ledger ledger;

  ConnectSteps(Merchant merchant, Steps steps, Ledger ledger) {
    this.merchant = merchant;
    this.steps = steps;
    this.ledger = ledger;
  }

  /**
   * Connects.
   *
   * @param scope what is asked for; empty for the provider's default
   */
  Binding connect(BindingId id, String scope) {
    Consent consent =
        steps.step(
            "Begin the consent",
            () -> ledger.connect().begin(id, merchant.redirectUri(), scope),
            begun -> "state made, good until " + begun.expiresAt());
    URI callback =
        steps.step(
            "The merchant consents",
            () -> merchant.consent(consent.url()),
            url -> "back at " + url.getHost() + ":" + url.getPort() + url.getPath());
    ConnectOutcome outcome =
        steps.step(
            "Complete the consent",
            () -> ledger.connect().complete(id, callback.toString()),
            ConnectSteps::told);
    ConnectOutcome.Connected connected = connected(id, outcome);
    steps.step(
        "The dashboard's label",
        () -> connected.binding().label(),
        label -> label + ", " + connected.binding().status());
    steps.step(
        "The settings lists",
        () -> ledger.references().get(id),
        data ->
            data.lists().entrySet().stream()
                .map(list -> list.getKey() + " " + list.getValue().size())
                .collect(Collectors.joining(", ")));
    return connected.binding();
  }

  /** Connects anew, in one step. */
  Binding again(BindingId id, String scope) {
    Consent consent = ledger.connect().begin(id, merchant.redirectUri(), scope);
    String callback = merchant.consent(consent.url()).toString();
    ConnectOutcome outcome = ledger.connect().complete(id, callback);
    if (outcome instanceof ConnectOutcome.Connected connected) {
      return connected.binding();
    }
    throw new LedgerException("Not connected again: " + told(outcome) + ".", null);
  }

  private ConnectOutcome.Connected connected(BindingId id, ConnectOutcome outcome) {
    if (outcome instanceof ConnectOutcome.Connected connected) {
      return connected;
    }
    if (outcome instanceof ConnectOutcome.ChooseBusiness choice) {
      Business chosen = merchant.choose(choice.businesses());
      return steps.step(
          "Lock the business",
          () -> ledger.connect().lock(id, chosen.id()),
          locked -> chosen.name() + ", for the life of the binding; lists fetched with it");
    }
    throw new LedgerException("Nothing was connected: " + told(outcome) + ".", null);
  }

  private static String told(ConnectOutcome outcome) {
    if (outcome instanceof ConnectOutcome.Connected connected) {
      return "tokens in the vault, the only business locked, its lists fetched: "
          + connected.binding().status();
    }
    if (outcome instanceof ConnectOutcome.ChooseBusiness choice) {
      return "tokens in the vault; %d businesses to choose from: %s"
          .formatted(
              choice.businesses().size(),
              choice.businesses().stream().map(Business::name).collect(Collectors.joining(", ")));
    }
    ConnectOutcome.Declined declined = (ConnectOutcome.Declined) outcome;
    return "declined: %s %s %s"
        .formatted(declined.error(), declined.description(), declined.reason())
        .strip();
  }
}
