package dev.ledgerkit.benchmarks.contender;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.Credential;
import com.google.api.client.auth.oauth2.StoredCredential;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.store.DataStore;
import com.google.api.client.util.store.MemoryDataStoreFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * google-oauth-client: a credential out of its data store, either one that all threads share or one
 * for each call, as its servlets and the guides do.
 */
public final class GoogleOauthContender implements Contender {
  private static final String USER = "merchant";

  private final NetHttpTransport transport = new NetHttpTransport();
  private final AuthorizationCodeFlow flow;
  private final Credential sharedCredential;
  private final boolean shared;

  private GoogleOauthContender(URI tokenUri, boolean shared) throws IOException {
    DataStore<StoredCredential> store =
        StoredCredential.getDefaultDataStore(new MemoryDataStoreFactory());
    store.set(
        USER,
        new StoredCredential()
            .setAccessToken("at-0")
            .setRefreshToken(TokenServer.FIRST_REFRESH_TOKEN)
            .setExpirationTimeMilliseconds(Instant.now().minusSeconds(60).toEpochMilli()));
    this.flow =
        new AuthorizationCodeFlow.Builder(
                BearerToken.authorizationHeaderAccessMethod(),
                transport,
                GsonFactory.getDefaultInstance(),
                new GenericUrl(tokenUri),
                new ClientParametersAuthentication("client", "not-a-secret"),
                "client",
                "https://auth.example.com/authorize")
            .setCredentialDataStore(store)
            .build();
    this.sharedCredential = flow.loadCredential(USER);
    this.shared = shared;
  }

  /** One credential for all threads. */
  public static GoogleOauthContender shared(URI tokenUri) throws IOException {
    return new GoogleOauthContender(tokenUri, true);
  }

  /** {@code loadCredential} in each call. */
  public static GoogleOauthContender loading(URI tokenUri) throws IOException {
    return new GoogleOauthContender(tokenUri, false);
  }

  @Override
  public String token() throws IOException {
    Credential credential = credential();
    credential.intercept(
        transport
            .createRequestFactory()
            .buildGetRequest(new GenericUrl("https://api.example.com/")));
    return Objects.requireNonNull(credential.getAccessToken(), "no access token");
  }

  @Override
  public Object fresh() throws IOException {
    Credential credential = credential();
    Long left = credential.getExpiresInSeconds();
    if (left != null && left < 60) {
      throw new IllegalStateException("not fresh");
    }
    return credential.getAccessToken();
  }

  @Override
  public String refreshAgain() throws IOException {
    Credential credential = credential();
    boolean done = credential.refreshToken();
    if (!done) {
      throw new IOException("not refreshed");
    }
    return credential.getAccessToken();
  }

  private Credential credential() throws IOException {
    return shared ? sharedCredential : flow.loadCredential(USER);
  }
}
