package dev.ledgerkit.core.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One access token, and what becomes of it. */
class FixedTokenSourceTest {
  private static final BindingId ID = new BindingId("b1");

  private final FixedTokenSource source = new FixedTokenSource(Secret.of("sim-at-1"));

  @Test
  void loadFresh_always_givesTheToken() {
    OauthToken token = source.loadFresh(ID);
    source.forget(ID);

    assertThat(source.loadFresh(ID)).isSameAs(token);
    assertThat(token.accessToken()).isEqualTo(Secret.of("sim-at-1"));
    assertThat(token.isFresh(Instant.parse("9999-12-31T00:00:00Z"), Duration.ofDays(1))).isTrue();
    assertThat(token.toString()).doesNotContain("sim-at-1");
  }

  @Test
  void loadFresh_afterTheProviderRefusedIt_saysThatNothingRenewsIt() {
    OauthToken token = source.loadFresh(ID);

    assertThatThrownBy(() -> source.loadFresh(ID, token))
        .isInstanceOfSatisfying(
            ReconnectRequiredException.class,
            e -> assertThat(e.reason()).isEqualTo(ReconnectCause.NOT_RENEWABLE))
        .hasMessageContaining("b1")
        .hasMessageContaining("access token is refused");
  }
}
