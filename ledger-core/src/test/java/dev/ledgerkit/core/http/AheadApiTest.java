package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Calls made before a binding is locked, and calls of a binding that changes under them. */
class AheadApiTest extends PipelineTestBase {
  private static final Instant THEN = Instant.parse("2027-01-01T00:00:00Z");
  private static final OauthToken BOUGHT =
      new OauthToken(
          Secret.of("sim-at-bought"), Secret.of("sim-rt-bought"), THEN, THEN, "", Instant.EPOCH);
  private static final Business ACME = new Business("acme", "Acme Ltd");

  private final AtomicReference<Binding> current =
      new AtomicReference<>(changed(binding(SHOP), BindingStatus.PENDING));

  private static Binding changed(Binding of, BindingStatus status) {
    return new Binding(
        of.id(),
        of.installation(),
        of.provider(),
        of.region(),
        status,
        of.business(),
        of.version() + 1,
        of.createdAt(),
        of.updatedAt());
  }

  private FixedDialect dialect() {
    return new FixedDialect(server.url("/v3").uri(), List.of());
  }

  /** A pipeline to a binding that is whatever {@link #current} says. */
  private OkHttpApiClient api() {
    return OkHttpApiClient.builder(id -> new ApiRoute(current.get(), dialect(), "app"), tokens)
        .httpClient(new OkHttpClient())
        .clock(clock)
        .build();
  }

  private AheadApi ahead() {
    return new AheadApi(api(), BOUGHT, dialect(), ACME);
  }

  @Test
  void pendingBinding_isReadUnderTheTokenGiven_andNoOther() throws Exception {
    ok();
    ahead().call(SHOP, READ);
    assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-bought");
  }

  @Test
  void refusedToken_isNotExchangedForAnother() {
    answer(401);
    failure(ahead(), READ, ApiException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(tokens.rejected()).isEmpty();
  }

  @Test
  void write_isRefusedBeforeAnythingIsSent() {
    assertThat(failure(ahead(), CREATE, ConfigurationException.class))
        .hasMessageContaining("reads");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void over_nothingGoesOut() {
    AheadApi ahead = ahead();
    ahead.end();
    failure(ahead, READ, ConfigurationException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void disconnectedMeanwhile_nothingGoesOut() {
    AheadApi ahead = ahead();
    current.set(changed(current.get(), BindingStatus.REVOKED));
    failure(ahead, READ, ReconnectRequiredException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void isOfUse_whereSomethingCanTellWhoseTheAnswersAre() {
    assertThat(ahead().isOfUse()).isTrue();
    assertThat(new AheadApi(api(), BOUGHT, dialect(), null).isOfUse()).isFalse();
    assertThat(ahead().readFrom(ACME)).isTrue();
    assertThat(ahead().readFrom(new Business("other", "Other Ltd"))).isFalse();
  }

  /** A consent of another: pending, its pair in the vault, and by then the token is its own. */
  @Test
  void bindingThatBecomesPendingWhileATokenIsLoaded_isNotCalled() {
    current.set(binding(SHOP));
    tokens.onLoad(() -> current.set(changed(binding(SHOP), BindingStatus.PENDING)));
    failure(api(), READ, ReconnectRequiredException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void bindingThatChangedWhileATokenIsLoaded_isCalledWithTheNextToken() throws Exception {
    current.set(binding(SHOP));
    AtomicInteger loads = new AtomicInteger();
    tokens.onLoad(
        () -> {
          if (loads.incrementAndGet() == 1) {
            current.set(changed(current.get(), BindingStatus.CONNECTED));
          }
        });
    ok();
    api().call(SHOP, READ);
    assertThat(loads).hasValue(2);
    assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-1");
  }

  @Test
  void bindingThatChangesWithoutEnd_isGivenUp() {
    current.set(binding(SHOP));
    tokens.onLoad(() -> current.set(changed(current.get(), BindingStatus.CONNECTED)));
    assertThat(failure(api(), READ, ProviderUnavailableException.class).getMessage())
        .contains(SHOP.value(), "changed");
    assertThat(clock.sleeps()).isEqualTo(List.<Duration>of());
    assertThat(server.getRequestCount()).isZero();
  }
}
