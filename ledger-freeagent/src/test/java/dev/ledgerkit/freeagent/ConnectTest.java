package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way through core: consent, tokens, the company, reference data, disconnect. */
class ConnectTest {
  private static final URI BACK = URI.create("https://host.example.com/callback");
  private final List<RecordedRequest> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger pairs = new AtomicInteger();
  private volatile String company = "12345";
  private MockWebServer server;
  private Ledger ledger;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.setDispatcher(new Company());
    server.start();
    FreeAgentProvider provider =
        FreeAgentProvider.builder()
            .production("id", Secret.of("sim-secret"))
            .sandbox("test-id", Secret.of("sim-test-secret"))
            .application("Test Shop")
            .apiVersion(FreeAgentApiVersion.ONE_ATTACHMENT)
            .endpoints(FreeAgentEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())))
            .build();
    ledger =
        Ledger.builder(
                new InMemoryRecordStore(LedgerClock.system()),
                new InMemoryTokenVault(LedgerClock.system()))
            .provider(provider)
            .build();
  }

  @AfterEach
  void stop() {
    ledger.close();
    server.close();
  }

  @Test
  void connect_consented_locksTheCompanyOfTheToken() {
    Binding binding = connect("");

    assertThat(binding.region()).isEqualTo("production");
    assertThat(binding.business()).isEqualTo(new Business("12345", "My Company"));
    assertThat(binding.label()).isEqualTo("Magento shop.example.com ↔ FreeAgent My Company");
    RecordedRequest exchange = request("/v2/token_endpoint");
    assertThat(exchange.getHeaders().get("Authorization")).startsWith("Basic ");
    assertThat(exchange.getBody().utf8())
        .doesNotContain("code_verifier")
        .doesNotContain("sim-secret");
    RecordedRequest call = request("/v2/company");
    assertThat(call.getHeaders().get("X-Api-Version")).isEqualTo("2026-08-31");
    assertThat(call.getHeaders().get("User-Agent")).isEqualTo("Test Shop ledgerkit");
    assertThat(call.getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-1");
  }

  @Test
  void connect_sandbox_usesItsOwnCredentialsForLife() {
    Binding binding = connect("sandbox");

    assertThat(binding.label()).endsWith("My Company (sandbox)");
    assertThat(ledger.bindings().get(binding.id()).region()).isEqualTo("sandbox");
    assertThat(request("/v2/token_endpoint").getHeaders().get("Authorization"))
        .isEqualTo(okhttp3.Credentials.basic("test-id", "sim-test-secret"));
  }

  @Test
  void connect_prefetches_theListsOfASettingsPage() {
    Binding binding = connect("");

    var references = ledger.references().get(binding.id());

    assertThat(references.list(ReferenceKind.INCOME_CATEGORIES))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.id()).endsWith("/v2/categories/001");
              assertThat(item.label()).isEqualTo("Sales");
              assertThat(item.detail()).isEqualTo("001");
            });
    assertThat(references.list(ReferenceKind.BANK_ACCOUNTS))
        .satisfiesExactly(
            open -> assertThat(open.active()).isTrue(),
            hidden -> assertThat(hidden.active()).isFalse());
    assertThat(references.list(ReferenceKind.PAYMENT_METHODS))
        .isEqualTo(references.list(ReferenceKind.BANK_ACCOUNTS));
    assertThat(references.list(ReferenceKind.ITEM_TYPES))
        .extracting("id")
        .contains("Products", "Services");
  }

  @Test
  void reconnect_anotherCompany_isRefusedNamingBoth() {
    Binding binding = connect("");
    company = "999";

    assertThatThrownBy(() -> consent(binding))
        .isInstanceOf(BusinessMismatchException.class)
        .hasMessageContaining("12345")
        .hasMessageContaining("999");
  }

  @Test
  void disconnect_noRevokeEndpoint_forgetsHereAndSaysSo() {
    Binding binding = connect("");
    int before = seen.size();

    assertThat(ledger.connect().disconnect(binding.id())).isFalse();

    assertThat(ledger.bindings().get(binding.id()).status()).isEqualTo(BindingStatus.REVOKED);
    assertThat(seen).hasSize(before);
  }

  private Binding connect(String environment) {
    Binding pending =
        ledger
            .connect()
            .create(new Installation("Magento", "shop.example.com"), "FreeAgent", environment);
    return consent(pending);
  }

  private Binding consent(Binding binding) {
    String url = ledger.connect().begin(binding.id(), BACK).url().toString();
    String state = url.substring(url.indexOf("&state=") + "&state=".length());
    ConnectOutcome outcome = ledger.connect().complete(BACK + "?code=c-1&state=" + state);
    return ((ConnectOutcome.Connected) outcome).binding();
  }

  private RecordedRequest request(String path) {
    return seen.stream()
        .filter(request -> request.getUrl().encodedPath().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private final class Company extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      seen.add(request);
      return WireTest.json(200, answer(request.getUrl().encodedPath())).build();
    }

    private String answer(String path) {
      String base = "http://127.0.0.1:" + server.getPort() + "/v2";
      return switch (path) {
        case "/v2/token_endpoint" ->
            """
            {"access_token":"sim-at-%1$d","token_type":"bearer","expires_in":3600,
             "refresh_token":"sim-rt-%1$d","refresh_token_expires_in":631151957}
            """
                .formatted(pairs.incrementAndGet());
        case "/v2/company" ->
            "{\"company\":{\"url\":\"%s/company\",\"id\":%s,\"name\":\"My Company\"}}"
                .formatted(base, company);
        case "/v2/categories" ->
            """
            {"income_categories":[{"url":"%s/categories/001","description":"Sales","nominal_code":"001"}],
             "general_categories":[]}
            """
                .formatted(base);
        default ->
            """
            {"bank_accounts":[{"url":"%1$s/bank_accounts/1","name":"Main","currency":"GBP","status":"active"},
             {"url":"%1$s/bank_accounts/2","name":"Old","status":"hidden"}]}
            """
                .formatted(base);
      };
    }
  }
}
