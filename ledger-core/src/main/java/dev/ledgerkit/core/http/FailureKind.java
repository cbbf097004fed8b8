package dev.ledgerkit.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What went wrong between here and the provider, with what a person does about it. */
enum FailureKind {
  UNKNOWN_HOST(
      "has no address that can be found; check DNS, the network and the configured region"),
  REFUSED(
      "did not take the connection; check the network, a firewall or proxy in between, and the"
          + " provider's status"),
  CERTIFICATE(
      "showed a certificate that does not verify; nothing was sent. Check for a proxy that opens"
          + " TLS, and add its authority to the OkHttpClient handed in if it is yours"),
  TLS("and this machine found no TLS to speak; check proxies in between and the Java version"),
  TIMEOUT("did not answer in time; try again later"),
  OTHER("broke the connection off; try again later");

  private final String remedy;

  FailureKind(String remedy) {
    this.remedy = remedy;
  }

  /** Reads on after the name of the host. */
  String remedy() {
    return remedy;
  }

  static FailureKind of(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return REFUSED;
    }
    if (failure instanceof SSLPeerUnverifiedException
        || (failure instanceof SSLException && comesFromCertificate(failure))) {
      return CERTIFICATE;
    }
    if (failure instanceof SSLException) {
      return TLS;
    }
    return failure instanceof InterruptedIOException ? TIMEOUT : OTHER;
  }

  private static boolean comesFromCertificate(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
