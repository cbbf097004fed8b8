package dev.ledgerkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  /** The value is fixed here: another derivation would duplicate what older versions created. */
  @Test
  void of_sameText_isTheSameKeyForEver() {
    assertThat(IdempotencyKey.of("invoice.created:1042").value())
        .isEqualTo("56b8a02855fa35f5aa01f90e20abb4a5");
  }

  @Test
  void random_twice_differs() {
    assertThat(IdempotencyKey.random())
        .isNotEqualTo(IdempotencyKey.random())
        .extracting(IdempotencyKey::value)
        .asString()
        .matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0F8FAD5BD9CB469FA16570867728950E", "0f8fad5b-d9cb-469f-a165-70867728"})
  void key_otherForm_isRefused(String value) {
    assertThatThrownBy(() -> new IdempotencyKey(value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + value + "'");
  }

  @Test
  void of_blank_isRefused() {
    assertThatThrownBy(() -> IdempotencyKey.of(" ")).isInstanceOf(ConfigurationException.class);
  }
}
