package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.Secret;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sorts a token endpoint's answer by what it proves (RFC 6749, sections 5.1 and 5.2). */
final class TokenReplyParser {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Short, because a token that lives longer is then only renewed early. */
  private static final Duration ACCESS_LIFETIME_UNSAID = Duration.ofMinutes(5);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private TokenReplyParser() {}

  static TokenReply parse(
      Response response,
      byte[] body,
      Instant sent,
      @Nullable OauthToken spent,
      Duration refreshLifetime) {
    int status = response.code();
    JsonNode json = object(body);
    if (status >= 200 && status < 300) {
      return json == null
          ? unreadable(response)
          : granted(response, json, sent, spent, refreshLifetime);
    }
    Duration retryAfter = retryAfter(response, sent);
    // a bare 503 may come from a gateway behind which the token was spent; "come back then" says
    // that it was not
    if (status == 429 || (status == 503 && retryAfter != null)) {
      return new TokenReply.NotServed(
          "%s answered %d".formatted(host(response), status), retryAfter);
    }
    if (json != null && status >= 400 && status < 500 && !text(json, "error").isEmpty()) {
      String error = text(json, "error");
      String description = text(json, "error_description");
      return error.equals("invalid_grant")
          ? new TokenReply.Refused(error, description)
          : new TokenReply.Misconfigured(error, description);
    }
    return unreadable(response);
  }

  private static TokenReply granted(
      Response response,
      JsonNode json,
      Instant sent,
      @Nullable OauthToken spent,
      Duration refreshLifetime) {
    String access = text(json, "access_token");
    String refresh = text(json, "refresh_token");
    if (access.isBlank() || (refresh.isBlank() && spent == null)) {
      return unreadable(response);
    }
    Instant refreshExpiresAt =
        refresh.isBlank() && spent != null && seconds(json, "refresh_token_expires_in") == null
            ? spent.refreshExpiresAt()
            : sent.plus(orElse(seconds(json, "refresh_token_expires_in"), refreshLifetime));
    String scope = text(json, "scope").isEmpty() ? text(json, "scopes") : text(json, "scope");
    return new TokenReply.Granted(
        new OauthToken(
            Secret.of(access),
            refresh.isBlank() && spent != null ? spent.refreshToken() : Secret.of(refresh),
            sent.plus(orElse(seconds(json, "expires_in"), ACCESS_LIFETIME_UNSAID)),
            refreshExpiresAt,
            scope.isEmpty() && spent != null ? spent.scope() : scope,
            sent));
  }

  private static TokenReply unreadable(Response response) {
    return new TokenReply.NoAnswer(
        "%s answered %d with %s, which is no token answer; check that the endpoints are the right preset"
            .formatted(
                host(response),
                response.code(),
                response.body().contentType() == null
                    ? "no content type"
                    : response.body().contentType()),
        response.code() < 500);
  }

  private static @Nullable JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json != null && json.isObject() ? json : null;
    } catch (JacksonException e) {
      return null; // not JSON is an answer too: the caller says what came instead
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  /** Lifetimes come as numbers, and as strings from some servers. Null if absent or senseless. */
  private static @Nullable Duration seconds(JsonNode json, String field) {
    long seconds = json.path(field).asLong(-1);
    return seconds <= 0 ? null : Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  private static Duration orElse(@Nullable Duration said, Duration unsaid) {
    return said == null ? unsaid : said;
  }

  private static @Nullable Duration retryAfter(Response response, Instant now) {
    String header = response.header("Retry-After");
    if (header == null) {
      return null;
    }
    if (header.strip().matches("\\d{1,9}")) {
      return atMost(Duration.ofSeconds(Long.parseLong(header.strip())));
    }
    java.util.Date date = response.headers().getDate("Retry-After");
    return date == null ? null : atMost(Duration.between(now, date.toInstant()));
  }

  /** A slip of the server's must not last until the refresh token is dead. */
  private static Duration atMost(Duration asked) {
    return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
  }

  private static String host(Response response) {
    return response.request().url().host();
  }
}
