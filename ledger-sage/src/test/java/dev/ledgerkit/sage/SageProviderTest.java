package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.ClientAuthentication;
import dev.ledgerkit.core.oauth.OauthClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SageProviderTest {
  private static final Secret SECRET = Secret.of("s3cr3t");
  private final SageProvider sage = SageProvider.builder("id", SECRET).build();

  @ParameterizedTest
  @CsvSource({"uk,UK", "GB,UK", " gb ,UK", "Us,US", "de,DE", "IE,IE"})
  void region_anySpelling_isCanonical(String requested, String canonical) {
    assertThat(sage.region(requested)).isEqualTo(canonical);
  }

  @Test
  void region_unknown_isRefusedWithTheList() {
    assertThatThrownBy(() -> sage.region("ZA"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Sage region 'ZA' is unknown; there are UK, US, IE, CA, FR, ES, DE.");
  }

  @Test
  void nothing_whereASettingMustBe_isRefusedByName() {
    assertThatThrownBy(() -> SageProvider.builder(null, SECRET))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client id is null")
        .hasMessageContaining("variable");
    assertThatThrownBy(() -> SageProvider.builder(" ", SECRET))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client id is blank");
    assertThatThrownBy(() -> SageProvider.builder("id", null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("client secret is null");
    assertThatThrownBy(() -> SageRegion.of(null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("region is null")
        .hasMessageContaining("UK, US, IE");
  }

  @Test
  void scope_emptyAndKnown_areSpelledAsSageDoes() {
    assertThat(sage.scope("")).isEqualTo("full_access");
    assertThat(sage.scope("READONLY")).isEqualTo("readonly");
    assertThatThrownBy(() -> sage.scope("admin"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'admin'")
        .hasMessageContaining("full_access, readonly");
  }

  @ParameterizedTest
  @CsvSource({
    "UK,https://api.accounting.sage.com/v3.1",
    "US,https://api.na.accounting.sage.com/v3.1",
    "IE,https://api.ie.accounting.sage.com/v3.1",
    "CA,https://api.na.accounting.sage.com/v3.1",
    "FR,https://api.accounting.sage.com/v3.1",
  })
  void regional_apiBase_followsTheTable(SageRegion region, URI base) {
    assertThat(SageEndpoints.regional().apiBase(region)).isEqualTo(base);
  }

  @Test
  void oauthClient_regional_showsItsSecretInTheBody() {
    OauthClient client = sage.oauthClient("UK");

    assertThat(client.authentication()).isEqualTo(ClientAuthentication.BODY);
    assertThat(client.authorizeUri()).hasToString("https://id.sage.com/authorize");
    assertThat(client.tokenUri()).hasToString("https://id.sage.com/oauth/token");
    assertThat(client.revokeUri()).hasToString("https://id.sage.com/oauth/revoke");
    assertThat(client.refreshLifetime()).isEqualTo(Duration.ofDays(60));
    assertThat(client.refreshesPerMinute()).isEqualTo(600);
    assertThat(client).isEqualTo(sage.oauthClient("DE"));
    assertThat(sage.name()).isEqualTo("Sage");
    assertThat(sage.pkce()).isTrue();
  }

  @Test
  void oauthClient_developerPortal_followsThePublicPages() {
    SageEndpoints portal = SageEndpoints.developerPortal();

    for (SageRegion region : SageRegion.values()) {
      assertThat(portal.apiBase(region)).hasToString("https://api.accounting.sage.com/v3.1");
      assertThat(portal.token(region)).hasToString("https://oauth.accounting.sage.com/token");
      assertThat(portal.revoke(region)).hasToString("https://oauth.accounting.sage.com/revoke");
    }
  }

  @Test
  void endpoints_overridden_changeThatRegionOnly() {
    SageEndpoints endpoints =
        SageEndpoints.regional()
            .withApiBase(SageRegion.FR, URI.create("https://fr.example/v3.1/"))
            .withOauth(
                SageRegion.FR,
                URI.create("https://fr.example/a"),
                URI.create("https://fr.example/t"),
                URI.create("https://fr.example/r"));

    assertThat(endpoints.apiBase(SageRegion.FR)).hasToString("https://fr.example/v3.1");
    assertThat(endpoints.token(SageRegion.FR)).hasToString("https://fr.example/t");
    assertThat(endpoints.token(SageRegion.ES)).hasToString("https://id.sage.com/oauth/token");
    assertThat(endpoints.apiBase(SageRegion.ES))
        .isEqualTo(SageEndpoints.regional().apiBase(SageRegion.ES));
  }

  @Test
  void endpoints_atOneBase_followIt() {
    SageEndpoints endpoints = SageEndpoints.at(URI.create("http://127.0.0.1:8080/"));

    assertThat(endpoints.apiBase(SageRegion.UK)).hasToString("http://127.0.0.1:8080/v3.1");
    assertThat(endpoints.authorize(SageRegion.UK))
        .hasToString("http://127.0.0.1:8080/oauth/authorize");
    assertThat(endpoints.token(SageRegion.US)).hasToString("http://127.0.0.1:8080/oauth/token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.example/v3.1", "ftp://api.example", "/v3.1", "https:opaque"})
  void endpoints_notSecure_areRefusedByName(String bad) {
    assertThatThrownBy(() -> SageEndpoints.regional().withApiBase(SageRegion.UK, URI.create(bad)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(bad);
  }

  @Test
  void build_badSettings_areRefusedByName() {
    assertThatThrownBy(() -> SageProvider.builder(" ", SECRET).build())
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> SageProvider.builder("id", SECRET).refreshesPerMinute(0).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(
            () ->
                SageProvider.builder("id", SECRET)
                    .longestCreateWait(Duration.ofSeconds(-1))
                    .build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PT-1S");
  }

  @Test
  void builder_settingGivenTwice_isRefusedByName() {
    assertThatThrownBy(
            () -> SageProvider.builder("id", SECRET).refreshesPerMinute(1).refreshesPerMinute(2))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'refreshesPerMinute'");
  }

  @Test
  void limits_documented_unlessOverridden() {
    assertThat(sage.api().limits())
        .containsExactly(
            new RateLimit(RateLimit.Scope.CLIENT, 1_296_000, Duration.ofDays(1)),
            new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 150, Duration.ZERO));
    RateLimit mine = new RateLimit(RateLimit.Scope.BINDING, 100, Duration.ofMinutes(1));
    assertThat(SageProvider.builder("id", SECRET).limits(List.of(mine)).build().api().limits())
        .containsExactly(mine);
  }

  @Test
  void referenceLists_names_areTheProducts() {
    assertThat(sage.referenceLists())
        .extracting(list -> list.kind().name())
        .containsExactly(
            "tax_rates",
            "ledger_accounts",
            "purchase_ledger_accounts",
            "bank_accounts",
            "payment_methods");
  }

  @Test
  void toString_ofTheProvider_holdsNoSecret() {
    assertThat(sage.toString()).doesNotContain("s3cr3t");
  }
}
