package dev.ledgerkit.consumer.modular;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Consent;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.KeyTool;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.SealContext;
import dev.ledgerkit.sage.SageProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Fails the build when a host cannot compile against the artifacts just built, or run with them.
 */
public final class Main {
  private Main() {}

  /** Touches the library the way a host would. */
  public static void main(String[] args) throws IOException {
    String printed = Secret.of("a value that must not be printed").toString();
    if (!printed.equals("***")) {
      throw new AssertionError("A secret printed itself.");
    }
    if (!Main.class.getModule().isNamed() || !Secret.class.getModule().isNamed()) {
      throw new AssertionError("This consumer must run on the module path.");
    }
    connect();
    sealAndOpen();
  }

  /** What a host does first; the library's own records must be readable from a named module. */
  private static void connect() {
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

  /** Tink is not modular, and what it needs at run time shows only when it runs. */
  private static void sealAndOpen() throws IOException {
    Path directory = Files.createTempDirectory("ledger-consumer");
    Path file = directory.resolve("keys.json");
    try {
      if (KeyTool.run(
              List.of("create", file.toString()),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              System.err)
          != 0) {
        throw new AssertionError("KeyTool made no keyset.");
      }
      TokenVault vault =
          new EncryptedTokenVault(
              new InMemoryRecordStore(),
              MasterKeys.fromFile(file),
              id -> new SealContext("provider", "region"));
      OauthToken token =
          new OauthToken(
              Secret.of("access"), Secret.of("refresh"), Instant.MAX, Instant.MAX, "", Instant.MIN);
      BindingId id = BindingId.random();
      vault.store(id, token);
      if (!vault.load(id).orElseThrow().token().equals(token)) {
        throw new AssertionError("The vault gave back another token.");
      }
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }
}
