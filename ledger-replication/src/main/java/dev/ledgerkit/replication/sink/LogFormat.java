package dev.ledgerkit.replication.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a batch looks like in a log: its length, two checksums, the checkpoint, then what it does.
 *
 * <p>Every text is its length in bytes and UTF-8. An upsert is key, version, generation, JSON.
 */
final class LogFormat {
  static final byte[] MAGIC = "LEDGER-LOG-1\n".getBytes(StandardCharsets.US_ASCII);

  /** Length, the length's own checksum, the body's. */
  static final int PREFIX = 3 * Integer.BYTES;

  private LogFormat() {}

  /** An upsert as it stands in a log. */
  @SuppressWarnings("ArrayRecordComponent") // bytes between file and file; never compared
  record Entry(byte[] key, String version, long generation, byte[] json) {}

  /** What a batch does; an entry's offset is counted from the beginning of the batch. */
  interface Effects {
    void upsert(Entry entry, int offset) throws IOException;

    void delete(byte[] key) throws IOException;

    void retire(long generation) throws IOException;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A whole batch, ready to be appended. */
  static byte[] batch(
      SinkCheckpoint checkpoint,
      List<Entry> upserts,
      List<String> deletions,
      long generation,
      boolean retire)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[PREFIX]);
    out.writeLong(checkpoint.sequence());
    write(out, bytes(checkpoint.text()));
    out.writeInt(upserts.size());
    for (Entry entry : upserts) {
      write(out, entry.key());
      write(out, bytes(entry.version()));
      out.writeLong(entry.generation());
      write(out, entry.json());
    }
    out.writeInt(deletions.size());
    for (String key : deletions) {
      write(out, bytes(key));
    }
    out.writeBoolean(retire);
    out.writeLong(generation);
    return sealed(bytes.toByteArray());
  }

  private static byte[] sealed(byte[] batch) {
    int length = batch.length - PREFIX;
    return ByteBuffer.wrap(batch)
        .putInt(length)
        .putInt(checksum(length))
        .putInt(checksum(batch, PREFIX))
        .array();
  }

  /** Never zero for zero, so that what was never written is known. */
  static int checksum(int length) {
    return ~(length * 0x9e3779b1);
  }

  static int checksum(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  /** Reads what follows the prefix. */
  static SinkCheckpoint read(byte[] body, Effects effects) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    SinkCheckpoint checkpoint = new SinkCheckpoint(in.readLong(), text(read(in)));
    for (int upserts = in.readInt(); upserts > 0; upserts--) {
      int offset = PREFIX + body.length - in.available();
      effects.upsert(entry(in), offset);
    }
    for (int deletions = in.readInt(); deletions > 0; deletions--) {
      effects.delete(read(in));
    }
    boolean retire = in.readBoolean();
    long generation = in.readLong();
    if (retire) {
      effects.retire(generation);
    }
    return checkpoint;
  }

  private static Entry entry(DataInputStream in) throws IOException {
    return new Entry(read(in), text(read(in)), in.readLong(), read(in));
  }

  /** Key and version of the entry that {@code in} stands at. */
  static Entry head(DataInputStream in) throws IOException {
    return new Entry(read(in), text(read(in)), in.readLong(), new byte[0]);
  }

  private static void write(DataOutputStream out, byte[] text) throws IOException {
    out.writeInt(text.length);
    out.write(text);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    byte[] text = new byte[in.readInt()];
    in.readFully(text);
    return text;
  }
}
