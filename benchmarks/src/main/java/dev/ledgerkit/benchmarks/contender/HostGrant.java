package dev.ledgerkit.benchmarks.contender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The refresh a host writes itself around a cache that only caches: post the refresh token, keep
 * the next one. It trusts the cache to call it once.
 */
final class HostGrant {
  private static final Pattern FIELD = Pattern.compile("\"(access|refresh)_token\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<String> refreshToken =
      new AtomicReference<>(TokenServer.FIRST_REFRESH_TOKEN);
  private final URI tokenUri;

  HostGrant(URI tokenUri) {
    this.tokenUri = tokenUri;
  }

  /** The next access token. */
  String refresh() throws IOException, InterruptedException {
    String form = "grant_type=refresh_token&refresh_token=" + refreshToken.get();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(tokenUri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("refused: " + answer.statusCode());
    }
    String access = "";
    Matcher fields = FIELD.matcher(answer.body());
    while (fields.find()) {
      if (fields.group(1).equals("access")) {
        access = fields.group(2);
      } else {
        refreshToken.set(fields.group(2));
      }
    }
    return access;
  }
}
