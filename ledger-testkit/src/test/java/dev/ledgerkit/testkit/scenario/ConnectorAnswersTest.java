package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.InitiateOAuth;
import dev.ledgerkit.connector.PropertiesRefusedException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.connect.ConnectionReport.Check;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a connection: the two fixed answers, and typed errors that name a remedy. */
class ConnectorAnswersTest {
  @TempDir Path home;

  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator =
      SageSimulator.builder()
          .clock(clock)
          .business("b-one", "First Ltd", "GB")
          .business("b-two", "Second Ltd", "GB")
          .start();
  private final Desk desk = new Desk(simulator);
  private final Map<String, String> form = new HashMap<>();

  @BeforeEach
  void fillIn() {
    form.putAll(ConnectorTest.getAndRefresh(desk.form(home)));
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void severalBusinesses_noneNamed_areListed_andNamingOneNeedsNoSecondConsent() {
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Business: several are reached")
        .hasMessageContaining("First Ltd (b-one), Second Ltd (b-two)");

    form.put("Business", "second ltd");
    try (Connection connection = open()) {
      assertThat(connection.binding().business().id()).isEqualTo("b-two");
      assertThat(connection.test().message()).isEqualTo("connection available");
    }
    assertThat(desk.asked).hasValue(1);
  }

  @Test
  void business_changedLater_isRefusedWithTheWayOut() {
    form.put("Business", "b-one");
    open().close();
    form.put("Business", "b-two");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("bound to First Ltd (b-one) for good")
        .hasMessageContaining("ConnectionName");

    form.put("Business", "nowhere");
    form.put("ConnectionName", "other");
    assertThatThrownBy(this::open).hasMessageContaining("'nowhere' is none of them");
  }

  @Test
  void wrongClientSecret_isNamedBeforeAnybodyIsAsked() {
    form.put("OAuthClientSecret", "sim-secret-wrong");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OAuthClientId, OAuthClientSecret")
        .hasMessageNotContaining("sim-secret-wrong");
    ConnectionTest test = test();
    assertThat(test.answer()).isEqualTo("Connection unavailable");
    assertThat(test.cause()).contains("invalid_client");
    assertThat(desk.asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFF", "REFRESH", "GETANDREFRESH"})
  void endpointThatAnswersHtml_isNamed_andGetsNoToken(String initiate) {
    StringBuilder got = new StringBuilder();
    try (MockWebServer page = new MockWebServer()) {
      page.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              got.append(request.getBody() == null ? "" : request.getBody().utf8());
              return new MockResponse.Builder()
                  .addHeader("Content-Type", "text/html")
                  .body("<html>welcome</html>")
                  .build();
            }
          });
      page.start();
      form.put("InitiateOAuth", initiate);
      form.put("Endpoint", "http://127.0.0.1:" + page.getPort());
      form.put("OAuthAccessToken", "sim-at-given");
      form.put("OAuthRefreshToken", "sim-rt-given");

      assertThatThrownBy(this::open)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Endpoint: http://127.0.0.1:" + page.getPort())
          .hasMessageContaining("text/html")
          .hasMessageContaining("correct Endpoint");
      assertThat(test().message()).startsWith("Connection unavailable: Endpoint: ");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(got.toString()).doesNotContain("sim-rt-given");
    assertThat(desk.asked).hasValue(0);
  }

  @Test
  void serverDown_isUnavailable_alsoWhenSomethingIsSaved() {
    form.put("Business", "b-one");
    assertThat(test().message()).isEqualTo("connection available");
    form.put("ConnectionName", "new");
    simulator.close();

    assertThatThrownBy(this::open).isInstanceOf(ProviderUnavailableException.class);
    assertDown(test());
    form.remove("ConnectionName");
    assertDown(test());
  }

  private static void assertDown(ConnectionTest test) {
    assertThat(test.answer()).isEqualTo("Connection unavailable");
    assertThat(test.cause()).contains("127.0.0.1 does not answer");
    assertThat(test.remedy()).contains("provider is down");
    assertThat(test.report().orElseThrow().failure().orElseThrow().check()).isEqualTo(Check.TLS);
  }

  @Test
  void providerInTrouble_isNoMistakeOfConfiguration() {
    simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.status(503));

    assertThatThrownBy(this::open).isInstanceOf(ProviderUnavailableException.class);
    assertThat(desk.asked).hasValue(0);
  }

