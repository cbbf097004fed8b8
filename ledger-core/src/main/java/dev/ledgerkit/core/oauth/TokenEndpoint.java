package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to an authorization server: exchange, refresh and revoke (RFC 6749 and RFC 7009).
 *
 * <p>Sends each request at most once and sorts what comes of it by what it proves; never throws for
 * what the server or the network does. Answers are read up to 64 KiB. Safe for use by many threads.
 *
 * <p>Expiries are counted from before the request was sent, on the server's clock as its {@code
 * Date} header shows it; {@link #serverTime} is that clock.
 *
 * @since 0.1
 */
public final class TokenEndpoint {
  /** Below this, a difference is the header's one-second grain and the time on the wire. */
  private static final Duration SKEW_NOISE = Duration.ofSeconds(3);

  private static final Duration MOST_SKEW = Duration.ofDays(1);

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final OkHttpClient http;
  private final LedgerClock clock;
  private final Duration callDeadline;
  private final Map<String, Duration> skews = new ConcurrentHashMap<>();

  /**
   * Derives its own client from {@code base}, sharing its proxy, DNS and TLS, but none of its
   * interceptors, cookies or authenticators: one that repeats would spend a token twice, one that
   * logs would log it. Every replay is switched off. No connection is kept: a kept one may be half
   * dead, and a refresh token sent into it is a token in doubt.
   *
   * @param callDeadline how long one request may take, connect and body included
   */
  public TokenEndpoint(OkHttpClient base, LedgerClock clock, Duration callDeadline) {
    OkHttpClient.Builder own = base.newBuilder();
    own.interceptors().clear();
    own.networkInterceptors().clear();
    this.http =
        own.authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(callDeadline)
            .readTimeout(callDeadline)
            .writeTimeout(callDeadline)
            .callTimeout(callDeadline)
            .build();
    this.clock = clock;
    this.callDeadline = callDeadline;
  }

  /** Buys a pair for an authorization code. */
  public TokenReply exchange(
      OauthClient client, Secret code, URI redirectUri, @Nullable Secret codeVerifier) {
    FormFields form = new FormFields();
    form.add("grant_type", "authorization_code");
    form.add("code", code.reveal());
    form.add("redirect_uri", redirectUri.toString());
    if (codeVerifier != null) {
      form.add("code_verifier", codeVerifier.reveal());
    }
    return buy(client, form, null);
  }

  /**
   * Offers a refresh token that cannot be one, to learn who answers there and whether it takes the
   * client: a token endpoint that knows the client refuses the token.
   */
  public TokenReply probe(OauthClient client) {
    Instant now = clock.instant();
    return refresh(
        client,
        new OauthToken(
            Secret.of("no-token"),
            Secret.of("connection-check"),
            now,
            now.plusSeconds(60),
            "",
            now));
  }

  /**
   * Buys the next pair for {@code spent}. A server that does not rotate leaves its refresh token in
   * place.
   */
  public TokenReply refresh(OauthClient client, OauthToken spent) {
    FormFields form = new FormFields();
    form.add("grant_type", "refresh_token");
    form.add("refresh_token", spent.refreshToken().reveal());
    return buy(client, form, spent);
  }

  /**
   * Asks the server to revoke the grant; whether it said yes. False too if it has no such endpoint.
   */
  public boolean revoke(OauthClient client, OauthToken token) {
    URI revokeUri = client.revokeUri();
    if (revokeUri == null) {
      return false;
    }
    FormFields form = new FormFields();
    form.add("token", token.refreshToken().reveal());
    try (Response response =
        http.newCall(request(client, revokeUri, form, () -> false)).execute()) {
      return response.isSuccessful();
    } catch (IOException e) {
      return false;
    }
  }

  /** Now, by the clock of the server that {@code client} is registered at. */
  public Instant serverTime(OauthClient client) {
    return clock.instant().plus(skew(client));
  }

  /**
   * How far the server's clock is ahead of ours; zero until it answered, or if it is about the
   * same.
   */
  public Duration skew(OauthClient client) {
    return skews.getOrDefault(server(client), Duration.ZERO);
  }

  private TokenReply buy(OauthClient client, FormFields form, @Nullable OauthToken spent) {
    Instant sent = clock.instant();
    long began = clock.nanoTime();
    // the HTTP client's own timer is a thread that sleeps when the whole process does
    BooleanSupplier tooLate = () -> clock.nanoTime() - began >= callDeadline.toNanos();
    Request request = request(client, client.tokenUri(), form, tooLate);
    try (Response response = http.newCall(request).execute()) {
      learnSkew(client, response, sent);
      byte[] body = BoundedBody.read(response, BoundedBody.TOKEN_LIMIT);
      TokenReply reply =
          TokenReplyParser.parse(
              response, body, sent.plus(skew(client)), spent, client.refreshLifetime());
      return Redaction.of(form.values(), client.clientSecret()).apply(reply);
    } catch (UnknownHostException | ConnectException e) {
      return new TokenReply.NotServed(
          "%s was not reached (%s)".formatted(client.tokenUri().getHost(), name(e)), null);
    } catch (javax.net.ssl.SSLHandshakeException | javax.net.ssl.SSLPeerUnverifiedException e) {
      return new TokenReply.NotServed(
          "%s could not prove who it is (%s); check the certificate authorities this host trusts"
              .formatted(client.tokenUri().getHost(), name(e)),
          null);
    } catch (OneShotBody.TooLateException e) {
      return new TokenReply.NotServed(
          "%s was not asked (%s)".formatted(client.tokenUri().getHost(), e.getMessage()), null);
    } catch (IOException e) {
      return new TokenReply.NoAnswer(
          "%s did not answer (%s)".formatted(client.tokenUri().getHost(), name(e)));
    }
  }

  private static Request request(
      OauthClient client, URI uri, FormFields form, BooleanSupplier tooLate) {
    Request.Builder request =
        new Request.Builder().url(uri.toString()).header("Accept", "application/json");
    if (client.authentication() == ClientAuthentication.BASIC) {
      request.header(
          "Authorization",
          Credentials.basic(
              FormFields.encode(client.clientId()),
              FormFields.encode(client.clientSecret().reveal())));
    } else {
      form.add("client_id", client.clientId());
      form.add("client_secret", client.clientSecret().reveal());
    }
    return request.post(new OneShotBody(FORM, form.bytes(), tooLate)).build();
  }

  /** Only from an answer that is the server's own and new: an error page may come from a cache. */
  private void learnSkew(OauthClient client, Response response, Instant sent) {
    java.util.Date date = response.headers().getDate("Date");
    if (date == null || !response.isSuccessful() || response.header("Age") != null) {
      return;
    }
    Duration ahead = Duration.between(sent, date.toInstant());
    if (ahead.abs().compareTo(MOST_SKEW) > 0) {
      return; // nobody's clock is a day wrong; that header is
    }
    // the answer was dated after the request was sent, so a slow server looks ahead by its own time
    Duration took = Duration.between(sent, clock.instant());
    boolean noise =
        ahead.compareTo(SKEW_NOISE.negated()) > 0 && ahead.compareTo(took.plus(SKEW_NOISE)) < 0;
    skews.put(server(client), noise ? Duration.ZERO : ahead);
  }

  private static String server(OauthClient client) {
    return client.tokenUri().getAuthority();
  }

  /** The kind of failure; its message may name addresses but never what was sent. */
  private static String name(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /** Form fields in the order they were added. */
  private static final class FormFields {
    private final Map<String, String> fields = new java.util.LinkedHashMap<>();

    void add(String name, String value) {
      fields.put(name, value);
    }

    /** What was sent, so that an answer which repeats it can be cleaned. */
    Collection<String> values() {
      return fields.values();
    }

    byte[] bytes() {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + "=" + encode(field.getValue()))
          .collect(Collectors.joining("&"))
          .getBytes(StandardCharsets.US_ASCII);
    }

    static String encode(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
