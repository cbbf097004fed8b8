package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.MasterKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.jspecify.annotations.Nullable;

/**
 * The directory of {@code OAuthSettingsLocation}: one directory of records for each connection, and
 * the key they are sealed under, unless the host holds one.
 *
 * <pre>
 * location/connection-keys.json   mode 0600
 * location/c-1f3a.../             records of one connection, mode 0700
 * </pre>
 *
 * <p>Apart, because a connection keeps alive whatever grants its store holds, with its own client.
 */
final class SettingsDirectory {
  static final String KEYS = "connection-keys.json";

  private SettingsDirectory() {}

  /** What a connection's records lie in, and what seals them. */
  record Opened(RecordStore store, MasterKeys keys) {}

  /**
   * Opens it; makes it first where there is none.
   *
   * @param hostKeys null to keep the keys in the directory
   */
  static Opened open(
      Path location, String connection, @Nullable MasterKeys hostKeys, LedgerClock clock) {
    RecordStore store = new FileRecordStore(location.resolve(connection), clock);
    refuseWorldWritable(location);
    return new Opened(
        store, hostKeys == null ? MasterKeys.fromFileOrNew(location.resolve(KEYS)) : hostKeys);
  }

  /** Somebody who may replace the key file chooses what the next tokens are sealed under. */
  private static void refuseWorldWritable(Path location) {
    try {
      if (location.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(location).contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new ConfigurationException(
            "Directory %s may be written by every user of this machine; take that away (chmod o-w) or name another."
                .formatted(location));
      }
    } catch (IOException e) {
      throw new ConfigurationException("Directory %s cannot be read.".formatted(location), e);
    }
  }
}