  @Test
  void portOfTheCallbackTaken_isNamedBeforeTheBrowserOpens() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(desk.callback.getPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Port " + desk.callback.getPort());
    }
    assertThat(desk.asked).hasValue(0);
  }

  @Test
  void callbackThatIsElsewhere_cannotBeCaughtHere_butPasted() {
    form.put("CallbackURL", "https://host.example.com/callback");
    form.put("Business", "b-one");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("https://host.example.com/callback");
  }

  @Test
  void unknownProviderRegionOrScope_isNamedBeforeAnyCall() {
    form.put("Provider", "Sago");
    assertRefused(
        "Provider: 'Sago' is unknown; there are FreeAgent, Sage, and the nearest is Sage");
    form.put("Provider", "FreeAgent");
    form.put("Region", "Mars");
    assertRefused("Region: FreeAgent environment 'Mars'");
    form.put("Provider", "Sage");
    assertRefused("Region: Sage region 'Mars'");
    form.remove("Region");
    form.put("OAuthScope", "everything");
    assertRefused("OAuthScope");
    assertThat(simulator.seen().calls()).isEmpty();
  }

  @Test
  void wrongNameAndWrongValues_areSaidAtOnce() {
    form.put("OAuthTimeuot", "20");
    form.put("Region", "Mars");
    form.put("OAuthScope", "everything");
    form.put("Timeout", "0");

    assertThatThrownBy(() -> desk.connector(clock).properties(form))
        .isInstanceOfSatisfying(
            PropertiesRefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactlyInAnyOrder("OAuthTimeuot", "Region", "OAuthScope", "Timeout"));
    form.put("Provider", "Sago");
    assertThatThrownBy(() -> desk.connector(clock).properties(form))
        .hasMessageContaining("OAuthTimeuot: there is no such property")
        .hasMessageContaining("Provider: 'Sago' is unknown");
    form.remove("Provider");
    assertThatThrownBy(() -> desk.connector(clock).properties(form))
        .hasMessageContaining("Provider: missing or blank")
        .hasMessageNotContaining("''");
    assertThat(simulator.seen().calls()).isEmpty();
  }

  @Test
  void properties_nothingWrong_openTheConnection() {
    form.put("Business", "b-one");

    try (Connection connection =
        desk.connector(clock).open(desk.connector(clock).properties(form))) {
      assertThat(connection.test().available()).isTrue();
    }
  }

  @Test
  void provider_ofAnotherType_isRefusedNamingBoth() {
    form.put("Business", "b-one");

    try (Connection connection = open()) {
      assertThatThrownBy(() -> connection.provider(FreeAgentProvider.class))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("is to Sage")
          .hasMessageContaining("no FreeAgentProvider")
          .hasMessageContaining("SageProvider.class");
    }
  }

  @Test
  void whatOthersSay_isEndedOnce() {
    form.put("OAuthClientSecret", "sim-secret-wrong");
    assertThatThrownBy(this::open)
        .hasMessageContaining("wrong client secret; give the pair")
        .hasMessageNotContaining(".;");
    form.put("Region", "Mars");
    assertThatThrownBy(this::open)
        .hasMessageContaining("Region: Sage region 'Mars'")
        .hasMessageNotContaining(". [");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::open)
        .isInstanceOf(PropertiesRefusedException.class)
        .hasMessageContaining(why);
  }

  @Test
  void settingsEverybodyMayWrite_areRefused() throws IOException {
    assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path open = Files.createDirectory(home.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    form.put("OAuthSettingsLocation", open.toString());

    assertRefused("OAuthSettingsLocation");
  }

  @Test
  void keyGone_isSaidAndNothingIsOverwritten() throws IOException {
    form.put("Business", "b-one");
    open().close();
    Files.delete(home.resolve("connection-keys.json"));

    assertThatThrownBy(this::open)
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("not in the keyset");
    assertThat(desk.asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(InitiateOAuth.class)
  void authorize_isForGrants(InitiateOAuth initiate) {
    form.put("InitiateOAuth", initiate.name());
    form.put("OAuthAccessToken", "sim-at-given");
    if (initiate == InitiateOAuth.OFF) {
      assertThatThrownBy(() -> desk.connector(clock).authorize(ConnectionProperties.of(form)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("InitiateOAuth");
    } else {
      try (var authorization = desk.connector(clock).authorize(ConnectionProperties.of(form))) {
        assertThat(authorization.url().getQuery()).contains("code_challenge");
        assertThat(authorization.expiresAt()).isEqualTo(clock.instant().plusSeconds(600));
      }
    }
  }

  @Test
  void freeAgent_exchangesAndRefreshesAsWell() {
    try (FreeAgentSimulator other = FreeAgentSimulator.builder().clock(clock).start()) {
      Map<String, String> properties = new HashMap<>(form);
      properties.put("Provider", "freeagent");
      properties.put("Endpoint", other.baseUri().toString());
      properties.put("OAuthClientId", other.clientId());
      properties.put("OAuthClientSecret", other.clientSecret().reveal());
      Desk studio = new Desk(simulator, other::approve);
      for (int run = 0; run < 3; run++) {
        try (Connection connection =
            studio.connector(clock).open(ConnectionProperties.of(properties))) {
          assertThat(connection.provider(FreeAgentProvider.class).name()).isEqualTo("FreeAgent");
          assertThat(connection.test().message()).isEqualTo("connection available");
        }
        clock.advance(Duration.ofMinutes(40));
      }
      assertThat(studio.asked).hasValue(1);
      assertThat(other.seen().refreshesAccepted()).isEqualTo(1);
    }
  }

  private Connection open() {
    return desk.connector(clock).open(ConnectionProperties.of(form));
  }

  private ConnectionTest test() {
    return desk.connector(clock).test(ConnectionProperties.of(form));
  }
}
