package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.ApiResponse;
import dev.ledgerkit.core.oauth.ClientAuthentication;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.RefreshScope;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import dev.ledgerkit.freeagent.model.Invoice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeAgentProviderTest {
  private static final Secret SECRET = Secret.of("sim-secret");
  private final FreeAgentProvider freeagent =
      FreeAgentProvider.builder()
          .production("live id", SECRET)
          .sandbox("test-id", Secret.of("sim-other"))
          .build();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "production", "PRODUCTION"})
  void region_unlessSaid_isProduction(String requested) {
    assertThat(freeagent.region(requested)).isEqualTo("production");
  }

  @Test
  void region_unknown_isRefusedByName() {
    assertThat(freeagent.region("Sandbox")).isEqualTo("sandbox");
    assertThatThrownBy(() -> freeagent.region("UK"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("FreeAgent environment 'UK' is unknown; there are production, sandbox.");
  }

  @Test
  void nothing_whereASettingMustBe_isRefusedByName() {
    assertThatThrownBy(() -> FreeAgentProvider.builder().production(null, SECRET))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client id is null")
        .hasMessageContaining("variable");
    assertThatThrownBy(() -> FreeAgentProvider.builder().sandbox("id", null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client secret is null");
    assertThatThrownBy(() -> FreeAgentEnvironment.of(null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("environment is null")
        .hasMessageContaining("production, sandbox");
  }

  @Test
  void region_withoutCredentials_isRefusedByName() {
    FreeAgentProvider live = FreeAgentProvider.builder().production("id", SECRET).build();

    assertThatThrownBy(() -> live.region("sandbox"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no FreeAgent client credentials for sandbox");
  }

  @Test
  void oauthClient_eachEnvironment_hasItsOwnRegistration() {
    OauthClient live = freeagent.oauthClient("production");
    OauthClient test = freeagent.oauthClient("sandbox");

    assertThat(live.clientId()).isEqualTo("live id");
    assertThat(live.authorizeUri()).hasToString("https://api.freeagent.com/v2/approve_app");
    assertThat(live.tokenUri()).hasToString("https://api.freeagent.com/v2/token_endpoint");
    assertThat(test.clientId()).isEqualTo("test-id");
    assertThat(test.tokenUri()).hasToString("https://api.sandbox.freeagent.com/v2/token_endpoint");
    assertThat(live.authentication()).isEqualTo(ClientAuthentication.BASIC);
    assertThat(live.revokeUri()).isNull();
    assertThat(live.refreshLifetime()).isEqualTo(Duration.ofDays(7));
    assertThat(live.refreshesPerMinute()).isEqualTo(15);
    assertThat(live.refreshScope()).isEqualTo(RefreshScope.BINDING);
    assertThat(freeagent.pkce()).isFalse();
  }

  @Test
  void client_ofAnId_isForTheOnlyEnvironmentThereIs() {
    ApiRequest[] asked = new ApiRequest[1];
    BindingId id = new BindingId("binding-1");
    ApiClient api =
        (binding, request) -> {
          assertThat(binding).isEqualTo(id);
          asked[0] = request;
          return new ApiResponse(
              200,
              Map.of(),
              "{\"invoice\":{\"url\":\"https://api.sandbox.freeagent.com/v2/invoices/7\"}}"
                  .getBytes(StandardCharsets.UTF_8),
              "");
        };
    FreeAgentProvider sandbox = FreeAgentProvider.builder().sandbox("id", SECRET).build();

    sandbox
        .client(api, id)
        .invoices()
        .get(Invoice.ref("https://api.sandbox.freeagent.com/v2/invoices/7"));

    assertThat(asked[0].path()).isEqualTo("/invoices/7");
    assertThatThrownBy(
            () ->
                sandbox
                    .client(api, id)
                    .invoices()
                    .get(Invoice.ref("https://api.freeagent.com/v2/invoices/7")))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> freeagent.client(api, id))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("binding-1")
        .hasMessageContaining("Bindings.get");
  }

  @Test
  void consentUri_production_carriesWhatTheDocumentationNames() {
    URI url =
        freeagent.consentUri(
            new ConsentRequest(
                "production",
                URI.create("https://host.example/back?a=b%20c"),
                freeagent.scope(""),
                "st-1",
                null));

    assertThat(url)
        .hasToString(
            "https://api.freeagent.com/v2/approve_app?response_type=code&client_id=live%20id"
                + "&redirect_uri=https%3A%2F%2Fhost.example%2Fback%3Fa%3Db%2520c"
                + "&scope=full_access&state=st-1");
  }

  @Test
  void scope_other_isRefusedByName() {
    assertThatThrownBy(() -> freeagent.scope("readonly"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'readonly'");
  }

  @Test
  void consentAnswer_codeOrError_isTold() {
    assertThat(answer("?code=1a%2Bb%3D&state=s"))
        .isInstanceOfSatisfying(
            ConsentAnswer.Granted.class,
            granted -> assertThat(granted.code().reveal()).isEqualTo("1a+b="));
    assertThat(answer("?error=access_denied&state=s"))
        .isEqualTo(new ConsentAnswer.Declined("s", "access_denied", "", ""));
    assertThatThrownBy(() -> answer("?state=s"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("neither a code nor an error");
  }

  @Test
  void build_badSettings_areRefusedByName() {
    assertThatThrownBy(() -> FreeAgentProvider.builder().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("No FreeAgent client credentials");
    assertThatThrownBy(() -> FreeAgentProvider.builder().production(" ", SECRET).build())
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(
            () ->
                FreeAgentProvider.builder()
                    .production("id", SECRET)
                    .settleTime(Duration.ofSeconds(-1))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(
            () -> FreeAgentProvider.builder().production("a", SECRET).production("b", SECRET))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'production'");
    assertThatThrownBy(() -> FreeAgentEndpoints.at(URI.create("http://api.example")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("http://api.example");
  }

  @Test
  void referenceLists_names_areTheProducts() {
    assertThat(freeagent.referenceLists())
        .extracting(list -> list.kind().name())
        .containsExactly("income_categories", "bank_accounts", "payment_methods", "item_types");
  }

  @Test
  void toString_ofTheProvider_holdsNoSecret() {
    assertThat(freeagent.toString()).doesNotContain("sim-");
  }

  private ConsentAnswer answer(String query) {
    return freeagent.consentAnswer(URI.create("https://host.example/back" + query));
  }
}
