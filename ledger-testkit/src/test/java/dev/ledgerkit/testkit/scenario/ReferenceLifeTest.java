package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ReferenceChange;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A day and more in the life of reference data: restarts, nodes, outages, many bindings. */
class ReferenceLifeTest extends ReferenceNodes {
  @Test
  void restart_readsTheSnapshot_andCallsNobody() {
    ReferenceData fetched = connected(node());
    clock.advance(Duration.ofHours(5));

    CaffeineReferenceCache restarted = node();
    CompletableFuture<ReferenceData> read = CompletableFuture.completedFuture(load(restarted));

    assertThat(read.join()).isEqualTo(fetched);
    assertThat(read.join().age(clock.instant())).isEqualTo(Duration.ofHours(5));
    assertThat(asked).hasSize(1);
  }

  @Test
  void aDayOld_isServedAtOnce_andRefreshedBehindTheReader() {
    CaffeineReferenceCache node = node();
    ReferenceData old = connected(node);
    clock.advance(DAY.plus(SPREAD));

    assertThat(node.get(shop)).isEqualTo(old);
    assertThat(asked).hasSize(1);
    runTasks();

    assertThat(asked).hasSize(2);
    assertThat(node.get(shop).age(clock.instant())).isZero();
  }

  @Test
  void age_isNotPutOffByReading() {
    CaffeineReferenceCache node = node();
    connected(node);
    for (int hour = 0; hour < 26; hour++) {
      clock.advance(Duration.ofHours(1));
      node.get(shop);
      runTasks();
    }

    assertThat(asked).hasSize(2);
  }

  @Test
  void twoNodes_oneFetches_theOtherFindsIt() {
    CaffeineReferenceCache one = node();
    CaffeineReferenceCache two = node();
    connected(one);
    load(two);
    clock.advance(DAY.plus(SPREAD));

    one.get(shop);
    two.get(shop);
    runTasks();
    clock.advance(Duration.ofMinutes(10));
    two.get(shop);
    runTasks();

    assertThat(asked).hasSize(2);
    assertThat(two.get(shop)).isEqualTo(one.get(shop));
  }

  @Test
  void manualRefresh_isLearnedByOtherNodesWithTheNextPoll() {
    CaffeineReferenceCache one = node();
    CaffeineReferenceCache two = node();
    connected(one);
    load(two);
    two.poll();
    clock.advance(Duration.ofMinutes(1));
    rates = List.of(rate("REDUCED", "Reduced", true));
    ReferenceData fresh = finish(one.prefetch(shop));

    two.poll();

    assertThat(two.get(shop)).isEqualTo(fresh);
  }

  @Test
  void forgotten_isForgottenOnOtherNodesWithTheNextPoll() {
    CaffeineReferenceCache one = node();
    CaffeineReferenceCache two = node();
    connected(one);
    load(two);
    one.forget(shop);
    two.poll();
    asked.clear();

    load(two);

    assertThat(asked).hasSize(1);
  }

  @Test
  void forgotten_whileTheFirstFetchRuns_isNotBroughtBack() {
    CaffeineReferenceCache node = node();
    CompletableFuture<ReferenceData> fetch = node.prefetch(shop);
    node.forget(shop);
    finish(fetch);

    clock.advance(DAY.plus(SPREAD));

    assertThat(node.refreshDue(10)).isZero();
    assertThat(loads(node, shop)).isTrue();
    assertThat(asked).hasSize(2);
  }

  @Test
  void outageOf36Hours_settingsAreServed_fewCallsAreMade_andOneRecovers() {
    CaffeineReferenceCache one = node();
    CaffeineReferenceCache two = node();
    ReferenceData old = connected(one);
    load(two);
    clock.advance(Duration.ofHours(23));
    asked.clear();
    down = true;
    for (int minute = 0; minute < 36 * 60; minute++) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(one.get(shop)).isEqualTo(old);
      assertThat(two.get(shop)).isEqualTo(old);
      runTasks();
    }
    assertThat(one.get(shop).age(clock.instant())).isEqualTo(Duration.ofHours(59));
    assertThat(asked.size()).as("calls in 35 hours of outage").isBetween(30, 90);

    down = false;
    asked.clear();
    for (int minute = 0; minute < 120; minute++) {
      clock.advance(Duration.ofMinutes(1));
      one.get(shop);
      two.get(shop);
      runTasks();
    }

