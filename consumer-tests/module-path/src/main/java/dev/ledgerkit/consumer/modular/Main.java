package dev.ledgerkit.consumer.modular;

import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.connect.Consent;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.StreamField;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.KeyTool;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.SealContext;
import dev.ledgerkit.replication.Origin;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Window;
import dev.ledgerkit.replication.sink.Batch;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.replication.sink.SinkCheckpoint;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
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
import tools.jackson.databind.json.JsonMapper;

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
    configure();
    copy();
  }

  /** What is read by reflection, and what is looked for by name, shows only when it runs. */
  private static void configure() {
    ConnectionTest test =
        Connector.builder()
            .provider(SageProvider.factory())
            .build()
            .test(
                ConnectionProperties.parse(
                    "Provider=Xero;OAuthClientId=a-client;OAuthAccessToken=an access token"));
    if (test.available() || !test.cause().contains("Xero")) {
      throw new AssertionError("The connector answered: " + test.message());
    }
  }

  private static void copy() throws IOException {
    Path directory = Files.createTempDirectory("ledger-consumer");
    try (Sink sink = JsonLinesSink.in(directory)) {
      StreamShape shape =
          new StreamShape(
              "things",
              StreamGroup.FINANCIAL,
              "id",
              true,
              Deletions.UNTOLD,
              true,
              List.of(new StreamField("id", StreamField.Kind.TEXT)));
      SinkTable table = sink.open(shape);
      SinkRow row = SinkRow.of("a", JsonMapper.shared().createObjectNode().put("id", "a"));
      table.commit(
          new Batch(List.of(row), List.of(), 1, false, new SinkCheckpoint(1, "a checkpoint")));
      table.publish();
    }
    String lines = Files.readString(directory.resolve("things.jsonl"));
    if (!lines.equals("{\"id\":\"a\"}\n")) {
      throw new AssertionError("The file says " + lines);
    }
    Receipt receipt =
        new Receipt(
            new Origin("Sage", "UK", "b1", "things"), Window.ALL, 1, 0, 1, 1, "0", null, true);
    if (!Receipt.fromJson(receipt.toJson()).equals(receipt)) {
      throw new AssertionError("A receipt did not come back as it was.");
    }
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
