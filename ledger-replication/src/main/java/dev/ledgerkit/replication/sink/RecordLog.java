package dev.ledgerkit.replication.sink;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Batches one after the other in a file, each on the disk before {@link #append} returns, with a
 * checksum by which one that was cut off is known and forgotten. One thread at a time.
 */
final class RecordLog implements AutoCloseable {
  private static final int HEAD = 1024;

  private final Path path;
  private final RandomAccessFile file;
  private long length;

  /** Opens the log, or begins one. */
  RecordLog(Path path) throws IOException {
    this.path = path;
    boolean fresh = !Files.exists(path) || Files.size(path) < LogFormat.MAGIC.length;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (fresh) {
        file.setLength(0);
        file.write(LogFormat.MAGIC);
        file.getFD().sync();
        WholeFiles.sync(path.toAbsolutePath().getParent());
      }
      this.length = file.length();
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A batch that was read. */
  interface Reader {
    void batch(byte[] body, long offset) throws IOException;
  }

  long length() {
    return length;
  }

  /** Reads every batch and cuts off what a crash left half written. */
  void replay(Reader reader) throws IOException {
    length = walk(reader);
    file.setLength(length);
  }

  /** Where the last whole batch ends. */
  long walk(Reader reader) throws IOException {
    long size = file.length();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
      byte[] magic = in.readNBytes(LogFormat.MAGIC.length);
      if (!Arrays.equals(magic, LogFormat.MAGIC)) {
        throw new IOException("It does not begin as a log of this version does.");
      }
      long at = LogFormat.MAGIC.length;
      while (size - at >= LogFormat.PREFIX) {
        int bytes = in.readInt();
        int ofLength = in.readInt();
        int ofBody = in.readInt();
        if (ofLength != LogFormat.checksum(bytes)) {
          if (bytes == 0 && ofLength == 0 && ofBody == 0 && zeros(in)) {
            return at; // the file had grown, and what was to fill it was never written
          }
          throw damaged(at);
        }
        long end = at + LogFormat.PREFIX + bytes;
        if (end > size) {
          return at;
        }
        byte[] body = in.readNBytes(bytes);
        if (LogFormat.checksum(body, 0) != ofBody) {
          if (end == size) {
            return at;
          }
          throw damaged(at);
        }
        reader.batch(body, at);
        at = end;
      }
      return at;
    }
  }

  private static boolean zeros(DataInputStream in) throws IOException {
    for (byte[] bytes = in.readNBytes(HEAD); bytes.length > 0; bytes = in.readNBytes(HEAD)) {
      for (byte b : bytes) {
        if (b != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static IOException damaged(long at) {
    return new IOException("The batch at %d is damaged.".formatted(at));
  }

  /** Appends a batch and returns its offset; after a failure the log is as it was. */
  long append(byte[] batch) throws IOException {
    long offset = length;
    try {
      file.seek(offset);
      file.write(batch);
      file.getFD().sync();
    } catch (IOException e) {
      try {
        file.setLength(offset);
      } catch (IOException second) {
        e.addSuppressed(second); // what is left behind has no valid end, so a replay drops it
      }
      throw e;
    }
    length = offset + batch.length;
    return offset;
  }

  /** Key and version of the entry at an offset. */
  LogFormat.Entry head(long offset) throws IOException {
    for (int size = HEAD; ; size *= 4) {
      byte[] bytes = new byte[(int) Math.min(size, length - offset)];
      file.seek(offset);
      file.readFully(bytes);
      try {
        return LogFormat.head(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (EOFException e) {
        if (bytes.length < size) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