    assertThat(asked).hasSize(1);
    assertThat(two.get(shop)).isEqualTo(one.get(shop)).isNotEqualTo(old);
  }

  @Test
  void fiveThousandFetchedInOneMinute_areNotFetchedTogetherAgain_andNoReaderWaits() {
    List<BindingId> shops = ids("shop-", 5000);
    CaffeineReferenceCache node = node();
    List<CompletableFuture<ReferenceData>> connects = shops.stream().map(node::prefetch).toList();
    runTasks();
    connects.forEach(CompletableFuture::join);
    clock.advance(DAY);
    asked.clear();

    int most = 0;
    for (int minute = 0; minute < 60; minute++) {
      clock.advance(Duration.ofMinutes(1));
      shops.forEach(node::get); // returns: nothing runs until the next line
      int before = asked.size();
      runTasks();
      most = Math.max(most, asked.size() - before);
    }

    assertThat(asked).hasSize(5000).doesNotHaveDuplicates();
    assertThat(most).as("fetches in the busiest minute, of 83 on average").isLessThan(125);
  }

  @Test
  void readAgainWhileItWaitsForItsTurn_isFetchedOnce() {
    CaffeineReferenceCache node = node(10_000, 1);
    List<BindingId> shops = ids("shop-", 20);
    shops.forEach(id -> finish(node.prefetch(id)));
    clock.advance(DAY.plus(SPREAD));
    asked.clear();

    for (int read = 0; read < 4; read++) {
      shops.forEach(node::get);
      clock.advance(Duration.ofMinutes(6));
    }
    runTasks();

    assertThat(asked).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void sweep_refreshesWhatNobodyReads_andAFailureIsInNobodysWay() {
    CaffeineReferenceCache node = node();
    BindingId dead = new BindingId("dead");
    connected(node);
    finish(node.prefetch(dead));
    clock.advance(DAY.plus(SPREAD));
    asked.clear();
    down = true;
    assertThat(node.refreshDue(1)).isEqualTo(1);
    runTasks();
    down = false;

    assertThat(node.refreshDue(1)).isEqualTo(1);
    runTasks();

    assertThat(new HashSet<>(asked)).isEqualTo(Set.of(shop, dead));
    assertThat(node.refreshDue(1)).isZero();
  }

  @Test
  void whatAppearedVanishedWasRenamedOrSwitched_isTold_once() {
    rates =
        List.of(
            rate("KEPT", "Kept", true),
            rate("GONE", "Gone", true),
            rate("NAMED", "Old name", true),
            rate("OFF", "Switched", true));
    CaffeineReferenceCache node = node();
    connected(node);
    assertThat(events).isEmpty();
    rates =
        List.of(
            rate("KEPT", "Kept", true),
            rate("NAMED", "New name", true),
            rate("OFF", "Switched", false),
            rate("NEW", "New", true));
    clock.advance(Duration.ofMinutes(1));

    finish(node().prefetch(shop)); // of another node, which has nothing in memory
    finish(node.prefetch(shop));

    assertThat(events).hasSize(1);
    assertThat(((LedgerEvent.ReferenceDataChanged) events.get(0)).changes())
        .containsExactlyInAnyOrder(
            new ReferenceChange("tax_rates", "GONE", ReferenceChange.What.VANISHED, "Gone", ""),
            new ReferenceChange(
                "tax_rates", "NAMED", ReferenceChange.What.RENAMED, "Old name", "New name"),
            new ReferenceChange(
                "tax_rates", "OFF", ReferenceChange.What.SWITCHED, "Switched", "Switched"),
            new ReferenceChange("tax_rates", "NEW", ReferenceChange.What.APPEARED, "", "New"));
  }

  @Test
  void memory_isBounded_whatIsReadStays_andWhatWasPutOutComesBackFromTheStore() {
    CaffeineReferenceCache small = node(100, 8);
    List<BindingId> regulars = ids("regular-", 20);
    List<BindingId> others = ids("other-", 300);
    regulars.forEach(id -> finish(small.prefetch(id)));
    others.forEach(id -> finish(small.prefetch(id)));
    asked.clear();
    long reloads = 0;
    for (int round = 0; round < 5; round++) {
      for (BindingId other : others) {
        loads(small, other);
        clock.advance(Duration.ofSeconds(30)); // a use is noted every minute, which must do
        reloads += regulars.stream().filter(id -> loads(small, id)).count();
      }
    }
    assertThat(reloads).as("once each, having been put out unread").isLessThan(30L);
    assertThat(others.stream().filter(id -> loads(small, id)).count()).isBetween(200L, 300L);
    assertThat(asked).isEmpty();
  }

  @Test
  void settingsThatMakeNoSense_areRefused() {
    assertThatThrownBy(() -> node(0, 8)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> node(10, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 refreshes");
  }
}
