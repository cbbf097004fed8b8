package dev.ledgerkit.connector;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A key store's certificates, put to use: its authorities are trusted beside the platform's own,
 * its keys shown to servers that ask. Every check is the platform's; none is taken away.
 */
final class TlsMaterial {
  private TlsMaterial() {}

  static OkHttpClient applied(OkHttpClient base, KeyStoreEntries entries) {
    try {
      X509TrustManager trust = trust(entries.authorities());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keyManagers(entries.keys(), entries.password()), new TrustManager[] {trust}, null);
      return base.newBuilder().sslSocketFactory(context.getSocketFactory(), trust).build();
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("Every Java platform has TLS and its key stores", e);
    }
  }

  private static KeyManager @Nullable [] keyManagers(@Nullable KeyStore keys, char[] password)
      throws GeneralSecurityException {
    if (keys == null) {
      return null;
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    return factory.getKeyManagers();
  }

  /** One trust manager of the platform over both sets, so that no check is ours to get wrong. */
  private static X509TrustManager trust(List<X509Certificate> authorities)
      throws GeneralSecurityException, java.io.IOException {
    X509TrustManager platform = managerOf(null);
    if (authorities.isEmpty()) {
      return platform;
    }
    KeyStore all = KeyStore.getInstance("PKCS12");
    all.load(null, null);
    int number = 0;
    for (X509Certificate known : platform.getAcceptedIssuers()) {
      all.setCertificateEntry("platform-" + number++, known);
    }
    for (X509Certificate own : authorities) {
      all.setCertificateEntry("own-" + number++, own);
    }
    return managerOf(all);
  }

  private static X509TrustManager managerOf(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IllegalStateException("Every Java platform trusts by X.509");
  }
}
