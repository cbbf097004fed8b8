package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.testkit.nodes.KillRun.Place;
import dev.ledgerkit.testkit.nodes.KillRun.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes die, at every step of the protocol and at any time.
 *
 * <p>Longer by {@code -Dledger.kills}, the number for each store and provider; the seed of the
 * random ones is {@code -Dledger.seed}. Prints what was lost where. More than a thousand in all:
 *
 * <pre>
 * mvn test -Dquick -pl ledger-testkit -am -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false
 *   -Dledger.kills=208 -Djunit.jupiter.execution.timeout.default=1h
 * </pre>
 */
class KillTest {
  private static final int ROUND = KillRun.PLACES.size() + 4;

  /** Of a round: from outside, and inside around the answer. */
  private static final int ON_FILES = 6;

  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void startDatabase() throws IOException {
    database = new Database(directory.resolve("data"));
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    database.close();
  }

  @Test
  void postgres_strictProvider_losesOnlyWhatWasNeverSaved() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(directory.resolve("strict"), database, sage -> sage)) {
      kill("PostgreSQL, strict", cluster, new KillRun(cluster, true, false, seed()), ROUND);
    }
  }

  /** What the survivor sends then ends the grant at the provider; it was lost before. */
  @Test
  void postgres_providerThatRevokesOnReuse_losesOnlyWhatWasNeverSaved() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(
            directory.resolve("reuse"), database, sage -> sage.revokeGrantOnReuse(true))) {
      kill("PostgreSQL, revokes", cluster, new KillRun(cluster, true, false, seed()), ROUND);
    }
  }

  @Test
  void postgres_providerWithGrace_losesNothing() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(
            directory.resolve("grace"), database, sage -> sage.graceTime(Duration.ofMinutes(10)))) {
      kill("PostgreSQL, grace", cluster, new KillRun(cluster, false, false, seed()), ROUND);
    }
  }

  /** The lease of a killed process is free at once, so no time passes here. */
  @Test
  void files_strictProvider_losesOnlyWhatWasNeverSaved() throws Exception {
    try (Cluster cluster = Cluster.onFiles(directory.resolve("files"), sage -> sage)) {
      kill("files, strict", cluster, new KillRun(cluster, true, true, seed()), ON_FILES);
    }
  }

  @Test
  void files_providerWithGrace_losesNothing() throws Exception {
    try (Cluster cluster =
        Cluster.onFiles(
            directory.resolve("filesGrace"), sage -> sage.graceTime(Duration.ofMinutes(10)))) {
      kill("files, grace", cluster, new KillRun(cluster, false, true, seed()), ON_FILES);
    }
  }

  /** Every place in turn, with a few from outside in each round. */
  private static void kill(String title, Cluster cluster, KillRun run, int usual)
      throws IOException {
    int kills = Integer.getInteger("ledger.kills", usual);
    long began = System.nanoTime();
    try {
      for (int i = 0; i < kills; i++) {
        int turn = i % ROUND;
        if (turn < 3) {
          run.outside();
        } else if (turn == 3) {
          run.whileTheAnswerIsUnderWay();
        } else {
          Place place = KillRun.PLACES.get((turn + 4) % KillRun.PLACES.size());
          run.at(place);
        }
      }
    } finally {
      print(title, run.table(), (System.nanoTime() - began) / 1e9);
    }
    cluster.assertNoSecret();
  }

  private static void print(String title, Map<String, Tally> table, double seconds) {
    int kills = 0;
    int lost = 0;
    int refreshes = 0;
    for (Map.Entry<String, Tally> line : table.entrySet()) {
      Tally tally = line.getValue();
      System.out.printf(
          "KILLS %-19s | %-20s | %4d kills | %4d refreshes | %3d lost %s%n",
          title, line.getKey(), tally.kills, tally.refreshes, tally.lost, tally.causes);
      kills += tally.kills;
      refreshes += tally.refreshes;
      lost += tally.lost;
    }
    System.out.printf(
        "KILLS %-19s | %-20s | %4d kills | %4d refreshes | %3d lost, %.1f s%n",
        title, "all", kills, refreshes, lost, seconds);
  }

  private static long seed() {
    return Long.getLong("ledger.seed", 20261L);
  }
}
