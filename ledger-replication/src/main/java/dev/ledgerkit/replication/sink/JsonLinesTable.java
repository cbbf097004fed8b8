package dev.ledgerkit.replication.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream's log, and the file of lines that is made of it at the end of a run. */
final class JsonLinesTable implements SinkTable, Closeable {
  /** A log is worth rewriting once it is twice as long as its records, and this much. */
  private static final long SLACK = 1 << 20;

  private final String stream;
  private final LinesFile lines;
  private final IndexedLog log;

  JsonLinesTable(Path directory, Path work, String stream, String primaryKey) throws IOException {
    this.stream = stream;
    this.lines = new LinesFile(directory, work, stream, primaryKey);
    this.log = new IndexedLog(work, stream);
  }

  @Override
  public Optional<SinkCheckpoint> checkpoint() {
    return Optional.ofNullable(log.checkpoint());
  }

  @Override
  public void commit(Batch batch) {
    long last = checkpoint().map(SinkCheckpoint::sequence).orElse(0L);
    if (batch.checkpoint().sequence() != last + 1) {
      throw new SinkConflictException(
          "Stream %s is at commit %d, and commit %d was to follow it; another run wrote to %s."
              .formatted(stream, last, batch.checkpoint().sequence(), lines.file()));
    }
    guarded(
        () -> {
          log.append(
              LogFormat.batch(
                  batch.checkpoint(),
                  entries(batch),
                  batch.deletions(),
                  batch.generation(),
                  batch.retire()));
          return true;
        });
  }

  private static List<LogFormat.Entry> entries(Batch batch) {
    return batch.upserts().stream()
        .map(
            row ->
                new LogFormat.Entry(
                    LogFormat.bytes(row.key()), row.version(), batch.generation(), row.json()))
        .toList();
  }

  @Override
  public long count(long from) {
    return log.count(from);
  }

  @Override
  public Map<String, String> versions(Collection<String> keys) {
    return guarded(
        () -> {
          Map<String, String> versions = new HashMap<>();
          for (String key : keys) {
            String version = log.version(key);
            if (version != null) {
              versions.put(key, version);
            }
          }
          return versions;
        });
  }

  /** Reads the published file itself, so that what happened to it since shows. */
  @Override
  public void scan(RowVisitor visitor) {
    guarded(
        () -> {
          if (Files.exists(lines.file())) {
            lines.read(visitor);
          }
          return true;
        });
  }

  /**
   * Writes the file anew if it is not what it should be, and the log if half of it is of no use.
   */
  @Override
  public void publish() {
    guarded(
        () -> {
          if (!lines.are(log.changed())) {
            long useful = lines.write(log);
            if (log.length() > 2 * useful + SLACK) {
              log.compact();
            }
            lines.mark(log.changed());
          }
          return true;
        });
  }

  private interface Io<T> {
    T run() throws IOException;
  }

  /** An interrupt that came before, which would close files under the work, waits for its end. */
  private <T> T guarded(Io<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return work.run();
    } catch (IOException e) {
      throw JsonLinesSink.failure(lines.file(), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
