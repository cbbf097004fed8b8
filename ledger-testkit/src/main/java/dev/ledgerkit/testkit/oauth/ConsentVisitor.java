package dev.ledgerkit.testkit.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/**
 * The user with their browser: opens the consent page over HTTP and presses a button.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class ConsentVisitor implements AutoCloseable {
  private static final Pattern CONSENT = Pattern.compile("name=\"consent\" value=\"([^\"]+)\"");
  private static final Pattern WHY = Pattern.compile("class=\"why\">([^<]+)<");

  private final String decisionPath;
  private final OkHttpClient browser;

  /**
   * A browser that trusts the simulator.
   *
   * @param decisionPath where the page sends its form
   */
  public ConsentVisitor(String decisionPath, @Nullable HandshakeCertificates tls) {
    this.decisionPath = decisionPath;
    OkHttpClient.Builder client = new OkHttpClient.Builder().followRedirects(false);
    if (tls != null) {
      client.sslSocketFactory(tls.sslSocketFactory(), tls.trustManager());
      client.hostnameVerifier((host, session) -> true);
    }
    browser = client.build();
  }

  /**
   * Opens the page and answers it.
   *
   * @param choice the business or company picked, blank for none
   * @return where the browser is sent
   * @throws IllegalStateException if the page itself refuses
   */
  public URI answer(URI consentUrl, String decision, String choice) {
    try (Response page = call(new Request.Builder().url(consentUrl.toString()).build())) {
      if (page.isRedirect()) {
        return location(page);
      }
      String html = page.body().string();
      Matcher consent = CONSENT.matcher(html);
      if (!consent.find()) {
        Matcher why = WHY.matcher(html);
        throw new IllegalStateException(
            "The consent page refuses: " + (why.find() ? why.group(1) : "HTTP " + page.code()));
      }
      FormBody form =
          new FormBody.Builder()
              .add("consent", consent.group(1))
              .add("choice", choice)
              .add("decision", decision)
              .build();
      URI action = consentUrl.resolve(decisionPath);
      try (Response answered =
          call(new Request.Builder().url(action.toString()).post(form).build())) {
        return location(answered);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response call(Request request) throws IOException {
    return browser.newCall(request).execute();
  }

  private static URI location(Response response) {
    return URI.create(Objects.requireNonNull(response.header("Location"), "no redirect"));
  }

  @Override
  public void close() {
    browser.connectionPool().evictAll();
  }
}
