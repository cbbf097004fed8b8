package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RotationTest {
  private final VirtualClock clock = new VirtualClock();

  @Test
  void refresh_twiceWithOneToken_secondIsInvalidGrantAndCounted() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);

      assertThat(client.refresh().status()).isEqualTo(200);
      assertThat(client.refresh().text()).isEqualTo("{\"error\":\"invalid_grant\"}");

      Seen seen = sage.seen();
      assertThat(seen.refreshesAccepted()).isEqualTo(1);
      assertThat(seen.refreshesRejected()).isEqualTo(1);
      assertThat(seen.reuseDetected()).isEqualTo(1);
    }
  }

  @Test
  void refresh_spentTokenAgain_successorStillWorksUnlessGrantDies() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);
      Client.Answer next = client.refresh();
      client.refresh();
      assertThat(client.refresh(next.at("/refresh_token")).status()).isEqualTo(200);
    }
    try (SageSimulator sage =
        SageSimulator.builder().clock(clock).revokeGrantOnReuse(true).start()) {
      Client client = Client.connected(sage);
      Client.Answer next = client.refresh();
      client.refresh();
      assertThat(client.refresh(next.at("/refresh_token")).status()).isEqualTo(400);
      client.access = next.at("/access_token");
      assertThat(client.get("/user").status()).isEqualTo(401);
      assertThat(sage.liveGrants()).isZero();
    }
  }

  @Test
  void refresh_manyAtOnceWithOneToken_exactlyOneWins() throws Exception {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);
      CyclicBarrier together = new CyclicBarrier(8);
      List<CompletableFuture<Integer>> racers = new ArrayList<>();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      for (int i = 0; i < 8; i++) {
        racers.add(CompletableFuture.supplyAsync(() -> refreshAfter(together, client), threads));
      }
      List<Integer> statuses = racers.stream().map(CompletableFuture::join).toList();
      threads.shutdown();

      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(sage.seen().reuseDetected()).isEqualTo(7);
    }
  }

  private static int refreshAfter(CyclicBarrier together, Client client) {
    try {
      together.await();
      return client.refresh().status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refresh_withinGraceTime_givesAnotherPair() throws IOException {
    try (SageSimulator sage =
        SageSimulator.builder().clock(clock).graceTime(Duration.ofSeconds(10)).start()) {
      Client client = Client.connected(sage);
      client.refresh();
      clock.advance(Duration.ofSeconds(9));
      assertThat(client.refresh().status()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
      assertThat(client.refresh().status()).isEqualTo(400);
    }
  }

  @Test
  void refresh_after31Days_isInvalidGrant() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);
      clock.advance(Duration.ofDays(31).minusSeconds(1));
      client.adopt(client.refresh());
      assertThat(client.refresh).startsWith("sim-rt-");
      clock.advance(Duration.ofDays(31));
      assertThat(client.refresh().at("/error")).isEqualTo("invalid_grant");
      assertThat(sage.seen().reuseDetected()).isZero();
    }
  }

  @Test
  void revoke_refreshToken_endsGrantButAccessTokenLivesOn() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);

      Client.Answer answer = client.form(sage.revokeUri(), Map.of("token", client.refresh));

      assertThat(answer.text()).isEqualTo("{\"success\":\"ok\"}");
      assertThat(client.get("/user").status()).isEqualTo(200);
      assertThat(client.refresh().at("/error")).isEqualTo("invalid_grant");
      assertThat(sage.seen().revokes()).isEqualTo(1);
    }
  }

  @Test
  void revokeAllGrants_byTheUser_killsAccessAndRefresh() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);

      sage.revokeAllGrants();

      assertThat(client.get("/user").at("/0/$dataCode")).isEqualTo("AuthorizationFailure");
      assertThat(client.refresh().at("/error")).isEqualTo("invalid_grant");
    }
  }

  @Test
  void rejectAccessTokens_freshToken_is401UntilRefreshed() throws IOException {
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start()) {
      Client client = Client.connected(sage);
      sage.rejectAccessTokens();
      assertThat(client.get("/user").status()).isEqualTo(401);
      client.adopt(client.refresh());
      assertThat(client.get("/user").status()).isEqualTo(200);
    }
  }
}
