package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.sage.SageSimulatorBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes die while the grant is being refused. It is gone then whatever they do; what counts is the
 * cause that the survivor tells the merchant.
 */
class KillAfterRefusalTest {
  private static final int KILLED = 137;
  private static final String LOST_REPLY = "LOST_REPLY";
  private static final String REVOKED = "REVOKED";

  /** The second load is the one that doubts the refusal, the second journal entry the verdict. */
  private static final Map<String, String> REFUSAL =
      Map.of(
          "reread:before", "load:before 2",
          "reread:after", "load:after 2",
          "condemn:before", "journal:before 2",
          "condemn:after", "journal:after 2");

  @TempDir Path directory;

  /**
   * From the journal to the verdict an attempt without an answer is on record. Whether the provider
   * has rotated for it or refused it, only the dead process knew.
   */
  @Test
  void merchantRevoked_andTheNodeDies_isToldApartUnlessAnAttemptIsOpen() throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("load:after 1", REVOKED);
    expected.put("lease:after 1", REVOKED);
    expected.put("journal:before 1", REVOKED);
    expected.put("journal:after 1", LOST_REPLY);
    expected.put("wire:after 1", LOST_REPLY);
    expected.put(REFUSAL.get("reread:before"), LOST_REPLY);
    expected.put(REFUSAL.get("reread:after"), LOST_REPLY);
    expected.put(REFUSAL.get("condemn:before"), LOST_REPLY);
    expected.put(REFUSAL.get("condemn:after"), REVOKED);
    onFiles(
        sage -> sage,
        (cluster, survivor) -> {
          for (Map.Entry<String, String> place : expected.entrySet()) {
            String id = cluster.connect(1).get(0);
            cluster.advance(Cluster.EXPIRY);
            cluster.sage.revokeAllGrants();
            dieAt(cluster, place.getKey(), id);

            assertThat(survivor.ask("load " + id))
                .as(place.getKey())
                .isEqualTo("failed " + place.getValue());
            assertThat(survivor.ask("status " + id)).isEqualTo("RECONNECT_REQUIRED");
          }
        });
  }

  /** One node loses the reply, and the next dies while it is refused for that. */
  @Test
  void replyLost_andTheNextNodeDiesOverTheRefusal_staysALostReply() throws Exception {
    for (boolean revokesOnReuse : new boolean[] {false, true}) {
      onFiles(
          sage -> sage.revokeGrantOnReuse(revokesOnReuse),
          (cluster, survivor) -> {
            for (String step : REFUSAL.values()) {
              String id = cluster.connect(1).get(0);
              cluster.advance(Cluster.EXPIRY);
              dieAt(cluster, "wire:after 1", id);
              dieAt(cluster, step, id);

              assertThat(survivor.ask("load " + id)).as(step).isEqualTo("failed LOST_REPLY");
            }
            int alive = revokesOnReuse ? 0 : REFUSAL.size();
            assertThat(cluster.sage.liveGrants()).as("at the provider").isEqualTo(alive);
          });
    }
  }

  private static void dieAt(Cluster cluster, String step, String id) throws Exception {
    try (NodeProcess victim = cluster.start()) {
      victim.awaitEvent("ready");
      assertThat(victim.ask("halt-at " + step)).isEqualTo("armed");
      CompletableFuture<String> answer = victim.send("load " + id);
      assertThat(victim.awaitExit()).as(step).isEqualTo(KILLED);
      assertThat(NodeProcess.get(answer)).isEqualTo(NodeProcess.DIED);
    }
  }

  private interface Run {
    void on(Cluster cluster, NodeProcess survivor) throws Exception;
  }

  private void onFiles(UnaryOperator<SageSimulatorBuilder> provider, Run run) throws Exception {
    Path own = directory.resolve("run" + directory.toFile().list().length);
    try (Cluster cluster = Cluster.onFiles(own, provider)) {
      NodeProcess survivor = cluster.start();
      survivor.awaitEvent("ready");
      run.on(cluster, survivor);
      cluster.assertNoSecret();
    }
  }
}
