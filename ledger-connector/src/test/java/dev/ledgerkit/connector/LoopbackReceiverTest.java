package dev.ledgerkit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web server that takes a callback. */
class LoopbackReceiverTest {
  private final OkHttpClient browser = new OkHttpClient();

  @Test
  void await_afterStrayRequests_givesTheFirstAnswerAsItCame() throws IOException {
    URI redirect = freeRedirect();
    try (LoopbackReceiver callback = new LoopbackReceiver(redirect)) {
      String answer = redirect + "?code=GB%2Fabc&country=GB&state=s";

      assertThat(status(redirect.resolve("/favicon.ico").toString())).isEqualTo(404);
      assertThat(status(redirect.toString())).isEqualTo(404);
      assertThat(status(redirect + "?barcode=1")).isEqualTo(404);
      assertThat(status(answer)).isEqualTo(200);
      assertThat(status(redirect + "?code=second&state=s")).isEqualTo(200);

      assertThat(callback.await(Duration.ofSeconds(5))).isEqualTo(URI.create(answer));
    }
  }

  @Test
  void await_nobodyComes_endsWithTheLimit() throws IOException {
    try (LoopbackReceiver callback = new LoopbackReceiver(freeRedirect())) {
      assertThatThrownBy(() -> callback.await(Duration.ofMillis(1)))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("Nobody came back");
    }
  }

  @Test
  void listen_portTaken_isAMistakeOfConfiguration() throws IOException {
    URI redirect = freeRedirect();
    try (LoopbackReceiver first = new LoopbackReceiver(redirect)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> new LoopbackReceiver(redirect))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Port " + redirect.getPort());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8484/callback",
        "http://localhost/callback",
        "http://host.example.com:8484/callback",
        "http://localhost:8484/callback?a=b",
        "http://[::1]:8484/callback"
      })
  void listen_elsewhere_isAMistakeOfConfiguration(String url) {
    assertThatThrownBy(() -> new LoopbackReceiver(URI.create(url)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("http://localhost:8484/callback");
  }

  private static URI freeRedirect() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return URI.create("http://localhost:" + free.getLocalPort() + "/callback");
    }
  }

  private int status(String url) throws IOException {
    try (Response response = browser.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code();
    }
  }
}
