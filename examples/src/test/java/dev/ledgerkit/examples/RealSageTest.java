package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageRegion;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way that is walked with the real service, with a simulator in its place. */
class RealSageTest {
  private final SageSimulator simulator =
      SageSimulator.builder()
          .business("b-one", "First Ltd", "GB")
          .business("b-two", "Second Ltd", "GB")
          .start();
  private final Console console = new Console();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void walk_withoutLeaveToWrite_onlyReads() throws IOException {
    int code = console.walk(sage("", false, simulator::approve));

    assertThat(console.err()).isEmpty();
    assertThat(code).isEqualTo(Quickstart.DONE);
    assertThat(console.out())
        .containsSubsequence("First Ltd, for the life", "How long tokens live", "revoked at Sage")
        .contains("Nothing was written.")
        .doesNotContain("Create a contact", "sim-");
    assertThat(simulator.seen().calls().keySet()).noneMatch(call -> call.startsWith("POST /"));
  }

  @Test
  void walk_withLeaveToWrite_writesToTheBusinessThatWasNamed() throws IOException {
    int code = console.walk(sage("Second Ltd", true, simulator::approve));

    assertThat(console.err()).isEmpty();
    assertThat(code).isEqualTo(Quickstart.DONE);
    assertThat(console.out()).contains("PAID, outstanding 0.00").doesNotContain("sim-");
    assertThat(simulator.ids("b-one", "sales_invoices")).isEmpty();
    assertThat(simulator.ids("b-two", "sales_invoices")).hasSize(1);
  }

  @Test
  void walk_withLeaveToWriteAndNoBusinessNamed_asksWhichAndGivesTheGrantBack() throws IOException {
    int code = console.walk(sage("", true, simulator::approve));

    assertThat(code).isEqualTo(Quickstart.STOPPED);
    assertThat(console.err()).contains("First Ltd (b-one), Second Ltd (b-two)").hasLineCount(1);
    assertThat(simulator.liveGrants()).isZero();
  }

  @Test
  void walk_merchantDeclines_stopsInOneLine() throws IOException {
    int code = console.walk(sage("", false, simulator::deny));

    assertThat(code).isEqualTo(Quickstart.STOPPED);
    assertThat(console.err()).contains("declined: access_denied").hasLineCount(1);
  }

  private RealSage sage(String business, boolean writes, UnaryOperator<URI> merchant)
      throws IOException {
    Configuration configuration =
        new Configuration(
            simulator.clientId(),
            simulator.clientSecret(),
            SageEndpoints.at(simulator.baseUri()),
            SageRegion.UK,
            freeRedirect(),
            business,
            writes);
    return new RealSage(configuration, url -> visit(merchant.apply(url)));
  }

  /** What the merchant's browser does with the redirect. */
  private static void visit(URI callback) {
    OkHttpClient browser = new OkHttpClient();
    try (Response page =
        browser.newCall(new Request.Builder().url(callback.toString()).build()).execute()) {
      assertThat(page.body().string()).contains("Thank you.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URI freeRedirect() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return URI.create("http://localhost:" + free.getLocalPort() + "/callback");
    }
  }
}
