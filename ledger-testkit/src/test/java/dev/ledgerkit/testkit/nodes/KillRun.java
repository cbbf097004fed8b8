package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Kills nodes on one cluster, one after another, and lets a survivor say what was lost.
 *
 * <p>A grant counts as lost when the survivor cannot call with it. What may be lost is measured,
 * not assumed: the provider gave a pair, and no new pair is on record.
 */
final class KillRun {
  private static final int KILLED = 137;
  private static final int OUTSIDE_BINDINGS = 8;

  /** From the command: a new process needs as long as that for its first refreshes. */
  private static final int OUTSIDE_MILLIS = 1_000;

  /** From the first refresh of a storm: most of the others are under way then. */
  private static final int STORM_MILLIS = 60;

  /** Started ahead, so that one node starts while another dies. */
  private static final int AHEAD = 2;

  /**
   * Where a node dies.
   *
   * @param step as {@link Steps} knows it
   * @param nth the how-manieth time it is passed
   * @param refusedFirst whether the provider answers the first attempt with 503
   * @param lostIfStrict whether a provider that forgets the old token at once costs the grant
   */
  record Place(String name, String step, int nth, boolean refusedFirst, boolean lostIfStrict) {
    static Place of(String step, boolean lost) {
      return new Place(step, step, 1, false, lost);
    }

    static Place afterRefusal(String name, String step, int nth, boolean lost) {
      return new Place(name, step, nth, true, lost);
    }
  }

  static final List<Place> PLACES =
      List.of(
          Place.of("load:before", false),
          Place.of("load:after", false),
          Place.of("lease:before", false),
          Place.of("lease:after", false),
          Place.of("journal:before", false),
          Place.of("journal:after", false),
          Place.of("call:before", false),
          Place.of("wire:before", false),
          Place.of("wire:after", true),
          Place.of("call:after", true),
          Place.of("save:before", true),
          Place.of("save:after", false),
          Place.of("release:before", false),
          Place.of("release:after", false),
          Place.afterRefusal("clear:before", "journal:before", 2, false),
          Place.afterRefusal("clear:after", "journal:after", 2, false),
          Place.afterRefusal("renew:before", "renew:before", 1, false),
          Place.afterRefusal("renew:after", "renew:after", 1, false),
          Place.afterRefusal("journal again:before", "journal:before", 3, false),
          Place.afterRefusal("journal again:after", "journal:after", 3, false),
          Place.afterRefusal("wire again:before", "wire:before", 2, false),
          Place.afterRefusal("wire again:after", "wire:after", 2, true));

  /** The answer is on its way when the node is killed. */
  static final String ANSWER_UNDER_WAY = "answer under way";

  static final String OUTSIDE = "outside, any time";

  /** One line of the table. */
  static final class Tally {
    int kills;
    int refreshes;
    int lost;
    final Map<String, Integer> causes = new TreeMap<>();
  }

  private final Cluster cluster;
  private final boolean strict;
  private final boolean leaseDiesWithProcess;
  private final Random random;
  private final NodeProcess survivor;
  private final String id;
  private final List<String> many;
  private final Deque<NodeProcess> ready = new ArrayDeque<>();
  private final Map<String, Tally> table = new TreeMap<>();

  KillRun(Cluster cluster, boolean strict, boolean leaseDiesWithProcess, long seed)
      throws IOException {
    this.cluster = cluster;
    this.strict = strict;
    this.leaseDiesWithProcess = leaseDiesWithProcess;
    this.random = new Random(seed);
    this.survivor = cluster.start();
    this.id = cluster.connect(1).get(0);
    this.many = cluster.connect(OUTSIDE_BINDINGS);
  }

  Map<String, Tally> table() {
    return table;
  }

  private NodeProcess victim() throws IOException {
    while (ready.size() < AHEAD) {
      ready.add(cluster.start());
    }
    return ready.remove().awaitEvent("ready");
  }

