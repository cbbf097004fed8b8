package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a token endpoint, and whatever stands before it, may say without doing harm. */
@ExtendWith(SageSimulatorExtension.class)
class TokenAnswerTest {

  @Test
  void hostInterceptorThatRepeats_isNotOnThePathOfARefresh(SageSimulator sage, VirtualClock clock) {
    List<String> intercepted = new CopyOnWriteArrayList<>();
    OkHttpClient repeating =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  intercepted.add(chain.request().url().encodedPath());
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    return chain.proceed(chain.request());
                  }
                })
            .build();
    try (Host host = Host.of(sage, clock, settings -> settings.httpClient(repeating))) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());

      reconnectRequired(host, id, ReconnectCause.LOST_REPLY);

      assertThat(intercepted).isNotEmpty().noneMatch(path -> path.contains("token"));
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().refreshesRejected()).isEqualTo(1);
    }
  }

  @Test
  void retryAfterOfAYear_isForgottenWithinMinutes(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.statusWithRetryAfter(503, "30000000"));
      assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class);

      clock.advance(Duration.ofMinutes(6));

      assertThat(host.ledger.tokens().loadFresh(id)).isNotNull();
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void answerThatRepeatsTheRequest_isCleanedInMessageEventAndLog(
      SageSimulator sage, VirtualClock clock, LogCapture log) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      String refreshToken = host.ledger.tokens().loadFresh(id).refreshToken().reveal();
      String secret = sage.clientSecret().reveal();
      clock.advance(Duration.ofMinutes(6));
      sage.script()
          .on(Endpoint.TOKEN_REFRESH)
          .then(
              Fault.reply(
                  401,
                  "application/json",
                  "{\"error\":\"invalid_client\",\"error_description\":\"got refresh_token=%s\\nclient_secret=%s\"}"
                      .formatted(refreshToken, secret)));

      Throwable refused = catchThrowable(() -> host.ledger.tokens().loadFresh(id));

      assertThat(refused)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("invalid_client")
          .hasMessageContaining("got refresh_token=***");
      assertThat(refused.getMessage()).as("one line in any log").doesNotContain("\n");
      assertThat(host.events(LedgerEvent.RefreshFailed.class)).hasSize(1);
      assertThat(List.of(withCauses(refused), host.events.toString(), log.text()))
          .noneMatch(text -> text.contains(refreshToken) || text.contains(secret));
    }
  }

  @Test
  void bare503_afterTheTokenWasSpent_isALostReply(SageSimulator sage, VirtualClock clock) {
    try (Gateway gateway = new Gateway(sage);
        Host host = Host.at(gateway.endpoints(), sage, clock, settings -> settings)) {
      BindingId id = host.connected();
      clock.advance(Duration.ofMinutes(6));
      gateway.answerNext(done -> new MockResponse.Builder().code(503).build());

      reconnectRequired(host, id, ReconnectCause.LOST_REPLY);

      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void errorFromACache_itsOldDateDoesNotMoveTheClock(SageSimulator sage, VirtualClock clock) {
    try (Gateway gateway = new Gateway(sage);
        Host host = Host.at(gateway.endpoints(), sage, clock, settings -> settings)) {
      BindingId id = host.connected();
      OauthToken old = host.ledger.tokens().loadFresh(id);
      clock.advance(Duration.ofSeconds(270));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(503));
      gateway.answerNext(
          error -> error.newBuilder().setHeader("Date", "Mon, 05 Jan 2026 08:00:00 GMT").build());
      assertThat(host.ledger.tokens().loadFresh(id)).isEqualTo(old);
      Await.until(() -> !host.events(LedgerEvent.RefreshFailed.class).isEmpty());

      clock.advance(Duration.ofMinutes(30));

      assertThat(host.ledger.tokens().loadFresh(id).accessExpiresAt()).isAfter(clock.instant());
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  @Test
  void outage_everyAttemptCountsAgainstTheBudgetOfAMinute(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      SageProvider frugal =
          SageProvider.builder(sage.clientId(), sage.clientSecret())
              .endpoints(SageEndpoints.at(sage.baseUri()))
              .refreshesPerMinute(1)
              .build();
      RefreshingTokenSource tokens =
          RefreshingTokenSource.builder(
                  host.vault, host.ledger.bindings(), any -> frugal.oauthClient("UK"))
              .clock(clock)
              .executor(Runnable::run)
              .build();
      clock.advance(Duration.ofMinutes(6));
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.outage(Duration.ofHours(1)));

      assertThatThrownBy(() -> tokens.loadFresh(id))
          .isInstanceOf(ProviderUnavailableException.class);

      assertThat(sage.seen().answered(503)).isEqualTo(1);
      tokens.close();
    }
  }

  private static void reconnectRequired(Host host, BindingId id, ReconnectCause cause) {
    assertThatThrownBy(() -> host.ledger.tokens().loadFresh(id))
        .isInstanceOfSatisfying(
            ReconnectRequiredException.class, dead -> assertThat(dead.reason()).isEqualTo(cause));
  }

  private static String withCauses(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
