package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.KeyTool;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.nodes.NodeSetup.Opened;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One simulator, one store, one time, and any number of nodes.
 *
 * <p>The test's own process has a Ledger on the store too, which connects the bindings and
 * otherwise keeps out of the way. Closing kills every node.
 */
final class Cluster implements AutoCloseable {
  static final Duration EXPIRY = Duration.ofMinutes(6);
  static final Duration LEASE = Duration.ofSeconds(46);
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  final SageSimulator sage;
  final NodeClock clock;
  private final AtomicInteger shops = new AtomicInteger();
  private final Path directory;
  private final NodeSetup setup;
  private final @Nullable Database database;
  private final Opened store;
  private final Ledger host;
  private final SageProvider provider;
  private final AtomicReference<@Nullable TokenVault> vault = new AtomicReference<>();
  private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();

  /** What a database that is down still has to be told of. */
  private Duration owed = Duration.ZERO;

  private Cluster(
      Path directory,
      @Nullable Database database,
      boolean pooled,
      Duration callDeadline,
      UnaryOperator<SageSimulatorBuilder> simulator)
      throws IOException {
    this.directory = Files.createDirectories(directory);
    this.database = database;
    Path time = directory.resolve("clock");
    Path keys = directory.resolve("keys.json");
    this.clock = new NodeClock(time);
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(KeyTool.run(List.of("create", keys.toString()), silent, silent)).isZero();
    this.sage = simulator.apply(SageSimulator.builder().clock(clock)).start();
    String where = database == null ? directory.resolve("store").toString() : database.create();
    this.setup = NodeSetup.of(sage, time, where, pooled, keys, callDeadline);
    this.store = setup.open(clock);
    if (store.records() instanceof JdbcRecordStore jdbc) {
      jdbc.createSchema();
    }
    this.provider = setup.provider();
    this.host =
        setup.ledger(
            store.records(),
            own -> {
              vault.set(own);
              return own;
            },
            builder -> builder.clock(clock));
  }

  static Cluster onPostgres(
      Path directory, Database database, UnaryOperator<SageSimulatorBuilder> simulator)
      throws IOException {
    return onPostgres(directory, database, Duration.ofSeconds(20), simulator);
  }

  static Cluster onPostgres(
      Path directory,
      Database database,
      Duration callDeadline,
      UnaryOperator<SageSimulatorBuilder> simulator)
      throws IOException {
    return new Cluster(directory, database, true, callDeadline, simulator);
  }

  /**
   * With connections that are made anew for each use, so that a restart of the database hurts no
   * more.
   */
  static Cluster onUnsteadyPostgres(Path directory, Database database) throws IOException {
    return new Cluster(directory, database, false, Duration.ofSeconds(20), sage -> sage);
  }

  static Cluster onFiles(Path directory, UnaryOperator<SageSimulatorBuilder> simulator)
      throws IOException {
    return new Cluster(directory, null, false, Duration.ofSeconds(20), simulator);
  }

  /** New bindings with a grant each. */
  List<String> connect(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String shopHost = shops.incrementAndGet() + ".your-shop.example.com";
      Installation shop = new Installation("Magento", shopHost);
      Binding binding = host.bindings().create(shop, provider.name(), provider.region("UK"));
      connect(binding.id().value());
      ids.add(binding.id().value());
    }
    return ids;
  }

  /** The merchant's consent, the first or another one. */
  void connect(String id) {
    host.bindings().poll();
    URI url = host.connect().begin(new BindingId(id), CALLBACK).url();
    ConnectOutcome outcome =
        host.connect().complete(new BindingId(id), sage.approve(url).toString());
    assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
  }

  /** Starts a node; it is ready when it says so. */
  NodeProcess start() throws IOException {
    return start("info");
  }

  NodeProcess start(String logLevel) throws IOException {
    NodeProcess node =
        new NodeProcess(
            setup,
            System.getProperty("java.class.path"),
            directory.resolve("node" + nodes.size() + ".log"),
            logLevel);
    nodes.add(node);
    return node;
  }

  /** Time passes for every node, for the simulator and for the store, be it after its restart. */
  void advance(Duration time) {
    clock.advance(time);
    owed = owed.plus(time);
    if (database != null && database.isUp()) {
      Database.advance(setup.store(), owed);
      owed = Duration.ZERO;
    }
  }

  /** The epoch of the pair on record. */
  long epoch(String id) {
    return vault().load(new BindingId(id)).orElseThrow().epoch();
  }

  List<Long> epochs(List<String> ids) {
    return ids.stream().map(this::epoch).toList();
  }

  /** The name of the pair on record. */
  String onRecord(String id) {
    return vault().load(new BindingId(id)).orElseThrow().token().fingerprint();
  }

  private TokenVault vault() {
    TokenVault own = vault.get();
    if (own == null) {
      throw new IllegalStateException("not open");
    }
    return own;
  }

  /** All that the nodes have logged. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      all.append(Files.readString(directory.resolve("node" + i + ".log")));
    }
    return all.toString();
  }

  /** Puts a record past the vault, as a mistaken host could. */
  void putInClear(String text) {
    assertThat(
            store
                .records()
                .put(
                    new RecordKey("note", "mistake"),
                    RecordStore.ABSENT,
                    text.getBytes(StandardCharsets.UTF_8),
                    null))
        .isPresent();
  }

  /** Neither the store, nor a log, nor what a node answered shows a secret. */
  void assertNoSecret() {
    if (database != null) {
      String dump = Database.dump(setup.store());
      assertThat(dump).as("the dump has the bindings").contains("your-shop.example.com");
      assertThat(Leaks.in(dump)).as("a secret in the table").isFalse();
    }
    assertThat(Leaks.below(directory)).as("files that show a secret").isEmpty();
    for (NodeProcess node : nodes) {
      assertThat(node.lines().stream().filter(Leaks::in)).as("answers with a secret").isEmpty();
    }
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
    try {
      host.close();
    } finally {
      store.close();
      sage.close();
    }
  }
}
