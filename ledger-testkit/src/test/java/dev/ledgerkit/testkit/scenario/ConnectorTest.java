package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ledgerkit.connector.Authorization;
import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.connector.ConsentDeclinedException;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ConsentRefusedException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection does to get a token, and what the next one finds saved. */
class ConnectorTest {
  @TempDir Path home;

  private final VirtualClock clock = new VirtualClock();
  private final SageSimulator simulator =
      SageSimulator.builder().clock(clock).business("b-one", "First Ltd", "GB").start();
  private final Desk desk = new Desk(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void getAndRefresh_emptyDirectory_exchangesOnceThenUsesThenRefreshesWhatIsSaved()
      throws IOException {
    Path settings = home.resolve("settings");
    ConnectionProperties properties = properties(settings, "GETANDREFRESH");
    try (LogCapture log = LogCapture.open()) {
      assertThat(contacts(properties)).isPositive();
      assertThat(desk.asked).hasValue(1);
      assertThat(simulator.seen().tokenExchanges()).isEqualTo(1);
      assertThat(simulator.seen().refreshesAccepted()).isZero();

      assertThat(contacts(properties)).isPositive();
      assertThat(simulator.seen().refreshesAccepted()).isZero();

      clock.advance(Duration.ofMinutes(6));
      assertThat(contacts(properties)).isPositive();
      assertThat(simulator.seen().refreshesAccepted()).isEqualTo(1);

      assertThat(desk.asked).hasValue(1);
      assertThat(simulator.seen().tokenExchanges()).isEqualTo(1);
      assertThat(simulator.seen().reuseDetected()).isZero();
      assertThat(log.text() + properties)
          .doesNotContain("sim-at-", "sim-rt-", "sim-code-", "sim-secret-", "state=");
    }
    assertThat(desk.leaks(home)).isEmpty();
  }

  @Test
  void settings_areReadableByTheirOwnerOnly() throws IOException {
    assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path settings = home.resolve("settings");
    open(properties(settings, "GETANDREFRESH")).close();

    try (Stream<Path> files = Files.walk(settings)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .endsWith("------"));
    }
  }

