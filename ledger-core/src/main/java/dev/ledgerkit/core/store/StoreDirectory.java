package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory of a file store: made, found to be one, or refused. */
final class StoreDirectory {
  private static final String FORMAT_FILE = "format";
  private static final String FORMAT = "Ledger record files, format 1\n";

  private StoreDirectory() {}

  /** Leaves a directory that is ours, of this format, and not open to every user. */
  static void prepare(Path directory, LedgerClock clock) {
    try {
      OwnerFiles.createDirectory(directory);
      OwnerFiles.refuseWorldWritable(directory);
      if (!formatIsOurs(directory)) {
        refuseForeign(directory);
        FileLocks.of(directory.resolve(FORMAT_FILE + ".lock"))
            .locked(clock, () -> writeFormat(directory));
      }
    } catch (IOException e) {
      throw new VaultException(
          "Directory %s cannot be used: %s. Name one that this user may create or owns."
              .formatted(directory, e),
          e);
    }
  }

  private static boolean formatIsOurs(Path directory) throws IOException {
    try {
      String format = Files.readString(directory.resolve(FORMAT_FILE));
      if (!format.equals(FORMAT)) {
        throw new VaultException(
            ("Directory %s has '%s'; this version of Ledger reads '%s'. Use the version that wrote"
                    + " it, or name another directory.")
                .formatted(directory, format.strip(), FORMAT.strip()),
            null);
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean writeFormat(Path directory) throws IOException {
    OwnerFiles.replace(directory.resolve(FORMAT_FILE), FORMAT.getBytes(StandardCharsets.UTF_8));
    OwnerFiles.syncDirectory(directory);
    return true;
  }

  /** Another process may be making the same directory now: then it is ours by a second look. */
  private static void refuseForeign(Path directory) throws IOException {
    if (holdsOtherFiles(directory) && !formatIsOurs(directory)) {
      throw new ConfigurationException(
          "Directory %s holds other files; name one that is empty or does not exist."
              .formatted(directory));
    }
  }

  private static boolean holdsOtherFiles(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.anyMatch(entry -> !entry.getFileName().toString().startsWith(FORMAT_FILE));
    }
  }
}
