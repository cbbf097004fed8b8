package dev.ledgerkit.benchmarks.contender;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.ClientAuthentication;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.MasterKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;

/** Ledger's token source over a vault in memory, or a sealed one, with one binding or many. */
public final class LedgerContender implements Contender {
  private final RefreshingTokenSource source;
  private final List<BindingId> ids;
  private final Runnable atEnd;

  private LedgerContender(
      URI tokenUri,
      int count,
      Instant accessExpiresAt,
      Bindings bindings,
      TokenVault vault,
      Runnable atEnd) {
    this.atEnd = atEnd;
    OauthClient client =
        new OauthClient(
            "client",
            Secret.of("not-a-secret"),
            ClientAuthentication.BODY,
            tokenUri,
            tokenUri,
            null,
            Duration.ofDays(31),
            600);
    this.source = RefreshingTokenSource.builder(vault, bindings, id -> client).build();
    this.ids = IntStream.range(0, count).mapToObj(LedgerContender::id).toList();
    for (BindingId id : ids) {
      bindings.create(id, new Installation("Benchmark", id.value()), "none", "none");
      vault.store(
          id,
          new OauthToken(
              Secret.of("at-0"),
              Secret.of(TokenServer.FIRST_REFRESH_TOKEN),
              accessExpiresAt,
              Instant.now().plus(Duration.ofDays(31)),
              "",
              accessExpiresAt.minus(Duration.ofHours(1))));
    }
  }

  /** One binding whose token has expired. */
  public static LedgerContender expired(URI tokenUri) {
    Bindings bindings = new Bindings(new InMemoryRecordStore());
    return expired(tokenUri, bindings, new InMemoryTokenVault(), () -> {});
  }

  /** The same, over an encrypted vault in memory. */
  public static LedgerContender sealed(URI tokenUri) {
    return sealed(tokenUri, new InMemoryRecordStore(), () -> {});
  }

  /** The same, over an encrypted vault in an H2 database. */
  public static LedgerContender sealedInDatabase(URI tokenUri) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    JdbcRecordStore store = new JdbcRecordStore(pool);
    store.createSchema();
    return sealed(tokenUri, store, pool::dispose);
  }

  private static LedgerContender sealed(URI tokenUri, RecordStore store, Runnable atEnd) {
    Bindings bindings = new Bindings(store);
    TokenVault vault = new EncryptedTokenVault(store, MasterKeys.generate(), bindings);
    return expired(tokenUri, bindings, vault, atEnd);
  }

  private static LedgerContender expired(
      URI tokenUri, Bindings bindings, TokenVault vault, Runnable atEnd) {
    return new LedgerContender(tokenUri, 1, Instant.now().minusSeconds(60), bindings, vault, atEnd);
  }

  /** {@code count} bindings whose tokens are good for an hour and in memory already. */
  public static LedgerContender fresh(int count) {
    LedgerContender fresh =
        new LedgerContender(
            URI.create("http://127.0.0.1:1/token"),
            count,
            Instant.now().plusSeconds(3600),
            new Bindings(new InMemoryRecordStore()),
            new InMemoryTokenVault(),
            () -> {});
    fresh.ids.forEach(fresh.source::loadFresh);
    return fresh;
  }

  /** The id of the binding with this number: equal each time, never the same object. */
  public static BindingId id(int number) {
    return new BindingId("binding-%08d".formatted(number));
  }

  /** As a host asks. */
  public OauthToken loadFresh(BindingId id) {
    return source.loadFresh(id);
  }

  @Override
  public String token() {
    return source.loadFresh(ids.get(0)).accessToken().reveal();
  }

  @Override
  public String refreshAgain() {
    OauthToken now = source.loadFresh(ids.get(0));
    return source.loadFresh(ids.get(0), now).accessToken().reveal();
  }

  @Override
  public void close() {
    source.close();
    atEnd.run();
  }
}
