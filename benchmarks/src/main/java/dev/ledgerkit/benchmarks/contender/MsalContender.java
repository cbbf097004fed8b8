package dev.ledgerkit.benchmarks.contender;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * MSAL4J by client credentials, through a stub instead of a socket: its refresh by a user's grant
 * talks to its vendor's authority only. What it sends is counted in the stub.
 */
public final class MsalContender implements Contender {
  private final AtomicInteger sends = new AtomicInteger();
  private final ConfidentialClientApplication application;
  private final ClientCredentialParameters parameters =
      ClientCredentialParameters.builder(Set.of("api://books/.default")).build();

  /** With nothing cached yet; {@code delay} is what the stub sleeps. */
  public MsalContender(Duration delay) throws MalformedURLException {
    IHttpClient stub =
        request -> {
          int number = sends.incrementAndGet();
          Thread.sleep(delay.toMillis());
          HttpResponse response = new HttpResponse().statusCode(200);
          response.addHeaders(Map.of("Content-Type", List.of("application/json")));
          return response.body(
              "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"at-%d\"}"
                  .formatted(number));
        };
    this.application =
        ConfidentialClientApplication.builder(
                "client", ClientCredentialFactory.createFromSecret("not-a-secret"))
            .authority("https://login.microsoftonline.com/tenant/")
            .instanceDiscovery(false)
            .httpClient(stub)
            .build();
  }

  /** How often the stub was asked. */
  public int sends() {
    return sends.get();
  }

  @Override
  public String token() throws Exception {
    return application.acquireToken(parameters).get().accessToken();
  }

  @Override
  public String refreshAgain() {
    throw new UnsupportedOperationException();
  }
}
