package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.sage.SageRegion;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that are not there, are not who they say, or do not answer what was asked. */
@ExtendWith(SageSimulatorExtension.class)
class BadServersTest {

  @Test
  void hostThatDoesNotResolve_isATypedErrorForApiAndToken() {
    URI nowhere = URI.create("https://nowhere.invalid");
    unreachable(SageEndpoints.at(nowhere), "nowhere.invalid");
  }

  @Test
  void certificateThatDoesNotVerify_isATypedError() {
    HeldCertificate selfSigned =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates tls =
        new HandshakeCertificates.Builder().heldCertificate(selfSigned).build();
    try (SageSimulator sage = SageSimulator.builder().tls(tls).start()) {
      unreachable(SageEndpoints.at(sage.baseUri()), sage.baseUri().getHost());
    }
  }

  private static void unreachable(SageEndpoints endpoints, String named) {
    VirtualClock clock = new VirtualClock();
    TokenVault vault = new InMemoryTokenVault(clock);
    SageProvider provider =
        SageProvider.builder("sim-client", Secret.of("sim-secret-x")).endpoints(endpoints).build();
    try (Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(clock), vault)
            .provider(provider)
            .clock(clock)
            .build()) {
      BindingId fresh = ledger.bindings().create(Host.SHOP, provider.name(), "UK").id();
      vault.store(fresh, token(clock.instant(), Duration.ofMinutes(5)));
      assertThatThrownBy(() -> provider.client(ledger.api(), fresh).businesses().list().first())
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining(named);
      BindingId expired = ledger.bindings().create(Host.SHOP, provider.name(), "UK").id();
      vault.store(expired, token(clock.instant(), Duration.ofSeconds(-1)));
      assertThatThrownBy(() -> ledger.tokens().loadFresh(expired))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining(named);
    }
  }

  private static OauthToken token(Instant now, Duration life) {
    return new OauthToken(
        Secret.of("sim-at-x"),
        Secret.of("sim-rt-x"),
        now.plus(life),
        now.plus(Duration.ofDays(31)),
        "full_access",
        now);
  }

  @Test
  void answersThatAreNone_areRetriedOrTyped(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script()
          .on(Endpoint.api("GET", "/tax_rates"))
          .then(Fault.reset(), Fault.loseReply(), Fault.status(429), Fault.status(503, 2));
      assertThat(host.client(id).taxRates().list().first().items()).isNotEmpty();

      sage.script().on(Endpoint.api("GET", "/tax_rates")).then(Fault.nonJson(200));
      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("text/html");

      sage.script().on(Endpoint.api("GET", "/tax_rates")).then(Fault.wrongContentType());
      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOf(ProviderUnavailableException.class);
    }
  }

  @Test
  void hundredMegabytes_areCutInBoundedMemory(SageSimulator sage, VirtualClock clock) {
    try (Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script().on(Endpoint.api("GET", "/tax_rates")).then(Fault.hugeBody(100L << 20));

      assertThatThrownBy(() -> host.client(id).taxRates().list().first())
          .isInstanceOf(ProviderUnavailableException.class);
    }
  }

  @Test
  void settingsThatAreNone_areNamedBeforeAnyCall() {
    assertThatThrownBy(() -> SageProvider.builder(" ", Secret.of("sim-secret-x")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client id");
    assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> SageEndpoints.at(URI.create("http://api.example.com")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("http://api.example.com");
    assertThatThrownBy(
            () ->
                SageEndpoints.regional()
                    .withApiBase(SageRegion.UK, URI.create("ftp://api.example.com")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("ftp://api.example.com");
    assertThatThrownBy(() -> SageRegion.of("Atlantis"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Atlantis");
    assertThatThrownBy(
            () -> Ledger.builder(new InMemoryRecordStore(), new InMemoryTokenVault()).build())
        .isInstanceOf(ConfigurationException.class);
  }
}
