package dev.ledgerkit.replication.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log of batches and an index of where in it each key's newest entry is. The log is the truth;
 * the index is made of it at every opening. One thread at a time.
 */
final class IndexedLog implements AutoCloseable {
  private static final int ENTRIES_A_BATCH = 500;

  private final Path directory;
  private final Path path;
  private final KeyIndex index;
  private RecordLog log;
  private @Nullable SinkCheckpoint checkpoint;
  private boolean touched;
  private boolean behind;
  private long changed;

  /** Opens the log of a stream below {@code directory}, or begins one. */
  IndexedLog(Path directory, String stream) throws IOException {
    this.directory = directory;
    this.path = directory.resolve(stream + ".log");
    this.log = new RecordLog(path);
    this.index =
        new KeyIndex(directory, (offset, key) -> Arrays.equals(log.head(offset).key(), key));
    try {
      log.replay(this::learn);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** What the last batch left; null before the first. */
  @Nullable SinkCheckpoint checkpoint() {
    return checkpoint;
  }

  /** The sequence of the last batch that changed a record. */
  long changed() {
    return changed;
  }

  long length() {
    return log.length();
  }

  /** After a failure to learn a batch that is in the log already, only another opening helps. */
  void append(byte[] batch) throws IOException {
    if (behind) {
      throw new IOException("An earlier batch is in the log and not in the index; open it again.");
    }
    long offset = log.append(batch);
    behind = true;
    learn(Arrays.copyOfRange(batch, LogFormat.PREFIX, batch.length), offset);
    behind = false;
  }

  long count(long from) {
    return index.count(from);
  }

  /** The version of a key's record; null if there is none. */
  @Nullable String version(String key) throws IOException {
    long offset = index.find(LogFormat.bytes(key));
    return offset < 0 ? null : log.head(offset).version();
  }

  /** Takes an entry that is the newest of its key. */
  interface Visitor {
    void entry(LogFormat.Entry entry) throws IOException;
  }

  /** Hands over every record, in the order in which they were last written. */
  void forEach(Visitor visitor) throws IOException {
    log.walk(
        (body, offset) ->
            LogFormat.read(
                body,
                new LogFormat.Effects() {
                  @Override
                  public void upsert(LogFormat.Entry entry, int within) throws IOException {
                    if (index.holds(entry.key(), offset + within)) {
                      visitor.entry(entry);
                    }
                  }

                  @Override
                  public void delete(byte[] key) {
                    // The index knows.
                  }

                  @Override
                  public void retire(long generation) {
                    // The index knows.
                  }
                }));
  }

  /** The same records in a log without what they were before. */
  void compact() throws IOException {
    SinkCheckpoint last = checkpoint;
    if (last == null) {
      return;
    }
    Path draft = path.resolveSibling(path.getFileName() + ".tmp");
    Files.deleteIfExists(draft);
    try {
      rewrite(draft, last);
      log.close();
      try {
        WholeFiles.replace(draft, path, directory);
      } finally {
        log = new RecordLog(path);
      }
      index.clear();
      log.replay(this::learn);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void rewrite(Path draft, SinkCheckpoint last) throws IOException {
    try (RecordLog smaller = new RecordLog(draft)) {
      List<LogFormat.Entry> entries = new ArrayList<>();
      forEach(
          entry -> {
            entries.add(entry);
            if (entries.size() == ENTRIES_A_BATCH) {
              smaller.append(LogFormat.batch(last, entries, List.of(), 0, false));
              entries.clear();
            }
          });
      smaller.append(LogFormat.batch(last, entries, List.of(), 0, false));
    }
  }

  private void learn(byte[] body, long offset) throws IOException {
    touched = false;
    SinkCheckpoint left =
        LogFormat.read(
            body,
            new LogFormat.Effects() {
              @Override
              public void upsert(LogFormat.Entry entry, int within) throws IOException {
                index.put(entry.key(), offset + within, entry.generation());
                touched = true;
              }

              @Override
              public void delete(byte[] key) throws IOException {
                touched |= index.remove(key);
              }

              @Override
              public void retire(long generation) {
                touched |= index.retire(generation);
              }
            });
    checkpoint = left;
    changed = touched ? left.sequence() : changed;
  }

  @Override
  public void close() throws IOException {
    try {
      log.close();
    } finally {
      index.close();
    }
  }
}
