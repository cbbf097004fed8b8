package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the access token on the request, and nowhere but on one to the provider's own API. When the
 * provider does not take it, that token is handed back and the call repeated once with the next
 * one; a refusal of that is the answer.
 */
final class AuthInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(AuthInterceptor.class);

  private static final int GRANT_TRIES = 16;

  private final TokenSource tokens;
  private final RateLimiter limiter;

  AuthInterceptor(TokenSource tokens, RateLimiter limiter) {
    this.tokens = tokens;
    this.limiter = limiter;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    requireApi(context, chain.request().url());
    AheadApi ahead = context.request().ahead();
    if (ahead != null) {
      requireNotDisconnected(context);
      return chain.proceed(authorized(chain.request(), ahead.departing(context)));
    }
    OauthToken token = ofCurrentGrant(context, () -> tokens.loadFresh(context.binding()));
    Response answer = chain.proceed(authorized(chain.request(), token));
    if (!refused(context, answer)) {
      return answer;
    }
    LOG.debug(
        "api_token_refused binding={} status={} token={}",
        context.binding(),
        answer.code(),
        token.fingerprint());
    OauthToken next = ofCurrentGrant(context, () -> tokens.loadFresh(context.binding(), token));
    if (next.accessToken().equals(token.accessToken())) {
      return answer; // another token would be refused for the same reason
    }
    answer.close();
    limiter.acquire(context); // the repetition is a call too
    return chain.proceed(authorized(chain.request(), next));
  }

  /** Its own token would still work. */
  private static void requireNotDisconnected(CallContext context) {
    if (context.currentRoute().binding().status() == BindingStatus.REVOKED) {
      throw new ReconnectRequiredException(context.binding(), ReconnectCause.NOT_CONNECTED);
    }
  }

  /**
   * A token, and the binding as it was when the token was had. A consent changes the binding before
   * it puts its pair in the vault: so a binding that is the same before and after is not yet the
   * new grant's, and neither is the token. A permit may have taken long; the binding that the call
   * began with is too old to say.
   */
  private static OauthToken ofCurrentGrant(CallContext context, Supplier<OauthToken> load) {
    for (int tries = 0; tries < GRANT_TRIES; tries++) {
      long before = context.currentRoute().binding().version();
      OauthToken token = load.get();
      if (context.currentRoute().binding().version() == before) {
        return token;
      }
    }
    throw new ProviderUnavailableException(
        "Binding %s changed %d times while a token was loaded; try again."
            .formatted(context.binding(), GRANT_TRIES),
        null);
  }

  private static boolean refused(CallContext context, Response answer) {
    if (answer.isSuccessful()) {
      return false;
    }
    return context
        .route()
        .dialect()
        .tokenRefused(answer.code(), Refusals.problems(context, answer));
  }

  private static Request authorized(Request request, OauthToken token) {
    Request.Builder authorized = request.newBuilder();
    HeaderValues.put(authorized, "Authorization", "Bearer " + token.accessToken().reveal());
    return authorized.build();
  }

  /** An interceptor of the host's client, or a slip in ours, must not carry a token elsewhere. */
  private static void requireApi(CallContext context, HttpUrl url) {
    HttpUrl api =
        Objects.requireNonNull(
            HttpUrl.get(context.route().dialect().apiBase(context.route().binding())));
    if (!url.scheme().equals(api.scheme())
        || !url.host().equals(api.host())
        || url.port() != api.port()) {
      throw new ConfigurationException(
          "%s was about to go to %s://%s:%d instead of the provider's API at %s; nothing was sent."
              .formatted(context.describe(), url.scheme(), url.host(), url.port(), api.host()));
    }
  }
}
