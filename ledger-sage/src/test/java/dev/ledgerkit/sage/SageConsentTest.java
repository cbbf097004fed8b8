package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.client.QueryString;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SageConsentTest {
  private static final Secret SECRET = Secret.of("s3cr3t");
  private final SageProvider sage = SageProvider.builder("client id", SECRET).build();

  @Test
  void consentUri_regional_carriesEverythingEncoded() {
    assertThat(sage.consentUri(request("UK", "challenge")))
        .hasToString(
            "https://id.sage.com/authorize?response_type=code&client_id=client%20id"
                + "&redirect_uri=https%3A%2F%2Fhost.example%2Fback%3Fa%3Db%2520c"
                + "&scope=full_access&state=st-1&filter=apiv3.1&country=gb"
                + "&code_challenge=challenge&code_challenge_method=S256");
  }

  @Test
  void consentUri_developerPortal_keepsItsOwnQuery() {
    SageProvider portal =
        SageProvider.builder("id", SECRET)
            .endpoints(SageEndpoints.developerPortal())
            .locale(Locale.CANADA_FRENCH)
            .build();

    assertThat(portal.consentUri(request("CA", null)).toString())
        .startsWith(
            "https://www.sageone.com/oauth2/auth/central?filter=apiv3.1&response_type=code&")
        .endsWith("&country=ca&locale=fr-CA")
        .doesNotContain("code_challenge")
        .containsOnlyOnce("filter=");
  }

  @ParameterizedTest
  @CsvSource({"UK,gb", "US,us", "IE,ie", "CA,ca", "FR,fr", "ES,es", "DE,de"})
  void consentUri_anyRegion_namesItsCountry(String region, String country) {
    assertThat(sage.consentUri(request(region, null)).toString()).contains("&country=" + country);
  }

  @Test
  void consentUri_countrySwitchedOff_leavesItOut() {
    SageProvider asking = SageProvider.builder("id", SECRET).countryParameter(false).build();

    assertThat(asking.consentUri(request("UK", null)).toString()).doesNotContain("country");
  }

  @Test
  void consentAnswer_codeWithSlash_isDecodedOnce() {
    ConsentAnswer.Granted granted = granted("?code=GB%2F12abc%252Bf7d&country=GB&state=st-1");

    assertThat(granted.code().reveal()).isEqualTo("GB/12abc%2Bf7d");
    assertThat(granted.state()).isEqualTo("st-1");
  }

  @Test
  void consentAnswer_plusInCode_staysAPlus() {
    assertThat(granted("?code=GB%2Fa+b&state=s").code().reveal()).isEqualTo("GB/a+b");
  }

  @Test
  void consentAnswer_emailInUse_isDeclinedWithReason() {
    ConsentAnswer answer = answer("?error=Invalid+request&reason=Email+already+in+use");

    assertThat(answer)
        .isEqualTo(new ConsentAnswer.Declined(null, "Invalid request", "", "Email already in use"));
  }

  @Test
  void consentAnswer_accessDenied_isDeclinedWithState() {
    assertThat(answer("?error=access_denied&error_description=No%20thanks&state=s"))
        .isEqualTo(new ConsentAnswer.Declined("s", "access_denied", "No thanks", ""));
  }

  @Test
  void consentAnswer_errorBesideCode_isDeclined() {
    assertThat(answer("?code=GB%2Fa&error=server_error&state=s"))
        .isInstanceOf(ConsentAnswer.Declined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "?state=s", "?code=&state=s", "?code", "?country=GB"})
  void consentAnswer_neitherCodeNorError_isAConfigurationError(String query) {
    assertThatThrownBy(() -> answer(query))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("neither a code nor an error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?code=GB%2Fhidden&code=GB%2Fhidden2&state=s",
        "?code=hidden&state=hidden1&state=hidden2",
        "?error=hidden&error=hidden2",
      })
  void consentAnswer_repeatedParameter_isRefusedWithoutItsValues(String query) {
    assertThatThrownBy(() -> answer(query))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("more than once")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void queryString_brokenEncoding_isRefusedWithoutTheValue() {
    QueryString query = new QueryString("code=hidden%zz");

    assertThatThrownBy(() -> query.opaque("code"))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessageNotContaining("hidden");
  }

  @Test
  void consentAnswer_publishedCallbacks_areUnderstood() {
    var callbacks = SharedExamples.json("examples-official/oauth-callbacks.json");

    assertThat(sage.consentAnswer(URI.create(callbacks.get("success").asString())))
        .isInstanceOfSatisfying(
            ConsentAnswer.Granted.class,
            granted -> {
              assertThat(granted.state()).isEqualTo("random_string");
              assertThat(granted.code().reveal()).isEqualTo("GB/12abcxxxxxxxxxxxxf7d");
            });
    assertThat(sage.consentAnswer(URI.create(callbacks.get("failure_email_in_use").asString())))
        .isInstanceOf(ConsentAnswer.Declined.class);
  }

  private ConsentAnswer.Granted granted(String query) {
    return (ConsentAnswer.Granted) answer(query);
  }

  private ConsentAnswer answer(String query) {
    return sage.consentAnswer(URI.create("https://host.example/back" + query));
  }

  private static ConsentRequest request(String region, String challenge) {
    return new ConsentRequest(
        region, URI.create("https://host.example/back?a=b%20c"), "full_access", "st-1", challenge);
  }
}
