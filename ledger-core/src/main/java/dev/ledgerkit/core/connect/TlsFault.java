package dev.ledgerkit.core.connect;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failed handshake means to the one who has to mend it. */
final class TlsFault {
  private TlsFault() {}

  static String said(SSLException failure) {
    // innermost first: a path does not validate because a certificate in it expired
    if (holds(failure, CertificateExpiredException.class)) {
      return "its certificate expired";
    }
    if (holds(failure, CertPathBuilderException.class)
        || holds(failure, CertPathValidatorException.class)) {
      return "no authority this host trusts has signed its certificate";
    }
    if (failure instanceof SSLPeerUnverifiedException) {
      return "its certificate is for another name";
    }
    // alerts of RFC 8446, section 6.2, as the JDK spells them
    String alert = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (alert.contains("certificate_required") || alert.contains("bad_certificate")) {
      return "it does not take our client certificate, or wants one and was shown none";
    }
    return failure.getClass().getSimpleName()
        + (failure.getMessage() == null ? "" : ", " + failure.getMessage());
  }

  private static boolean holds(SSLException failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
