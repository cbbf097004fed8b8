package dev.ledgerkit.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody meant who typed something else. */
class NearestNameTest {
  private static final List<String> KNOWN =
      Arrays.stream(ConnectionProperty.values()).map(ConnectionProperty::spelling).toList();

  @ParameterizedTest
  @CsvSource({
    "ClientId, OAuthClientId",
    "OAuth Client Secert, OAuthClientSecret",
    "KeystorePasword, KeyStorePassword",
    "Endpiont, Endpoint",
    "RefreshToken, OAuthRefreshToken",
    "Providers, Provider",
    "CallbackURI, CallbackURL",
  })
  void of_slipOfTheKeyboard_givesWhatWasMeant(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).isEqualTo(meant);
  }

  @Property(tries = 200)
  void distance_isAMetric(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b,
      @ForAll @AlphaChars @StringLength(max = 8) String c) {
    assertThat(NearestName.distance(a, a)).isZero();
    assertThat(NearestName.distance(a, b)).isEqualTo(NearestName.distance(b, a));
    assertThat(NearestName.distance(a, c))
        .isLessThanOrEqualTo(NearestName.distance(a, b) + NearestName.distance(b, c));
  }
}
