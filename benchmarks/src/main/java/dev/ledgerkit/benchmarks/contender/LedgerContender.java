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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Ledger's token source over its in-memory vault, with one binding or many. */
public final class LedgerContender implements Contender {
  private final RefreshingTokenSource source;
  private final List<BindingId> ids;

  private LedgerContender(URI tokenUri, int count, Instant accessExpiresAt) {
    Bindings bindings = new Bindings(new InMemoryRecordStore());
    TokenVault vault = new InMemoryTokenVault();
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
    return new LedgerContender(tokenUri, 1, Instant.now().minusSeconds(60));
  }

  /** {@code count} bindings whose tokens are good for an hour and in memory already. */
  public static LedgerContender fresh(int count) {
    LedgerContender fresh =
        new LedgerContender(
            URI.create("http://127.0.0.1:1/token"), count, Instant.now().plusSeconds(3600));
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
  }
}
