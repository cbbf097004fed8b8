package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.LedgerException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Whether hosts are there at all: their names, an answer of any kind, and the time they tell. */
final class Reachable {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final OkHttpClient http;
  private @Nullable Instant told;

  Reachable(OkHttpClient http) {
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(LIMIT)
            .build();
  }

  String resolve(Collection<String> hosts) {
    for (String host : hosts) {
      try {
        http.dns().lookup(host);
      } catch (UnknownHostException e) {
        throw new LedgerException("The host '%s' is not known.".formatted(host), e);
      }
    }
    return String.join(", ", hosts);
  }

  /** Any answer will do; what it says is for later steps. */
  String connect(List<URI> uris) {
    return uris.stream().map(this::connect).distinct().collect(Collectors.joining(", "));
  }

  private String connect(URI uri) {
    Request request = new Request.Builder().url(uri.toString()).build();
    try (Response response = http.newCall(request).execute()) {
      Date date = response.headers().getDate("Date");
      told = date == null ? told : date.toInstant();
      return uri.getHost()
          + (response.handshake() == null
              ? " without TLS"
              : " by " + response.handshake().tlsVersion().javaName());
    } catch (SSLException e) {
      throw noTls(uri, e);
    } catch (IOException e) {
      Optional<SSLException> complaint = BareHandshake.complaint(http, uri);
      throw complaint.isPresent()
          ? noTls(uri, complaint.get())
          : new LedgerException(
              "%s does not answer: %s.".formatted(uri.getHost(), e.getClass().getSimpleName()), e);
    }
  }

  private static LedgerException noTls(URI uri, SSLException why) {
    return new LedgerException(
        "No TLS with %s: %s.".formatted(uri.getHost(), TlsFault.said(why)), why);
  }

  /** How far this machine's clock is ahead of the host's; zero if no host told the time. */
  Duration clockAhead(Instant now) {
    return told == null ? Duration.ZERO : Duration.between(told, now);
  }
}
