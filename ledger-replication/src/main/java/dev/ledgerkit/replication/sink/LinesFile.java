package dev.ledgerkit.replication.sink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that readers see, and a mark beside the log that says of which state it is, and how long
 * and with which checksum it was written. One thread at a time.
 */
final class LinesFile {
  private static final int BUFFER = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path directory;
  private final Path file;
  private final Path mark;
  private final String primaryKey;
  private String written = "";

  LinesFile(Path directory, Path work, String stream, String primaryKey) {
    this.directory = directory;
    this.file = directory.resolve(stream + ".jsonl");
    this.mark = work.resolve(stream + ".published");
    this.primaryKey = primaryKey;
  }

  Path file() {
    return file;
  }

  /** Whether the file is there as it was written, of this state. */
  boolean are(long state) throws IOException {
    return Files.exists(file)
        && Files.exists(mark)
        && Files.readString(mark).equals(state + " " + measured());
  }

  private String measured() throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(new FileInputStream(file.toFile()), crc)) {
      long length = in.transferTo(OutputStream.nullOutputStream());
      return length + " " + crc.getValue();
    }
  }

  /** Replaces the file by what the log holds; returns how many bytes of records there are. */
  long write(IndexedLog log) throws IOException {
    Files.deleteIfExists(mark);
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      long length = draft(draft, log);
      WholeFiles.replace(draft, file, directory);
      return length;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private long draft(Path draft, IndexedLog log) throws IOException {
    CRC32 crc = new CRC32();
    long[] length = new long[1];
    try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
      OutputStream buffered = new CheckedOutputStream(new BufferedOutputStream(out, BUFFER), crc);
      log.forEach(
          entry -> {
            buffered.write(entry.json());
            buffered.write('\n');
            length[0] += entry.json().length + 1L;
          });
      buffered.flush();
      out.getFD().sync();
    }
    written = length[0] + " " + crc.getValue();
    return length[0];
  }

  /** Notes of which state the file is. A mark that is cut off costs one more writing. */
  void mark(long state) throws IOException {
    Files.writeString(mark, state + " " + written);
  }

  /** Every line's key and version. */
  void read(SinkTable.RowVisitor visitor) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER),
                StandardCharsets.UTF_8))) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        visitor.row(key(line, number), SinkRow.version(LogFormat.bytes(line)));
        number++;
      }
    }
  }

  private String key(String line, long number) throws IOException {
    try {
      return JSON.readTree(line).path(primaryKey).asString("");
    } catch (JacksonException e) {
      throw new IOException("Line %d is no JSON.".formatted(number), e);
    }
  }
}
