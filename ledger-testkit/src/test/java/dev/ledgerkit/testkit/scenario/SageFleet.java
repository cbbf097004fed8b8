package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenEndpoint;
import dev.ledgerkit.core.oauth.TokenReply;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;

/** Many bindings, connected with two calls each and without their lists. */
final class SageFleet {
  private static final OkHttpClient HTTP = new OkHttpClient();

  private SageFleet() {}

  /** Each with a grant of its own. */
  static List<BindingId> connected(Host host, VirtualClock clock, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> connected(host, number, grant(host.sage, host.simulator, clock)))
        .toList();
  }

  static OauthToken grant(SageProvider sage, SageSimulator simulator, VirtualClock clock) {
    URI consent =
        sage.consentUri(new ConsentRequest("UK", Host.CALLBACK, "full_access", "sim-state", null));
    ConsentAnswer answer = sage.consentAnswer(simulator.approve(consent));
    TokenReply reply =
        new TokenEndpoint(HTTP, clock, Duration.ofSeconds(30))
            .exchange(
                sage.oauthClient("UK"),
                ((ConsentAnswer.Granted) answer).code(),
                Host.CALLBACK,
                null);
    return ((TokenReply.Granted) reply).token();
  }

  static BindingId connected(Host host, int number, OauthToken grant) {
    BindingId id = new BindingId("fleet-" + number);
    host.ledger.bindings().create(id, new Installation("Magento", "shop-" + number), "Sage", "UK");
    host.vault.store(id, grant);
    Business business = new Business(host.simulator.businessIds().get(0), "Business");
    host.ledger
        .bindings()
        .change(id, now -> now.with(BindingStatus.CONNECTED, business, now.updatedAt()));
    return id;
  }

  /** The most of these moments that lie within one minute. */
  static int mostInAMinute(Collection<Instant> moments) {
    List<Instant> times = moments.stream().sorted().toList();
    int most = 0;
    int from = 0;
    for (int to = 0; to < times.size(); to++) {
      while (!times.get(to).isBefore(times.get(from).plus(Duration.ofMinutes(1)))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }
}
