package dev.ledgerkit.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "token", "a0-z9", "a2345678901234567890123456789012"})
  void kind_ofTheForm_isTaken(String kind) {
    assertThat(new RecordKey(kind, "x")).hasToString(kind + "/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0a", "-a", "Token", "a_b", "a b", "ä", "a23456789012345678901234567890123"})
  void kind_ofAnotherForm_isNamed(String kind) {
    assertThatThrownBy(() -> new RecordKey(kind, "x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + kind + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "~", "a.B_c-0", "#%'\"\\/"})
  void id_ofPrintableAscii_isTaken(String id) {
    assertThat(new RecordKey("token", id).id()).isEqualTo(id);
    assertThat(new RecordKey("token", "x".repeat(128)).id()).hasSize(128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "a\u007f", "ä", "\ud83d\ude00"})
  void id_ofAnythingElse_isNamed(String id) {
    assertThatThrownBy(() -> new RecordKey("token", id))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "'");
    assertThatThrownBy(() -> new RecordKey("token", "x".repeat(129)))
        .isInstanceOf(ConfigurationException.class);
  }
}
