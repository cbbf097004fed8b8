package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.freeagent.books.Answers;
import dev.ledgerkit.testkit.wire.RateWindow;
import dev.ledgerkit.testkit.wire.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The provider's limits: by user and company, reset at the top of the minute and of the hour. */
final class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int IN_TEST = 5;

  private final FreeAgentSettings settings;
  private final RateWindow address;
  private final Map<String, User> users = new ConcurrentHashMap<>();

  private record User(RateWindow minute, RateWindow hour, RateWindow refreshes) {}

  Limits(FreeAgentSettings settings) {
    this.settings = settings;
    this.address = RateWindow.onTheClock(settings.perAddress, MINUTE);
  }

  private User user(String key) {
    return users.computeIfAbsent(
        key,
        k ->
            new User(
                RateWindow.onTheClock(settings.perMinute, MINUTE),
                RateWindow.onTheClock(settings.perHour, Duration.ofHours(1)),
                RateWindow.onTheClock(settings.refreshesPerMinute, MINUTE)));
  }

  /** Empty if the call may pass. A practice is counted for each of its clients. */
  Optional<WireReply> call(Reach reach, String subdomain, boolean inTest, Instant now) {
    User user = user(reach.userId() + "@" + subdomain);
    int permits =
        inTest && settings.sandbox
            ? Math.min(IN_TEST, user.minute().permits())
            : user.minute().permits();
    return refusal(user.minute(), permits, now)
        .or(() -> refusal(user.hour(), user.hour().permits(), now))
        .or(() -> refusal(address, address.permits(), now));
  }

  /** Empty if the refresh may pass. */
  Optional<WireReply> refresh(Reach reach, Instant now) {
    RateWindow refreshes = user(reach.userId() + "@" + reach.subdomain()).refreshes();
    return refusal(refreshes, refreshes.permits(), now);
  }

  private static Optional<WireReply> refusal(RateWindow window, int permits, Instant now) {
    long wait = window.waitSeconds(now, permits);
    return wait == 0
        ? Optional.empty()
        : Optional.of(
            Answers.plain(
                    429,
                    "You must not exceed "
                        + permits
                        + " requests per "
                        + window.window().toSeconds()
                        + " seconds")
                .with("Retry-After", Long.toString(wait)));
  }
}