  @Test
  void getAndRefresh_savedGrantRevoked_asksAgain() {
    ConnectionProperties properties = properties(home, "GETANDREFRESH");
    open(properties).close();
    simulator.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));

    assertThat(contacts(properties)).isPositive();
    assertThat(desk.asked).hasValue(2);
  }

  @Test
  void refresh_savedGrantRevoked_saysReconnectAndAsksNobody() {
    open(properties(home, "GETANDREFRESH")).close();
    simulator.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));

    for (int run = 0; run < 2; run++) {
      assertThatThrownBy(() -> open(properties(home, "REFRESH")))
          .isInstanceOfSatisfying(
              ReconnectRequiredException.class,
              e -> assertThat(e.reason()).isEqualTo(ReconnectCause.REVOKED));
    }
    assertThat(desk.asked).hasValue(1);
  }

  @Test
  void refresh_givenToken_isSpentOnceAndWhatItBecameIsSaved() throws IOException {
    String bought = boughtElsewhere();
    ConnectionProperties properties = with(home, "REFRESH", "OAuthRefreshToken", bought);

    assertThat(contacts(properties)).isPositive();
    clock.advance(Duration.ofMinutes(6));
    assertThat(contacts(properties)).isPositive();

    assertThat(desk.asked).hasValue(0);
    assertThat(simulator.seen().refreshesAccepted()).isEqualTo(2);
    assertThat(simulator.seen().reuseDetected()).isZero();
    assertThat(desk.leaks(home)).isEmpty();
  }

  @Test
  void refresh_anotherTokenGivenLater_isTakenOver() {
    contacts(with(home, "REFRESH", "OAuthRefreshToken", boughtElsewhere()));
    simulator.revokeAllGrants();
    clock.advance(Duration.ofMinutes(6));
    ConnectionProperties next = with(home, "REFRESH", "OAuthRefreshToken", boughtElsewhere());

    assertThat(contacts(next)).isPositive();
  }

  @Test
  void refresh_givenTokenRefused_saysReconnect() {
    ConnectionProperties properties =
        with(home, "REFRESH", "OAuthRefreshToken", "sim-rt-never-issued");

    assertThatThrownBy(() -> open(properties))
        .isInstanceOf(ReconnectRequiredException.class)
        .hasMessageNotContaining("sim-rt-");
  }

  @Test
  void refresh_nothingSavedAndNothingGiven_namesTheProperty() {
    assertThatThrownBy(() -> open(properties(home, "REFRESH")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OAuthRefreshToken")
        .hasMessageContaining("GETANDREFRESH");
    assertThat(simulator.seen().calls()).isEmpty();
  }

  @Test
  void off_usesTheGivenAccessToken_untilItIsRefused() {
    ConnectionProperties properties =
        ConnectionProperties.of(
            Map.of(
                "Provider", "sage",
                "Endpoint", simulator.baseUri().toString(),
                "OAuthAccessToken", accessTokenOfElsewhere()));
    try (Connection connection = open(properties)) {
      assertThat(connection.binding().business().name()).isEqualTo("First Ltd");
      assertThat(connection.test().message()).isEqualTo("connection available");

      clock.advance(Duration.ofMinutes(6));

      assertThatThrownBy(() -> count(connection))
          .isInstanceOfSatisfying(
              ReconnectRequiredException.class,
              e -> assertThat(e.reason()).isEqualTo(ReconnectCause.NOT_RENEWABLE));
      assertThat(connection.test().message())
          .startsWith("Connection unavailable: ")
          .contains("access token is refused");
    }
    assertThat(simulator.seen().refreshesAccepted()).isZero();
  }

  @Test
  void authorize_headless_takesThePastedCallback_andSavesIt() {
    ConnectionProperties properties = properties(home, "GETANDREFRESH");
    Connector connector = desk.connector(clock);
    try (Authorization authorization = connector.authorize(properties)) {
      String wrong = desk.callback + "?code=GB%2Fx&country=GB&state=of-another";
      assertThatThrownBy(() -> authorization.complete(wrong))
          .isInstanceOf(ConsentRefusedException.class);
      assertThatThrownBy(() -> authorization.complete("pasted the wrong thing"))
          .isInstanceOf(ConfigurationException.class);
      assertThat(authorization.toString()).doesNotContain("state");

      String pasted = simulator.approve(authorization.url()).toString();
      try (Connection connection = authorization.complete(pasted)) {
        assertThat(connection.binding().status()).isEqualTo(BindingStatus.CONNECTED);
      }
    }
    assertThat(contacts(properties)).isPositive();
    assertThat(desk.asked).hasValue(0);
  }

  @Test
  void prompt_inPlaceOfTheBrowser_isAskedWithTheTimeThereIs() {
    Connector connector =
        Desk.builder(clock)
            .prompt((url, callback, limit) -> simulator.approve(url).toString() + limit(limit))
            .build();

    try (Connection connection = connector.open(properties(home, "GETANDREFRESH"))) {
      assertThat(count(connection)).isPositive();
    }
  }

  private static String limit(Duration limit) {
    assertThat(limit).hasSeconds(10);
    return "";
  }

  @Test
  void getAndRefresh_personDeclines_saysSo() {
    Desk refusing = new Desk(simulator, simulator::deny);

    assertThatThrownBy(
            () ->
                refusing
                    .connector(clock)
                    .open(ConnectionProperties.of(getAndRefresh(refusing.form(home)))))
        .isInstanceOf(ConsentDeclinedException.class)
        .hasMessageContaining("access_denied");
  }

  @Test
  void getAndRefresh_nobodyComesBack_endsWithTheLimit() {
    Map<String, String> form = getAndRefresh(desk.form(home));
    form.put("OAuthTimeout", "1");
    Connector connector = Desk.builder(clock).browser(url -> {}).build();

    assertThatThrownBy(() -> connector.open(ConnectionProperties.of(form)))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Nobody came back");
  }

  @Test
  void getAndRefresh_strayCallbackFirst_waitsForThePersons() {
    Desk noisy =
        new Desk(
            simulator,
            url -> {
              URI answer = simulator.approve(url);
              String path = answer.toString().replaceAll("\\?.*", "");
              assertThat(Desk.visit(URI.create(path + "?code=GB%2Ffaked&state=guessed")))
                  .isEqualTo(200);
              return answer;
            });

    try (Connection connection =
        noisy.connector(clock).open(ConnectionProperties.of(getAndRefresh(noisy.form(home))))) {
      assertThat(count(connection)).isPositive();
    }
  }

  @Test
  void masterKeys_ofTheHost_leaveNoKeyInTheDirectory() throws IOException {
    MasterKeys keys = MasterKeys.generate();
    ConnectionProperties properties = properties(home, "GETANDREFRESH");
    for (int run = 0; run < 2; run++) {
      Desk.builder(clock).browser(desk::browse).masterKeys(keys).build().open(properties).close();
    }

    assertThat(desk.asked).hasValue(1);
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".json"));
    }
  }

  @Test
  void connections_ofOneDirectory_areKeptApart() {
    Map<String, String> second = getAndRefresh(desk.form(home));
    second.put("connection name", "second");
    open(properties(home, "GETANDREFRESH")).close();
    open(ConnectionProperties.of(second)).close();

    assertThat(desk.asked).hasValue(2);
    open(properties(home, "REFRESH")).close();
    second.put("InitiateOAuth", "refresh");
    open(ConnectionProperties.of(second)).close();
    assertThat(desk.asked).hasValue(2);
  }

  private Connection open(ConnectionProperties properties) {
    return desk.connector(clock).open(properties);
  }

  private int contacts(ConnectionProperties properties) {
    try (Connection connection = open(properties)) {
      return count(connection);
    }
  }

  static int count(Connection connection) {
    return (int)
        connection
            .provider(SageProvider.class)
            .client(connection.api(), connection.binding().id())
            .ledgerAccounts()
            .list()
            .stream()
            .count();
  }

  private ConnectionProperties properties(Path settings, String initiate) {
    Map<String, String> form = desk.form(settings);
    form.put("InitiateOAuth", initiate);
    return ConnectionProperties.of(form);
  }

  private ConnectionProperties with(Path settings, String initiate, String name, String value) {
    Map<String, String> form = desk.form(settings);
    form.put("InitiateOAuth", initiate);
    form.put(name, value);
    return ConnectionProperties.of(form);
  }

  static Map<String, String> getAndRefresh(Map<String, String> form) {
    form.put("InitiateOAuth", "GETANDREFRESH");
    return form;
  }

  /** A refresh token that another program has. */
  private String boughtElsewhere() {
    try (Host other = Host.of(simulator, clock)) {
      return other.vault.load(other.connected()).orElseThrow().token().refreshToken().reveal();
    }
  }

  private String accessTokenOfElsewhere() {
    try (Host other = Host.of(simulator, clock)) {
      return other.ledger.tokens().loadFresh(other.connected()).accessToken().reveal();
    }
  }
}
