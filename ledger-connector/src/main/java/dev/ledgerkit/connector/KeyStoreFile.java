package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens the key store that properties name. Messages name the file and never the password. */
final class KeyStoreFile {
  /** What every JKS file begins with; a PKCS12 file begins with an ASN.1 sequence. */
  private static final byte[] JKS_MAGIC = {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed};

  private KeyStoreFile() {}

  /** An open store, and what its keys are opened with. */
  record Opened(Path file, KeyStore store, @Nullable Secret password) {
    /** As the platform's key stores want it; empty if there is none. */
    char[] characters() {
      return password == null ? new char[0] : password.reveal().toCharArray();
    }
  }

  /**
   * Opens it.
   *
   * @param type null to find it out
   * @throws ConfigurationException if it cannot be read, is no key store, or the password is wrong
   */
  static Opened open(Path file, @Nullable KeyStoreType type, @Nullable Secret password) {
    byte[] bytes = read(file);
    KeyStoreType form = type == null ? detect(bytes) : type;
    try {
      Opened opened = new Opened(file, KeyStore.getInstance(form.name()), password);
      // without a password nothing would prove that the file is whole
      opened.store().load(new ByteArrayInputStream(bytes), opened.characters());
      return opened;
    } catch (IOException e) {
      throw new ConfigurationException(
          e.getCause() instanceof UnrecoverableKeyException || saysPassword(e)
              ? password == null
                  ? "%s has a password; give it as KeyStorePassword".formatted(file)
                  : "KeyStorePassword does not open %s; give the one it was made with"
                      .formatted(file)
              : "%s is no %s key store; make one with keytool, or set KeyStoreType"
                  .formatted(file, form),
          e);
    } catch (GeneralSecurityException e) {
      throw new ConfigurationException(
          "%s needs something this Java platform has not; make it anew with keytool"
              .formatted(file),
          e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(
          "there is no file %s; name the key store".formatted(file), e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s cannot be read (%s); let this user read it"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  private static KeyStoreType detect(byte[] bytes) {
    for (int i = 0; i < JKS_MAGIC.length; i++) {
      if (bytes.length <= i || bytes[i] != JKS_MAGIC[i]) {
        return KeyStoreType.PKCS12;
      }
    }
    return KeyStoreType.JKS;
  }

  /** Some forms of a wrong password come without their cause. */
  private static boolean saysPassword(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("password");
  }
}
