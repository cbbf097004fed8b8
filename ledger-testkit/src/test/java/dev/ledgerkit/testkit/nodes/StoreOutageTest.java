package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away under two nodes and comes back; the provider is strict. */
class StoreOutageTest {
  private static final int BINDINGS = 5;

  /** Beyond what a failure is remembered for. */
  private static final Duration FORGIVEN = Duration.ofSeconds(31);

  @TempDir Path directory;
  private Database database;
  private Cluster cluster;
  private NodeProcess one;
  private NodeProcess other;

  @BeforeEach
  void start() throws IOException {
    database = new Database(directory.resolve("data"));
    cluster = Cluster.onUnsteadyPostgres(directory.resolve("nodes"), database);
    one = cluster.start();
    other = cluster.start();
  }

  @AfterEach
  void stop() throws IOException {
    cluster.close();
    database.close();
  }

  @Test
  void databaseDown_whileTokensExpire_nothingIsLost() throws Exception {
    List<String> ids = cluster.connect(BINDINGS);
    String storm = "storm 3 " + String.join(" ", ids);
    Set<String> old = storm(storm);
    cluster.advance(Duration.ofSeconds(245));
    database.stop();
    for (int seconds = 0; seconds < 40; seconds += 10) {
      assertThat(storm(storm)).as("the old tokens still work, so nobody fails").isEqualTo(old);
      cluster.advance(Duration.ofSeconds(10));
    }
    cluster.advance(Duration.ofSeconds(20));
    assertThat(storm(storm))
        .as("no token and no store")
        .allMatch(it -> it.contains("failed_Vault"));

    database.startAgain();
    cluster.advance(FORGIVEN);

    Set<String> renewed = storm(storm);
    assertThat(renewed).hasSize(BINDINGS).noneMatch(it -> it.contains("failed"));
    assertThat(cluster.sage.seen().refreshesAccepted()).isEqualTo(BINDINGS);
    assertThat(cluster.sage.seen().refreshesRejected()).isZero();
    cluster.assertNoSecret();
  }

  @Test
  void databaseDown_betweenRefreshAndSave_pairIsSavedAfterwardsAndReadByTheOther()
      throws Exception {
    String id = cluster.connect(1).get(0);
    one.ask("load " + id);
    other.ask("load " + id);
    cluster.advance(Cluster.EXPIRY);
    one.ask("stall-at save:before 1");
    CompletableFuture<String> answer = one.send("load " + id);
    one.awaitEvent("stalled save:before");
    database.stop();
    one.ask("resume");

    String bought = NodeProcess.get(answer);
    assertThat(bought).as("the pair works, saved or not").doesNotContain("failed");
    one.awaitEvent("SaveDelayed");
    for (int seconds = 0; seconds < 25; seconds += 5) {
      cluster.advance(Duration.ofSeconds(5));
      assertThat(one.ask("call " + id)).isEqualTo("ok");
      assertThat(other.ask("load " + id)).contains("failed VaultException");
    }
    database.startAgain();
    cluster.advance(Duration.ofSeconds(5));

    Waits.until("the save", () -> cluster.onRecord(id).equals(bought));
    cluster.advance(FORGIVEN);
    assertThat(other.ask("load " + id)).isEqualTo(bought);
    assertThat(other.ask("call " + id)).isEqualTo("ok");
    assertThat(cluster.sage.seen().refreshesAccepted()).isEqualTo(1);
    assertThat(cluster.sage.seen().refreshesRejected()).isZero();
    assertThat(one.events("PairDropped")).isZero();
    cluster.assertNoSecret();
  }

  /** What both nodes answer, without repetition. */
  private Set<String> storm(String command) {
    List<CompletableFuture<String>> answers =
        Stream.of(one, other).map(node -> node.send(command)).toList();
    Set<String> all = new HashSet<>();
    answers.forEach(answer -> all.addAll(List.of(NodeProcess.get(answer).split(" "))));
    return all;
  }
}
