package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.RefreshSettings;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a node needs to know, in the order of its command line. The client's secret is not among it:
 * it goes through the environment.
 *
 * @param clock the file that holds the time
 * @param store a JDBC URL, or a directory
 * @param keys the file of the master keys
 * @param pooled whether connections are kept; the pool here does not notice dead ones
 * @param uris of the simulator: base, authorize, token, revoke
 */
record NodeSetup(
    Path clock,
    String store,
    boolean pooled,
    Path keys,
    List<URI> uris,
    String clientId,
    Secret secret,
    Duration callDeadline) {
  static final String SECRET = "NODE_CLIENT_SECRET";
  private static final int CONNECTIONS = 16;

  static NodeSetup of(
      SageSimulator sage,
      Path clock,
      String store,
      boolean pooled,
      Path keys,
      Duration callDeadline) {
    return new NodeSetup(
        clock,
        store,
        pooled,
        keys,
        List.of(sage.baseUri(), sage.authorizeUri(), sage.tokenUri(), sage.revokeUri()),
        sage.clientId(),
        sage.clientSecret(),
        callDeadline);
  }

  static NodeSetup parse(String[] args, Secret secret) {
    return new NodeSetup(
        Path.of(args[0]),
        args[1],
        Boolean.parseBoolean(args[2]),
        Path.of(args[3]),
        List.of(args).subList(4, 8).stream().map(URI::create).toList(),
        args[8],
        secret,
        Duration.parse(args[9]));
  }

  List<String> arguments() {
    return List.of(
        clock.toString(),
        store,
        Boolean.toString(pooled),
        keys.toString(),
        uris.get(0).toString(),
        uris.get(1).toString(),
        uris.get(2).toString(),
        uris.get(3).toString(),
        clientId,
        callDeadline.toString());
  }

  SageProvider provider() {
    return SageProvider.builder(clientId, secret)
        .endpoints(SageEndpoints.at(uris.get(0)).withOauth(uris.get(1), uris.get(2), uris.get(3)))
        .refreshesPerMinute(1_000_000)
        .build();
  }

  RefreshSettings settings() {
    RefreshSettings usual = RefreshSettings.DEFAULT;
    return new RefreshSettings(callDeadline, usual.waitAtMost(), usual.aheadAtMost(), usual.skew());
  }

  /** Opens the store; what it says of time is the shared clock, never this node's own error. */
  Opened open(NodeClock trueTime) {
    if (!store.startsWith("jdbc:")) {
      return new Opened(new FileRecordStore(Path.of(store), trueTime), null);
    }
    if (!pooled) {
      PGSimpleDataSource each = new PGSimpleDataSource();
      each.setURL(store);
      return new Opened(new JdbcRecordStore(each), null);
    }
    PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
    connections.setUrl(store);
    JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
    pool.setMaxConnections(CONNECTIONS);
    return new Opened(new JdbcRecordStore(pool), pool);
  }

  /** A store, and the pool under it if it is a database's. */
  record Opened(RecordStore records, @Nullable JdbcConnectionPool pool) implements AutoCloseable {
    @Override
    public void close() {
      if (pool != null) {
        pool.dispose();
      }
    }
  }

  /** Ledger on that store, as a host wires it. */
  Ledger ledger(
      RecordStore records, UnaryOperator<TokenVault> around, UnaryOperator<Ledger.Builder> more) {
    Bindings own = new Bindings(records);
    TokenVault vault = new EncryptedTokenVault(records, MasterKeys.fromFile(keys), own);
    return more.apply(
            Ledger.builder(records, around.apply(vault))
                .provider(provider())
                .refreshSettings(settings()))
        .build();
  }

  static BindingId binding(String id) {
    return new BindingId(id);
  }
}
