package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** The one web page of the quickstart. */
class LoopbackCallbackTest {
  private final OkHttpClient browser = new OkHttpClient();

  @Test
  void await_afterStrayRequests_givesTheFirstAnswerAsItCame() throws IOException {
    URI redirect = RealSageTest.freeRedirect();
    try (LoopbackCallback callback = new LoopbackCallback(redirect)) {
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
    try (LoopbackCallback callback = new LoopbackCallback(RealSageTest.freeRedirect())) {
      assertThatThrownBy(() -> callback.await(Duration.ofMillis(1)))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("Nobody came back");
    }
  }

  @Test
  void listen_portTaken_isAMistakeOfConfiguration() throws IOException {
    URI redirect = RealSageTest.freeRedirect();
    try (LoopbackCallback first = new LoopbackCallback(redirect)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> new LoopbackCallback(redirect))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Port " + redirect.getPort());
    }
  }

  private int status(String url) throws IOException {
    try (Response response = browser.newCall(new Request.Builder().url(url).build()).execute()) {
      return response.code();
    }
  }
}
