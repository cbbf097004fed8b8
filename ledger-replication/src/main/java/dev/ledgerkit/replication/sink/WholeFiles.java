package dev.ledgerkit.replication.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Files that are replaced whole or not at all, also where the power fails. */
final class WholeFiles {
  private WholeFiles() {}

  /** Gives {@code draft}, which is on the disk already, the name of {@code target}. */
  static void replace(Path draft, Path target, Path directory) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(directory);
  }

  /** Makes the names in a directory outlive a loss of power. */
  static void sync(@Nullable Path directory) throws IOException {
    if (directory == null
        || !directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return; // Windows opens no directories, and keeps names safe by itself
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