  /** Inside, at one place. */
  void at(Place place) throws IOException {
    NodeProcess victim = victim();
    killing(
        place.name(),
        List.of(id),
        place.lostIfStrict(),
        () -> {
          if (place.refusedFirst()) {
            cluster.sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(503, 0));
          }
          assertThat(victim.ask("halt-at " + place.step() + " " + place.nth())).isEqualTo("armed");
          CompletableFuture<String> answer = victim.send("load " + id);
          assertThat(victim.awaitExit()).as(place.name()).isEqualTo(KILLED);
          NodeProcess.get(answer);
        });
  }

  /** From outside, when the provider has done its work and the node does not know. */
  void whileTheAnswerIsUnderWay() throws IOException {
    NodeProcess victim = victim();
    killing(
        ANSWER_UNDER_WAY,
        List.of(id),
        true,
        () -> {
          int before = cluster.sage.seen().refreshesAccepted();
          cluster.sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.slow(Duration.ofSeconds(1)));
          CompletableFuture<String> answer = victim.send("load " + id);
          Waits.until("a refresh", () -> cluster.sage.seen().refreshesAccepted() > before);
          assertThat(victim.kill()).isEqualTo(KILLED);
          assertThat(NodeProcess.get(answer)).isEqualTo(NodeProcess.DIED);
        });
  }

  /** From outside, at no particular place, with many refreshes under way. */
  void outside() throws IOException {
    NodeProcess victim = victim();
    killing(
        OUTSIDE,
        many,
        null,
        () -> {
          CompletableFuture<String> answer = victim.send("storm 2 " + String.join(" ", many));
          if (random.nextInt(4) == 0) {
            Waits.real(random.nextInt(OUTSIDE_MILLIS));
          } else {
            int before = cluster.sage.seen().refreshesAccepted();
            Waits.until("a refresh", () -> cluster.sage.seen().refreshesAccepted() > before);
            Waits.real(random.nextInt(STORM_MILLIS));
          }
          assertThat(victim.kill()).isEqualTo(KILLED);
          NodeProcess.get(answer);
        });
  }

  private void killing(String name, List<String> ids, @Nullable Boolean lossIsSure, Runnable kill) {
    List<Long> before = cluster.epochs(ids);
    int accepted = cluster.sage.seen().refreshesAccepted();
    cluster.advance(Cluster.EXPIRY);
    kill.run();
    if (!leaseDiesWithProcess) {
      cluster.advance(Cluster.LEASE);
    }

    List<String> lost = new ArrayList<>();
    Tally tally = table.computeIfAbsent(name, line -> new Tally());
    for (String answer : List.of(survivor.ask("calls " + String.join(" ", ids)).split(" "))) {
      String what = answer.substring(answer.indexOf('=') + 1);
      if (!what.equals("ok")) {
        lost.add(answer.substring(0, answer.indexOf('=')));
        tally.causes.merge(what.replace("failed_", ""), 1, Integer::sum);
      }
    }
    List<Long> after = cluster.epochs(ids);
    int renewed = 0;
    for (int i = 0; i < ids.size(); i++) {
      renewed += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    int bought = cluster.sage.seen().refreshesAccepted() - accepted;
    tally.kills++;
    tally.refreshes += bought;
    tally.lost += lost.size();

    assertThat(renewed + lost.size()).as("%s: renewed or lost", name).isEqualTo(ids.size());
    if (strict) {
      assertThat(bought).as("%s: each pair is on record or lost", name).isEqualTo(ids.size());
    } else {
      assertThat(lost).as("%s: lost although the provider gives grace", name).isEmpty();
    }
    if (lossIsSure != null) {
      assertThat(lost.isEmpty()).as("%s: nothing lost", name).isEqualTo(!(strict && lossIsSure));
    }
    assertThat(tally.causes.keySet()).as(name).isSubsetOf("LOST_REPLY");
    for (String dead : lost) {
      assertThat(survivor.ask("status " + dead)).isEqualTo("RECONNECT_REQUIRED");
      cluster.connect(dead);
    }
    if (!lost.isEmpty()) {
      survivor.ask("poll");
    }
  }
}
