package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that are told the wrong time, and lease holders that sleep past their lease. */
class ClockAndStallTest {
  private static final int BINDINGS = 4;
  private static final int ROUNDS = 5;
  private static final int STOPS = Integer.getInteger("ledger.stops", 3);

  /** A call's deadline is real time, whatever the clock says. */
  private static final Duration SHORT_CALL = Duration.ofSeconds(1);

  /** Beyond what a failure is remembered for. */
  private static final Duration FORGIVEN = Duration.ofSeconds(31);

  private static final long BEYOND_THE_CALL = 1_300;

  @TempDir static Path directory;
  private static Database database;
  private static int clusters;

  @BeforeAll
  static void startDatabase() throws IOException {
    database = new Database(directory.resolve("data"));
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    database.close();
  }

  private static Path fresh() {
    return directory.resolve("nodes" + clusters++);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, -10})
  void clockTenMinutesWrong_thenRight_callsWorkAndNothingIsRenewedTwice(long minutes)
      throws Exception {
    // any old token that is spent would end the grant
    try (Cluster cluster =
        Cluster.onPostgres(fresh(), database, sage -> sage.revokeGrantOnReuse(true))) {
      List<String> ids = cluster.connect(BINDINGS);
      NodeProcess right = cluster.start();
      NodeProcess wrong = cluster.start();
      int needless = 0;
      for (long error : new long[] {minutes, -minutes, 0}) {
        wrong.ask("clock-error " + TimeUnit.MINUTES.toMillis(error));
        for (int round = 0; round < ROUNDS; round++) {
          cluster.advance(Cluster.EXPIRY);
          int before = cluster.sage.seen().refreshesAccepted();
          List<CompletableFuture<String>> calls =
              Stream.of(right, wrong)
                  .map(node -> node.send("calls " + String.join(" ", ids)))
                  .toList();
          for (CompletableFuture<String> call : calls) {
            assertThat(NodeProcess.get(call).split(" "))
                .hasSize(BINDINGS)
                .allMatch(answer -> answer.endsWith("=ok"));
          }
          int refreshes = cluster.sage.seen().refreshesAccepted() - before;
          needless += refreshes - BINDINGS;
          assertThat(refreshes)
              .as("clock wrong by %d min, round %d", error, round)
              .isBetween(BINDINGS, 2 * BINDINGS);
        }
      }
      System.out.printf(
          "CLOCK %d, then %d, then 0 min wrong: %d expiries, %d needless refreshes%n",
          minutes, -minutes, 3 * ROUNDS * BINDINGS, needless);
      assertThat(needless)
          .as("once a binding for each time it was set")
          .isLessThanOrEqualTo(3 * BINDINGS);
      assertThat(cluster.sage.seen().refreshesRejected()).isZero();
      assertThat(cluster.sage.liveGrants()).isEqualTo(BINDINGS);
    }
  }

  @Test
  void holderStalled_beforeTheWire_neverSpendsTheOldToken() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(fresh(), database, sage -> sage.revokeGrantOnReuse(true))) {
      String id = cluster.connect(1).get(0);
      NodeProcess holder = cluster.start();
      NodeProcess other = cluster.start();
      for (String step :
          List.of(
              "load:after",
              "lease:before",
              "lease:after",
              "journal:before",
              "journal:after",
              "call:before",
              "wire:before")) {
        CompletableFuture<String> answer = stall(cluster, holder, step, id);
        cluster.advance(Cluster.LEASE);
        assertThat(other.ask("call " + id)).as("other, %s", step).isEqualTo("ok");
        String onRecord = cluster.onRecord(id);
        holder.ask("resume");

        assertThat(NodeProcess.get(answer)).as("holder, %s", step).satisfies(sameOrLater(onRecord));
        cluster.advance(FORGIVEN);
        assertThat(holder.ask("call " + id)).as("holder, %s", step).isEqualTo("ok");
        assertThat(cluster.onRecord(id)).isEqualTo(onRecord);
        assertThat(cluster.sage.seen().reuseDetected()).as("spent twice, %s", step).isZero();
        assertThat(cluster.sage.liveGrants()).isEqualTo(1);
      }
    }
  }

  /** The whole process sleeps, its timers too: the last moment before the token goes out. */
  @Test
  void processStopped_rightBeforeTheWire_neverSpendsTheOldToken() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(fresh(), database, SHORT_CALL, sage -> sage.revokeGrantOnReuse(true))) {
      String id = cluster.connect(1).get(0);
      NodeProcess holder = cluster.start();
      NodeProcess other = cluster.start();
      for (int time = 1; time <= STOPS; time++) {
        cluster.clock.flag(0);
        int stalls = holder.events("stalled");
        cluster.advance(Cluster.EXPIRY);
        holder.ask("spin-at wire:before 1");
        CompletableFuture<String> answer = holder.send("load " + id);
        Waits.until("a stall", () -> holder.events("stalled") > stalls);
        signal(holder, "-STOP");
        Waits.real(BEYOND_THE_CALL);
        cluster.advance(Cluster.LEASE);
        assertThat(other.ask("call " + id)).isEqualTo("ok");
        String onRecord = cluster.onRecord(id);
        cluster.clock.flag(1);
        signal(holder, "-CONT");

        assertThat(NodeProcess.get(answer)).as("time %d", time).satisfies(sameOrLater(onRecord));
        assertThat(cluster.sage.seen().reuseDetected()).as("time %d", time).isZero();
        cluster.advance(FORGIVEN);
        assertThat(holder.ask("call " + id)).isEqualTo("ok");
      }
    }
  }

  @Test
  void holderStalled_afterTheAnswer_strictProvider_lateSaveHeals() throws Exception {
    try (Cluster cluster = Cluster.onPostgres(fresh(), database, sage -> sage)) {
      String id = cluster.connect(1).get(0);
      NodeProcess holder = cluster.start();
      NodeProcess other = cluster.start();
      for (String step : List.of("wire:after", "call:after", "save:before")) {
        CompletableFuture<String> answer = stall(cluster, holder, step, id);
        cluster.advance(Cluster.LEASE);
        assertThat(other.ask("call " + id)).as(step).isEqualTo("failed LOST_REPLY");
        assertThat(other.ask("status " + id)).isEqualTo("RECONNECT_REQUIRED");
        holder.ask("resume");

        assertThat(NodeProcess.get(answer)).as(step).isEqualTo(cluster.onRecord(id));
        assertThat(holder.ask("call " + id)).isEqualTo("ok");
        assertThat(holder.ask("status " + id)).as("status, %s", step).isEqualTo("CONNECTED");
        other.ask("poll");
        assertThat(other.ask("call " + id)).as("other, %s", step).isEqualTo("ok");
      }
      assertThat(holder.events("PairDropped")).isZero();
    }
  }

  @Test
  void holderStalled_afterTheAnswer_providerWithGrace_itsLateSaveIsRefused() throws Exception {
    try (Cluster cluster =
        Cluster.onPostgres(fresh(), database, sage -> sage.graceTime(Duration.ofMinutes(10)))) {
      String id = cluster.connect(1).get(0);
      NodeProcess holder = cluster.start();
      NodeProcess other = cluster.start();
      int drops = 0;
      for (String step : List.of("wire:after", "call:after", "save:before")) {
        CompletableFuture<String> answer = stall(cluster, holder, step, id);
        cluster.advance(Cluster.LEASE);
        assertThat(other.ask("call " + id)).as(step).isEqualTo("ok");
        String onRecord = cluster.onRecord(id);
        holder.ask("resume");

        assertThat(NodeProcess.get(answer)).as(step).isEqualTo(onRecord);
        assertThat(cluster.onRecord(id)).as(step).isEqualTo(onRecord);
        assertThat(holder.events("PairDropped")).isEqualTo(++drops);
        assertThat(holder.ask("call " + id)).isEqualTo("ok");
      }
    }
  }

  /** The token is dead, and the holder stops at {@code step} on its way to another. */
  private static CompletableFuture<String> stall(
      Cluster cluster, NodeProcess holder, String step, String id) {
    int stalls = holder.events("stalled");
    cluster.advance(Cluster.EXPIRY);
    holder.ask("stall-at " + step + " 1");
    CompletableFuture<String> answer = holder.send("load " + id);
    Waits.until("a stall at " + step, () -> holder.events("stalled") > stalls);
    return answer;
  }

  /** A call that was cut is a passing failure; its caller comes again. */
  private static Consumer<String> sameOrLater(String onRecord) {
    return answer -> {
      if (!answer.startsWith("failed ProviderUnavailableException")) {
        assertThat(answer).isEqualTo(onRecord);
      }
    };
  }

  private static void signal(NodeProcess node, String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(node.pid())).start();
    assertThat(kill.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
