package dev.ledgerkit.core.store;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of one kind: a file for each key, one that counts changes, one that is locked. */
final class KindDirectory {
  private static final String LOCK = "lock";
  private static final String CHANGES = "changes";

  private final Path directory;
  private final LedgerClock clock;

  KindDirectory(Path directory, LedgerClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** As one process and thread at a time; this is what makes read, compare and write one step. */
  <T> T locked(Work<T> work) {
    try {
      FileLocks locks = locks();
      return locks.locked(clock, () -> work.run(locks));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private FileLocks locks() throws IOException {
    try {
      return FileLocks.of(directory.resolve(LOCK));
    } catch (NoSuchFileException e) {
      OwnerFiles.createChild(directory);
      return FileLocks.of(directory.resolve(LOCK));
    }
  }

  /** What the key has. Needs no lock: a file is replaced whole. */
  Slot read(RecordKey key) {
    Path file = file(key);
    SlotFile read;
    try {
      read = SlotFile.read(OwnerFiles.read(file), file);
    } catch (NoSuchFileException e) {
      return Slot.EMPTY;
    } catch (IOException e) {
      throw failure(e);
    }
    if (!read.key().equals(key)) {
      throw new VaultException(
          "File %s holds record %s instead of %s.".formatted(file, read.key(), key), null);
    }
    return read.slot();
  }

  /** On the disk when it returns. */
  void write(RecordKey key, Slot slot) throws IOException {
    OwnerFiles.replace(file(key), new SlotFile(key, slot).bytes());
    OwnerFiles.syncDirectory(directory);
  }

  /** Every slot there is. */
  List<SlotFile> all() throws IOException {
    List<SlotFile> all = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "*" + FileNames.SUFFIX)) {
      for (Path file : files) {
        all.add(SlotFile.read(OwnerFiles.read(file), file));
      }
    }
    return all;
  }

  /** The number of the last change. */
  long changes() throws IOException {
    Path file = directory.resolve(CHANGES);
    try {
      return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (NumberFormatException e) {
      throw new VaultException(
          "File %s is damaged; restore it from a backup, with the records beside it."
              .formatted(file),
          e);
    }
  }

  /** Takes the next number; it is safe once the record that carries it is written. */
  long nextChange() throws IOException {
    long next = changes() + 1;
    OwnerFiles.replace(
        directory.resolve(CHANGES), Long.toString(next).getBytes(StandardCharsets.US_ASCII));
    return next;
  }

  private Path file(RecordKey key) {
    return directory.resolve(FileNames.of(key.id()));
  }

  private VaultException failure(IOException cause) {
    return new VaultException(
        "Directory %s: %s. Check that the disk is there, is not full, and that this user owns it."
            .formatted(directory, cause),
        cause);
  }

  /** What is done under the lock. */
  interface Work<T> {
    T run(FileLocks locks) throws IOException;
  }
}
