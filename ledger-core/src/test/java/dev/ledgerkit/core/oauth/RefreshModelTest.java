package dev.ledgerkit.core.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.oauth.ModelWorld.Faults;
import dev.ledgerkit.core.oauth.ModelWorld.Host;
import dev.ledgerkit.core.oauth.ModelWorld.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes, every order in which their steps can meet, with crashes, stalls past the lease, lost
 * requests and replies, an outage of the store, a revoking user, disconnect and reconnect at every
 * point.
 */
class RefreshModelTest {

  static List<Arguments> worlds() {
    List<Arguments> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.add(Arguments.of(kind, new Faults(0, 0, 0, 0, 0, 0)));
      all.add(Arguments.of(kind, new Faults(2, 0, 0, 0, 0, 0)));
      all.add(Arguments.of(kind, new Faults(0, 2, 0, 0, 0, 0)));
      all.add(Arguments.of(kind, new Faults(0, 0, 2, 1, 0, 0)));
      all.add(Arguments.of(kind, new Faults(0, 0, 1, 0, 0, 2)));
      all.add(Arguments.of(kind, new Faults(1, 1, 1, 1, 1, 0)));
      all.add(Arguments.of(kind, new Faults(1, 1, 1, 0, 0, 1)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyInterleaving_keepsTheInvariants(Kind kind, Faults faults) {
    ModelWorld start = ModelWorld.start(kind, faults);
    Map<ModelWorld, Came> seen = new HashMap<>();
    seen.put(start, new Came(null, "start"));
    Deque<ModelWorld> todo = new ArrayDeque<>(List.of(start));
    boolean refreshed = false;
    while (!todo.isEmpty()) {
      ModelWorld world = todo.remove();
      Optional<String> broken = broken(world);
      if (broken.isPresent()) {
        throw new AssertionError(broken.get() + "\n  " + trace(seen, world));
      }
      VaultedToken record = world.vault().record();
      refreshed |= record != null && ModelWorld.number(record.token()) == 2;
      for (ModelSteps.Step step : ModelSteps.from(world)) {
        if (seen.putIfAbsent(step.after(), new Came(world, step.what())) == null) {
          todo.add(step.after());
        }
      }
    }
    assertThat(refreshed).as("some order gets past the first pair").isTrue();
    assertThat(seen.size()).as("worlds explored").isGreaterThan(10);
    System.out.printf("model kind=%s %s worlds=%d%n", kind, faults, seen.size());
  }

  private static Optional<String> broken(ModelWorld world) {
    VaultedToken record = world.vault().record();
    if (record == null) {
      return world.host() == Host.DISCONNECTED
          ? Optional.empty()
          : Optional.of("the pair vanished though nobody disconnected");
    }
    if (world.host() == Host.DISCONNECTED) {
      return Optional.of("a disconnected binding came back");
    }
    boolean userRevoked = world.provider().userRevoked();
    ReconnectCause verdict = record.verdict().orElse(null);
    int onRecord = ModelWorld.number(record.token());
    boolean usable = world.provider().takes(onRecord);
    boolean evidence = !record.journal().isEmpty();
    if (verdict == ReconnectCause.REVOKED && !userRevoked) {
      return Optional.of("REVOKED though the user revoked nothing");
    }
    if (world.quiet() && verdict == null && onRecord != 1 && !usable && !userRevoked && !evidence) {
      return Optional.of("the record holds a pair the provider refuses, and says connected");
    }
    if (verdict == ReconnectCause.LOST_REPLY && world.provider().kind() == Kind.GRACE) {
      return userRevoked
          ? Optional.empty()
          : Optional.of("a grant was lost although the provider has a grace time");
    }
    if (verdict == ReconnectCause.LOST_REPLY && !world.window() && !userRevoked) {
      return Optional.of("LOST_REPLY without a lost reply or a crash in the window");
    }
    if (world.provider().minted() > 2 && !world.window() && world.host() == Host.CONNECTED) {
      return Optional.of("two rotations for one expiry without a fault");
    }
    if (world.quiet() && usable && onRecord != 1 && verdict != null) {
      return Optional.of("a good pair is on record, condemned as " + verdict);
    }
    return Optional.empty();
  }

  private static String trace(Map<ModelWorld, Came> seen, ModelWorld end) {
    List<String> steps = new ArrayList<>();
    for (ModelWorld at = end; at != null; at = seen.get(at).from()) {
      steps.add(0, seen.get(at).by());
    }
    return String.join("\n  ", steps);
  }

  private record Came(@Nullable ModelWorld from, String by) {}
}
