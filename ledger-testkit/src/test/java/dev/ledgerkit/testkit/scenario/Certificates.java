package dev.ledgerkit.testkit.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A private authority, what it signed, and key stores of all that. */
final class Certificates {
  static final String PASSWORD = "sim-store-password";

  final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Private CA").build();
  final HeldCertificate client =
      new HeldCertificate.Builder().signedBy(authority).commonName("client").build();

  private final HeldCertificate server =
      new HeldCertificate.Builder()
          .signedBy(authority)
          .addSubjectAlternativeName("127.0.0.1")
          .build();

  /** What a server shows, and whom it trusts. */
  HandshakeCertificates ofServer() {
    return new HandshakeCertificates.Builder()
        .heldCertificate(server, authority.certificate())
        .addTrustedCertificate(authority.certificate())
        .build();
  }

  /** A certificate of the authority for a time. */
  HeldCertificate client(Instant from, Instant to) {
    return new HeldCertificate.Builder()
        .signedBy(authority)
        .validityInterval(from.toEpochMilli(), to.toEpochMilli())
        .build();
  }

  Path both(Path file, String type) {
    return write(file, type, client, authority);
  }

  Path authorityOnly(Path file, String type) {
    return write(file, type, null, authority);
  }

  /** A key store; without the one or the other where it is null. */
  static Path write(Path file, String type, HeldCertificate key, HeldCertificate trusted) {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      if (key != null) {
        store.setKeyEntry(
            "client",
            key.keyPair().getPrivate(),
            PASSWORD.toCharArray(),
            new Certificate[] {key.certificate()});
      }
      if (trusted != null) {
        store.setCertificateEntry("ca", trusted.certificate());
      }
      store.store(out, PASSWORD.toCharArray());
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
