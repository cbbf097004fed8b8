package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.LeakGuard;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.slf4j.LoggerFactory;

/** Runs test classes inside a test, and looks at how they end. */
class SageSimulatorExtensionTest {
  private static final String INSIDE = "ledger.testkit.inside";

  /** The classes below fail by design, so nothing but this test may run them. */
  static final class OnlyInside implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(INSIDE).isPresent()
          ? ConditionEvaluationResult.enabled("run by its test")
          : ConditionEvaluationResult.disabled("fails by design");
    }
  }

  @ExtendWith({OnlyInside.class, SageSimulatorExtension.class})
  static class Clean {
    @Test
    void closesWhatItOpens(SageSimulator sage, VirtualClock clock, LeakGuard leaks, LogCapture log)
        throws IOException {
      Client client = Client.connected(sage);
      leaks.watch(client.http);
      sage.script().on(Endpoint.API).then(Fault.status(503));
      assertThat(client.get("/user").status()).isEqualTo(503);
      System.out.println("the token was *** and the clock shows " + clock);
      assertThat(log.linesWith("token was \\*\\*\\*")).hasSize(1);
    }
  }

  @ExtendWith({OnlyInside.class, SageSimulatorExtension.class})
  static class Chatty {
    @Test
    void printsToStandardOut(SageSimulator sage) {
      System.out.println("connected with " + sage.clientSecret().reveal());
    }

    @Test
    void logsThroughSlf4j(SageSimulator sage) throws IOException {
      LoggerFactory.getLogger("app").warn("refresh failed for {}", Client.connected(sage).refresh);
    }

    @Test
    void logsThroughTheJdk(SageSimulator sage) throws IOException {
      Logger.getLogger("app").warning("access token " + Client.connected(sage).access);
    }

    @Test
    void printsAnEncodedCallback(SageSimulator sage) {
      System.err.println(sage.approve(new Client(sage).consentUrl(Map.of())));
    }

    @Test
    void printsAStackTraceWithACode(SageSimulator sage) {
      Client client = new Client(sage);
      String code = client.codeOf(sage.approve(client.consentUrl(Map.of())));
      new IllegalStateException("cannot exchange " + code).printStackTrace();
    }
  }

  @ExtendWith({OnlyInside.class, SageSimulatorExtension.class})
  static class Forgetful {
    @Test
    void scriptsMoreThanItMeets(SageSimulator sage) {
      sage.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());
    }
  }

  @ExtendWith(OnlyInside.class)
  static class Leaky {
    @RegisterExtension
    final SageSimulatorExtension extension =
        new SageSimulatorExtension(builder -> builder.ledgerAccounts(3));

    @Test
    void leavesAResponseOpen(SageSimulator sage) throws IOException {
      OkHttpClient http = new OkHttpClient();
      extension.watch(http);
      assertThat(sage.ids("ledger_accounts")).hasSize(3);
      assertThat(
              http.newCall(new Request.Builder().url(sage.apiBase() + "/user").build())
                  .execute()
                  .code())
          .isEqualTo(401);
    }
  }

  @ExtendWith({OnlyInside.class, SageSimulatorExtension.class})
  static class Reported {
    @Test
    void okHttpReportsALeak() {
      Logger.getLogger("okhttp3.OkHttpClient")
          .warning("A connection to x was leaked. Did you forget to close a response body?");
    }
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(INSIDE, "true")
        .selectors(selectClass(tests))
        .execute();
  }

  private static List<String> failures(Class<?> tests) {
    return run(tests).testEvents().failed().stream()
        .map(SageSimulatorExtensionTest::message)
        .toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }

  @Test
  void afterEach_cleanTest_passes() {
    run(Clean.class).testEvents().assertStatistics(stats -> stats.succeeded(1).failed(0));
  }

  @Test
  void afterEach_secretPrintedOrLogged_failsEachWithoutRepeatingIt() {
    List<String> failures = failures(Chatty.class);

    assertThat(failures).hasSize(5).allMatch(message -> message.startsWith("Secret printed:"));
    assertThat(failures).noneMatch(message -> message.matches(".*sim-(at|rt|code|secret)-.*"));
  }

  @Test
  void afterEach_scriptLeft_failsAndNamesTheFault() {
    assertThat(failures(Forgetful.class))
        .containsExactly("Scripted fault left: TOKEN_REFRESH: LoseReply[]");
  }

  @Test
  void afterEach_responseLeftOpen_fails() {
    assertThat(failures(Leaky.class))
        .containsExactly("Response leaked: 1 of 1 connections still carry an open response.");
  }

  @Test
  void afterEach_leakReportedByOkHttp_fails() {
    assertThat(failures(Reported.class)).singleElement().asString().startsWith("Response leaked:");
  }

  @Test
  void afterEach_always_restoresTheStreams() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    run(Chatty.class);
    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
  }
}
