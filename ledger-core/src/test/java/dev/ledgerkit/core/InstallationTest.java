package dev.ledgerkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.example.com/, shop.example.com",
    "HTTP://shop.example.com, shop.example.com",
    "' https://shop.example.com:8443/uk// ', shop.example.com:8443/uk",
    "https://me:hush@shop.example.com/?token=hush#hush, shop.example.com",
    "https://shop_1.example.com/?hush, your-shop.example.com",
    "https://shop example.com/hush, your-shop.example.com",
  })
  void url_isRefused_withTheHostToPassInstead(String url, String host) {
    assertThatThrownBy(() -> new Installation("Magento", url))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("The installation's host is a URL; pass '%s' instead.".formatted(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example.com", "shop.example.com:8443", "shop.example.com/uk", "7"})
  void anythingElse_isTakenAsItIs(String host) {
    assertThat(new Installation("Magento", host).host()).isEqualTo(host);
  }

  @Test
  void partThatIsMissing_isNamed() {
    assertThatThrownBy(() -> new Installation("Magento", null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'Magento'");
    assertThatThrownBy(() -> new Installation(" ", "shop.example.com"))
        .isInstanceOf(ConfigurationException.class);
  }
}
