package dev.ledgerkit.crypto;

import dev.ledgerkit.core.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A file that only its owner reads: checked when it is read, made so when it is written. */
final class KeysetFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private KeysetFile() {}

  static String name(Path file) {
    return "file " + file;
  }

  static String read(Path file) {
    try {
      requirePrivate(file);
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(
          "There is no key file %s; make one with KeyTool create.".formatted(file), e);
    } catch (IOException e) {
      throw new ConfigurationException("Key file %s cannot be read.".formatted(file), e);
    }
  }

  /** Makes the file; refuses to touch one that is there. */
  static void create(Path file, String text) {
    try {
      write(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationException(
          "%s exists; a keyset is never overwritten, for every token sealed under it would be lost."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new ConfigurationException("Key file %s cannot be written.".formatted(file), e);
    }
  }

  static boolean exists(Path file) {
    return Files.exists(file);
  }

  /**
   * Makes the file, whole, or leaves the one that another made: it is written under a name of its
   * own and then given the right one, which fails if somebody has it.
   */
  static void createUnlessThere(Path file, String text) {
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    try {
      write(draft, text);
      try {
        claim(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
      sync(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw new ConfigurationException("Key file %s cannot be written.".formatted(file), e);
    }
  }

  private static void claim(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // by another process, just now
    } catch (UnsupportedOperationException | FileSystemException e) {
      move(draft, file); // a file system without links, whose rename does not replace
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      return; // as above
    }
  }

  /** Makes the name outlive a loss of power, before anything is sealed under the key. */
  private static void sync(Path directory) throws IOException {
    if (posix(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Replaces the text at once and durably. The new file beside it is also the lock against a second
   * change at the same time, which would lose a key.
   */
  static void change(Path file, UnaryOperator<String> change) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      write(next, "");
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationException(
          "%s exists: another change of the keyset is under way, or one was cut short. If none is running, delete it."
              .formatted(next),
          e);
    } catch (IOException e) {
      throw new ConfigurationException("File %s cannot be written.".formatted(next), e);
    }
    try {
      String text = change.apply(read(file));
      force(next, text, StandardOpenOption.WRITE);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ConfigurationException("Key file %s cannot be replaced.".formatted(file), e);
    } finally {
      deleteQuietly(next);
    }
  }

  private static void write(Path file, String text) throws IOException {
    FileAttribute<?>[] attributes =
        posix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
    force(file, text, StandardOpenOption.WRITE);
  }

  private static void force(Path file, String text, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(file, option)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(view.readAttributes().permissions());
    others.removeAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE));
    others.removeAll(OWNER);
    if (!others.isEmpty()) {
      throw new ConfigurationException(
          "Key file %s is open to others than its owner (%s); run: chmod 600 %s"
              .formatted(
                  file, PosixFilePermissions.toString(view.readAttributes().permissions()), file));
    }
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It holds an owner-only copy at worst, and the next change names it.
    }
  }
}
