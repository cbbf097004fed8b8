package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes, one store: every expiry costs one refresh, whoever asks.
 *
 * <p>Longer by {@code -Dledger.nodes}, {@code -Dledger.bindings} and {@code -Dledger.expiries} (of
 * all bindings together), and {@code -Dledger.file.expiries}:
 *
 * <pre>
 * mvn test -Dquick -pl ledger-testkit -am -Dtest=ManyNodesTest -Dsurefire.failIfNoSpecifiedTests=false
 *   -Dledger.nodes=4 -Dledger.bindings=200 -Dledger.expiries=20000 -Dledger.file.expiries=2000
 *   -Djunit.jupiter.execution.timeout.default=1h
 * </pre>
 */
class ManyNodesTest {
  private static final int CALLERS = 3;

  @TempDir Path directory;

  @Test
  void postgres_everyExpiry_costsOneRefresh() throws Exception {
    int bindings = Integer.getInteger("ledger.bindings", 20);
    try (Database database = new Database(directory.resolve("data"));
        Cluster cluster = Cluster.onPostgres(directory.resolve("nodes"), database, sage -> sage)) {
      race(
          cluster,
          Integer.getInteger("ledger.nodes", 3),
          bindings,
          Integer.getInteger("ledger.expiries", 25 * bindings) / bindings);
    }
  }

  @Test
  void files_everyExpiry_costsOneRefresh() throws Exception {
    try (Cluster cluster = Cluster.onFiles(directory.resolve("nodes"), sage -> sage)) {
      race(cluster, 2, 10, Integer.getInteger("ledger.file.expiries", 100) / 10);
    }
  }

  private static void race(Cluster cluster, int count, int bindings, int rounds) throws Exception {
    List<String> ids = cluster.connect(bindings);
    List<NodeProcess> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(cluster.start());
    }
    nodes.forEach(node -> node.awaitEvent("ready"));
    long began = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      cluster.advance(Cluster.EXPIRY);
      List<CompletableFuture<String>> answers =
          nodes.stream()
              .map(node -> node.send("storm " + CALLERS + " " + String.join(" ", ids)))
              .toList();

      Set<String> tokens = new HashSet<>();
      for (CompletableFuture<String> answer : answers) {
        tokens.addAll(List.of(NodeProcess.get(answer).split(" ")));
      }
      assertThat(tokens).as("one token for each binding, on every node").hasSize(bindings);
      assertThat(tokens).noneMatch(token -> token.contains("failed") || token.equals("died"));
      assertThat(cluster.sage.seen().refreshesAccepted()).isEqualTo(round * bindings);
    }
    assertThat(cluster.sage.seen().refreshesRejected()).isZero();
    assertThat(cluster.sage.seen().reuseDetected()).isZero();
    assertThat(cluster.sage.liveGrants()).isEqualTo(bindings);
    System.out.printf(
        "%d nodes, %d bindings, %d expiries, %d callers: %d refreshes, 0 failed, %.1f s%n",
        count,
        bindings,
        rounds * bindings,
        count * CALLERS * bindings * rounds,
        cluster.sage.seen().refreshesAccepted(),
        (System.nanoTime() - began) / 1e9);
    cluster.assertNoSecret();
  }
}
