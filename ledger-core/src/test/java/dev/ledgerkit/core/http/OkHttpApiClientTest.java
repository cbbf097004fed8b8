package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Building and closing. */
class OkHttpApiClientTest extends PipelineTestBase {

  private void refused(UnaryOperator<OkHttpApiClient.Builder> bad, String... named) {
    assertThatThrownBy(() -> bad.apply(pipeline()).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(named);
  }

  @Test
  void build_badValue_isRefusedByName() {
    refused(b -> b.callDeadline(Duration.ZERO), "callDeadline", "PT0S");
    refused(b -> b.callDeadline(Duration.ofDays(2)), "callDeadline", "PT48H");
    refused(b -> b.attemptTimeout(Duration.ofSeconds(-1)), "attemptTimeout", "PT-1S");
    refused(b -> b.maxAttempts(0), "maxAttempts", "0");
    refused(b -> b.maxResponseBytes(0), "maxResponseBytes", "0");
    refused(b -> b.maxResponseBytes(1L << 32), "maxResponseBytes", "4294967296");
  }

  @Test
  void close_ofAHostsClient_leavesItAlone() {
    OkHttpClient host = new OkHttpClient();
    ok();
    OkHttpApiClient api = pipeline(host, server.url("/v3").uri()).build();
    api.call(SHOP, READ);
    api.close();
    assertThat(host.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(host.connectionPool().connectionCount()).isEqualTo(1);
  }

  @Test
  void call_afterClose_isRefused() {
    OkHttpApiClient api = pipeline().build();
    api.close();
    api.close();
    assertThat(failure(api, READ, ConfigurationException.class))
        .hasMessageContaining("Ledger or API client")
        .hasMessageContaining("closed")
        .hasMessageNotContaining("OkHttp");
  }

  @Test
  void close_ofItsOwnClient_dropsTheConnections() throws Exception {
    ok();
    FixedDialect dialect = new FixedDialect(server.url("/v3").uri(), limits);
    try (OkHttpApiClient api =
        OkHttpApiClient.builder(id -> new ApiRoute(binding(id), dialect, "app"), tokens).build()) {
      assertThat(api.call(SHOP, READ).status()).isEqualTo(200);
    }
    assertThat(taken().getMethod()).isEqualTo("GET");
  }
}
