package dev.ledgerkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final byte[] PAIR = "sim-at-ä|sim-rt-1".getBytes(StandardCharsets.UTF_8);

  @Test
  void ofUtf8_isTheSameSecretAsItsText() {
    Secret text = Secret.of("sim-at-ä");
    Secret bytes = Secret.ofUtf8(PAIR, 0, 9);

    assertThat(bytes).isEqualTo(text);
    assertThat(bytes.reveal()).isEqualTo("sim-at-ä").isSameAs(bytes.reveal());
    assertThat(bytes.utf8Length()).isEqualTo(text.utf8Length()).isEqualTo(9);
    assertThat(revealed(bytes)).isEqualTo(revealed(text));
    assertThat(Secret.ofUtf8(PAIR, 10, 8).reveal()).isEqualTo("sim-rt-1");
    assertThat(Secret.ofUtf8(PAIR, 10, 8)).isNotEqualTo(Secret.ofUtf8(PAIR, 10, 7));
  }

  @Test
  void blank_isRefused_andNotRepeated() {
    byte[] spaces = "ab  cd".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Secret.of(" \t"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pass the value the provider issued");
    assertThatThrownBy(() -> Secret.ofUtf8(spaces, 2, 2))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> Secret.ofUtf8(spaces, 1, 0))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void rangeOutsideTheBytes_isRefused() {
    assertThatThrownBy(() -> Secret.ofUtf8(PAIR, 10, PAIR.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void print_showsNothing() {
    Secret secret = Secret.ofUtf8(PAIR, 0, PAIR.length);

    secret.reveal();

    assertThat(secret).hasToString("***").hasSameHashCodeAs(Secret.of("another"));
  }

  private static byte[] revealed(Secret secret) {
    ByteBuffer out = ByteBuffer.allocate(secret.utf8Length());
    secret.revealTo(out);
    return out.array();
  }
}
