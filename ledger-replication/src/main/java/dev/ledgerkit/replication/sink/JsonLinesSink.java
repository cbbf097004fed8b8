package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.stream.StreamShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A directory with one JSON Lines file for each stream: a record on each line as the provider sent
 * it, its fields in alphabetical order.
 *
 * <p>The files are replaced as a whole when a stream is done, so whoever reads one sees what a run
 * left, never half of it. What is committed meanwhile lies beside them in {@code .ledger}, which a
 * resumed run goes on from; delete it together with the files or not at all. There a record is as
 * often as it changed, until half of that is of no use: so the directory takes two to three times
 * the records' size, and once more while a file is replaced.
 *
 * <p>One process at a time: another is refused. Used by one thread at a time.
 *
 * <pre>{@code
 * try (Sink sink = JsonLinesSink.in(Path.of("books"))) {
 *   replication.run(sink);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class JsonLinesSink implements Sink {
  private final Path directory;
  private final Path work;
  private final FileChannel lockFile;
  private final Map<String, JsonLinesTable> tables = new LinkedHashMap<>();

  private JsonLinesSink(Path directory, Path work, FileChannel lockFile) {
    this.directory = directory;
    this.work = work;
    this.lockFile = lockFile;
  }

  /**
   * The sink in a directory, which is made if it is not there.
   *
   * @throws SinkConflictException if another run is using it
   * @throws SinkException if it cannot be written
   */
  public static JsonLinesSink in(Path directory) {
    Path work = directory.resolve(".ledger");
    try {
      Files.createDirectories(work);
      FileChannel lockFile =
          FileChannel.open(
              work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (attempt(lockFile) == null) {
          throw new SinkConflictException(
              "Another run is writing to %s; wait for it to end.".formatted(directory));
        }
        removeScratch(work);
        return new JsonLinesSink(directory, work, lockFile);
      } catch (IOException | SinkException e) {
        lockFile.close(); // or nobody could open the directory while this process lives
        throw e;
      }
    } catch (IOException e) {
      throw failure(directory, e);
    }
  }

  private static @Nullable FileLock attempt(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // by a sink of this process
    }
  }

  /** What a process that was killed left. */
  private static void removeScratch(Path work) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(work, "*.scratch")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public SinkTable open(StreamShape shape) {
    try {
      JsonLinesTable table = tables.get(shape.name());
      if (table == null) {
        table = new JsonLinesTable(directory, work, shape.name(), shape.primaryKey());
        tables.put(shape.name(), table);
      }
      return table;
    } catch (IOException e) {
      throw failure(directory.resolve(shape.name() + ".jsonl"), e);
    }
  }

  @Override
  public void close() {
    IOException failure = null;
    for (JsonLinesTable table : tables.values()) {
      failure = closed(table, failure);
    }
    failure = closed(lockFile, failure);
    if (failure != null) {
      throw failure(directory, failure);
    }
  }

  private static @Nullable IOException closed(Closeable part, @Nullable IOException before) {
    try {
      part.close();
      return before;
    } catch (IOException e) {
      if (before != null) {
        e.addSuppressed(before);
      }
      return e;
    }
  }

  static SinkException failure(Path where, IOException cause) {
    return new SinkException(
        "%s could not be read or written (%s). See that the disk has room and the directory may be written; what was committed is there, so run again."
            .formatted(where, cause.getMessage()),
        cause);
  }

  @Override
  public String toString() {
    return "JsonLinesSink[" + directory + "]";
  }
}
