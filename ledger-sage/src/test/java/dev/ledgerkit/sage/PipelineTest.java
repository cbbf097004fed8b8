package dev.ledgerkit.sage;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.http.ApiRoute;
import dev.ledgerkit.core.http.OkHttpApiClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client that goes the whole way of a call, repeating without a pause. */
abstract class PipelineTest extends WireTest {
  SageClient client;
  private OkHttpApiClient pipeline;

  @BeforeEach
  void lay() {
    pipeline =
        OkHttpApiClient.builder(id -> new ApiRoute(binding, provider.api(), "id"), new OneToken())
            .jitter(() -> 0.0)
            .build();
    client = provider.client(pipeline, binding);
  }

  @AfterEach
  void lift() {
    pipeline.close();
  }

  private static final class OneToken implements TokenSource {
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    @Override
    public OauthToken loadFresh(BindingId id) {
      return new OauthToken(
          Secret.of("sim-at-1"), Secret.of("sim-rt-1"), LATER, LATER, "", Instant.EPOCH);
    }

    @Override
    public OauthToken loadFresh(BindingId id, OauthToken rejected) {
      return rejected;
    }

    @Override
    public void forget(BindingId id) {}
  }
}
