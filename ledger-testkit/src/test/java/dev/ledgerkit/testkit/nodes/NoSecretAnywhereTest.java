package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After everything that can go wrong with a token, none is in the store, in a log at its most
 * talkative, or in the text of an exception. The other tests here end with the same look.
 */
class NoSecretAnywhereTest {
  /** Beyond what a failure is remembered for. */
  private static final Duration FORGIVEN = Duration.ofSeconds(31);

  @TempDir Path directory;

  @Test
  void postgres_holdsNoSecret_norDoesALog() throws Exception {
    try (Database database = new Database(directory.resolve("data"));
        Cluster cluster = Cluster.onUnsteadyPostgres(directory.resolve("nodes"), database)) {
      suffer(cluster);
      cluster.assertNoSecret();
      assertThat(cluster.logs()).contains("LOST_REPLY", "invalid_client", "token refreshed");

      database.stop();
      assertThat(Leaks.below(directory.resolve("data"))).as("the database's own files").isEmpty();

      database.startAgain();
      cluster.putInClear("sim-rt-in-clear");
      assertThatThrownBy(cluster::assertNoSecret).isInstanceOf(AssertionError.class);
      database.stop();
      assertThat(Leaks.below(directory.resolve("data"))).as("they can show one").isNotEmpty();
    }
  }

  @Test
  void files_holdNoSecret_norDoesALog() throws Exception {
    try (Cluster cluster =
        Cluster.onFiles(directory.resolve("nodes"), sage -> sage.realisticTokenLength(true))) {
      suffer(cluster);
      cluster.assertNoSecret();

      cluster.putInClear("sim-at-in-clear");
      assertThatThrownBy(cluster::assertNoSecret).isInstanceOf(AssertionError.class);
    }
  }

  private static void suffer(Cluster cluster) throws Exception {
    NodeProcess node = cluster.start("trace");
    List<String> ids = cluster.connect(2);
    String id = ids.get(0);
    for (Fault fault :
        List.of(
            Fault.status(503),
            Fault.status(429, 1),
            Fault.nonJson(502),
            Fault.reset(),
            Fault.loseRequest(),
            Fault.reply(200, "application/json", "{\"access_token\":7}"),
            Fault.reply(401, "application/json", "{\"error\":\"invalid_client\"}"))) {
      cluster.advance(Cluster.EXPIRY);
      cluster.sage.script().on(Endpoint.TOKEN_REFRESH).then(fault);
      node.ask("call " + id);
      cluster.advance(FORGIVEN);
      assertThat(node.ask("call " + id)).as("after %s", fault).isEqualTo("ok");
    }
    cluster.sage.rejectAccessTokens();
    assertThat(node.ask("call " + id)).isEqualTo("ok");

    cluster.advance(Cluster.EXPIRY);
    node.ask("halt-at save:before 1");
    assertThat(node.ask("load " + id)).isEqualTo(NodeProcess.DIED);
    cluster.advance(Cluster.LEASE);
    NodeProcess other = cluster.start("trace");
    assertThat(other.ask("call " + id)).isEqualTo("failed LOST_REPLY");
    cluster.sage.revokeAllGrants();
    assertThat(other.ask("call " + ids.get(1))).isEqualTo("failed REVOKED");
  }
}
