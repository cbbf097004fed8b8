package dev.ledgerkit.consumer.plain;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Consent;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageProvider;
import java.net.URI;

/**
 * Fails the build when a host cannot compile against the artifacts just built, or run with them.
 */
public final class Main {
  private Main() {}

  /** Touches the library the way a host would. */
  public static void main(String[] args) {
    String printed = Secret.of("a value that must not be printed").toString();
    if (!printed.equals("***")) {
      throw new AssertionError("A secret printed itself.");
    }
    if (Secret.class.getModule().isNamed()) {
      throw new AssertionError("This consumer must run on the class path.");
    }
    SageProvider sage = SageProvider.builder("a-client", Secret.of("a secret")).build();
    try (Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(), new InMemoryTokenVault())
            .provider(sage)
            .build()) {
      Installation shop = new Installation("Magento", "your-shop.example.com");
      Binding binding = ledger.bindings().create(shop, sage.name(), sage.region("UK"));
      Consent consent =
          ledger.connect().begin(binding.id(), URI.create("https://host.example.com/callback"));
      if (!"id.sage.com".equals(consent.url().getHost())) {
        throw new AssertionError("The consent is asked for at " + consent.url().getHost());
      }
      if (!ledger.bindings().find(binding.id()).orElseThrow().equals(binding)) {
        throw new AssertionError("The binding did not come back from its record as it was.");
      }
    }
  }
}
