package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key store holds that is valid now: client certificates with their keys, and authorities to
 * trust. Entries that are out of date are left out; a kind that has no other is refused.
 */
final class KeyStoreEntries {
  private final KeyStoreFile.Opened opened;
  private final Instant now;
  private final List<String> outdated = new ArrayList<>();
  private final List<X509Certificate> authorities = new ArrayList<>();
  private final KeyStore keys;
  private int found;

  private KeyStoreEntries(KeyStoreFile.Opened opened, Instant now)
      throws GeneralSecurityException, IOException {
    this.opened = opened;
    this.now = now;
    this.keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    int keysFound = 0;
    int authoritiesFound = 0;
    for (String alias : Collections.list(opened.store().aliases())) {
      if (opened.store().isKeyEntry(alias)) {
        keysFound++;
        takeKey(alias);
      } else {
        authoritiesFound++;
        takeAuthority(alias);
      }
    }
    this.found = keysFound + authoritiesFound;
    boolean nothingLeft =
        (keysFound > 0 && keys.size() == 0) || (authoritiesFound > 0 && authorities.isEmpty());
    if (found == 0 || nothingLeft) {
      throw new ConfigurationException(refusal());
    }
  }

  /**
   * Sorts the entries.
   *
   * @throws ConfigurationException if there is none, or none that is valid now
   */
  static KeyStoreEntries of(KeyStoreFile.Opened opened, Instant now) {
    try {
      return new KeyStoreEntries(opened, now);
    } catch (UnrecoverableKeyException e) {
      throw new ConfigurationException(
          "KeyStorePassword opens %s but not the key in it; give both the same password"
              .formatted(opened.file()),
          e);
    } catch (GeneralSecurityException | IOException e) {
      throw new ConfigurationException(
          "the entries of %s cannot be used (%s); make it anew with keytool"
              .formatted(opened.file(), e.getClass().getSimpleName()),
          e);
    }
  }

  /** Keys with their chains, under {@link #password}; null if there are none. */
  @Nullable KeyStore keys() throws GeneralSecurityException {
    return keys.size() == 0 ? null : keys;
  }

  char[] password() {
    return opened.characters();
  }

  List<X509Certificate> authorities() {
    return authorities;
  }

  private void takeKey(String alias) throws GeneralSecurityException {
    Key key = opened.store().getKey(alias, opened.characters());
    Certificate[] chain = opened.store().getCertificateChain(alias);
    if (chain != null && chain.length > 0 && valid(alias, chain[0])) {
      keys.setKeyEntry(alias, key, opened.characters(), chain);
    }
  }

  private void takeAuthority(String alias) throws GeneralSecurityException {
    Certificate certificate = opened.store().getCertificate(alias);
    if (certificate instanceof X509Certificate authority && valid(alias, certificate)) {
      authorities.add(authority);
    }
  }

  private boolean valid(String alias, Certificate certificate) {
    if (!(certificate instanceof X509Certificate dated)) {
      return false;
    }
    try {
      dated.checkValidity(Date.from(now));
      return true;
    } catch (CertificateExpiredException e) {
      outdated.add("'%s' expired at %s".formatted(alias, dated.getNotAfter().toInstant()));
    } catch (CertificateNotYetValidException e) {
      outdated.add("'%s' begins at %s".formatted(alias, dated.getNotBefore().toInstant()));
    }
    return false;
  }

  private String refusal() {
    return found == 0
        ? "%s holds no key and no trusted certificate; add one with keytool -importcert or -importkeystore"
            .formatted(opened.file())
        : "%s holds nothing that is valid now: %s; renew it"
            .formatted(opened.file(), String.join(", ", outdated));
  }
}
