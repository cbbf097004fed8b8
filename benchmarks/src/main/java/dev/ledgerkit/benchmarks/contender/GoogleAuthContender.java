package dev.ledgerkit.benchmarks.contender;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/** google-auth: one credentials object, shared by all threads. */
public final class GoogleAuthContender implements Contender {
  private static final URI API = URI.create("https://api.example.com/");

  private final UserCredentials credentials;

  /** With a token that expired a minute ago. */
  public GoogleAuthContender(URI tokenUri) {
    this.credentials =
        UserCredentials.newBuilder()
            .setClientId("client")
            .setClientSecret("not-a-secret")
            .setRefreshToken(TokenServer.FIRST_REFRESH_TOKEN)
            .setTokenServerUri(tokenUri)
            .setAccessToken(new AccessToken("at-0", Date.from(Instant.now().minusSeconds(60))))
            .build();
  }

  @Override
  public String token() throws IOException {
    credentials.refreshIfExpired();
    return held();
  }

  @Override
  public Object fresh() throws IOException {
    return credentials.getRequestMetadata(API);
  }

  @Override
  public String refreshAgain() throws IOException {
    credentials.refresh();
    return held();
  }

  private String held() {
    return Objects.requireNonNull(credentials.getAccessToken(), "no access token").getTokenValue();
  }
}
