package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and directories for the owner's eyes alone, replaced whole or not at all.
 *
 * <p>Where the file system has no POSIX permissions the directory's own rules hold.
 */
final class OwnerFiles {
  private OwnerFiles() {}

  /** Creates the directory with mode 0700, and those above it that are missing. */
  static void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, owner(directory, "rwx------"));
  }

  /** Creates one directory with mode 0700 unless it is there; what is above it has to be. */
  static void createChild(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, owner(directory, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      return; // by somebody else, just now
    }
  }

  /** All of a file. An interrupt, which would close it under the reader, is put off. */
  static byte[] read(Path file) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return Files.readAllBytes(file);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Creates the file with mode 0600 unless it is there. */
  static void createFile(Path file) throws IOException {
    // Asked first, and created exclusively: opening and closing a file that is there would drop the
    // locks this process holds on it.
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, owner(file, "rw-------"));
      } catch (FileAlreadyExistsException e) {
        return; // by somebody else, just now
      }
    }
  }

  /**
   * Refuses a directory in which every user of the machine may replace files.
   *
   * @throws ConfigurationException naming it and the remedy
   */
  static void refuseWorldWritable(Path directory) throws IOException {
    if (posix(directory)
        && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new ConfigurationException(
          "Directory %s may be written by every user of this machine; take that away (chmod o-w) or"
                  .formatted(directory)
              + " name another.");
    }
  }

  /**
   * Replaces {@code file} by {@code bytes}: they are on the disk before they get its name, so
   * whoever reads, and whoever comes after a crash, finds the old or the new. One writer at a time.
   * The name is safe only after {@link #syncDirectory}.
   *
   * <p>Written by a stream, because a channel closes when its thread is interrupted.
   */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    createFile(draft);
    try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the names in a directory outlive a loss of power. */
  static void syncDirectory(Path directory) throws IOException {
    if (!posix(directory)) {
      return; // Windows opens no directories, and keeps names safe by itself
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] owner(Path path, String permissions) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    FileSystem system = path.getFileSystem();
    return system.supportedFileAttributeViews().contains("posix");
  }
}
