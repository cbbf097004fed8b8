package dev.ledgerkit.core.connect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;

/**
 * A handshake without a request, to hear what a server has against us. Since TLS 1.3 it refuses a
 * client's certificate only after the handshake (RFC 8446, section 4.4.2.4); a request that is on
 * its way by then may be all that fails, and hides the reason. Nothing is sent here, so it is
 * heard.
 */
final class BareHandshake {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A server with nothing against us waits for a request, for longer than this. */
  private static final Duration LISTEN = Duration.ofSeconds(2);

  private BareHandshake() {}

  /** What it says; empty if that is nothing, or the way there leads through a proxy. */
  static Optional<SSLException> complaint(OkHttpClient http, URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme()) || http.proxy() != null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? 443 : uri.getPort();
    try (Socket plain = http.socketFactory().createSocket()) {
      plain.connect(
          new InetSocketAddress(http.dns().lookup(uri.getHost()).get(0), port),
          Math.toIntExact(CONNECT.toMillis()));
      plain.setSoTimeout(Math.toIntExact(LISTEN.toMillis()));
      return listen(
          (SSLSocket) http.sslSocketFactory().createSocket(plain, uri.getHost(), port, true));
    } catch (SSLException e) {
      return Optional.of(e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<SSLException> listen(SSLSocket socket) throws IOException {
    try (socket) {
      socket.startHandshake();
      var unused = socket.getInputStream().read();
      return Optional.empty();
    }
  }
}
