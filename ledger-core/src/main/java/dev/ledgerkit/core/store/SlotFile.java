package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A slot as the bytes of its file: the key, the numbers, the value, and a checksum over all of it.
 */
record SlotFile(RecordKey key, Slot slot) {
  /** "LKR" and the format. */
  private static final int MAGIC = 0x4C4B5201;

  private static final int CHECKSUM = Long.BYTES;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(key.kind());
      out.writeUTF(key.id());
      out.writeLong(slot.version());
      out.writeLong(slot.change());
      out.writeLong(slot.fence());
      out.writeUTF(slot.owner() == null ? "" : slot.owner());
      out.writeLong(slot.leasedUntil().toEpochMilli());
      StoredRecord record = slot.record();
      Instant dueAt = record == null ? null : record.dueAt();
      out.writeBoolean(dueAt != null);
      out.writeLong(dueAt == null ? 0 : EpochMillis.floor(dueAt));
      out.writeInt(record == null ? -1 : record.value().length);
      out.write(record == null ? new byte[0] : record.value());
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail.", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws VaultException naming {@code file}, if this is anything else
   */
  static SlotFile read(byte[] bytes, Path file) {
    int length = bytes.length - CHECKSUM;
    if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
      throw garbage(file, null);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
      if (in.readInt() != MAGIC) {
        throw garbage(file, null);
      }
      RecordKey key = new RecordKey(in.readUTF(), in.readUTF());
      long version = in.readLong();
      long change = in.readLong();
      long fence = in.readLong();
      String owner = in.readUTF();
      Instant leasedUntil = Instant.ofEpochMilli(in.readLong());
      boolean due = in.readBoolean();
      long dueMillis = in.readLong();
      int size = in.readInt();
      StoredRecord record =
          size < 0
              ? null
              : new StoredRecord(
                  key, in.readNBytes(size), version, due ? Instant.ofEpochMilli(dueMillis) : null);
      return new SlotFile(
          key,
          new Slot(record, version, change, fence, owner.isEmpty() ? null : owner, leasedUntil));
    } catch (IOException e) {
      throw garbage(file, e);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static VaultException garbage(Path file, @Nullable IOException cause) {
    return new VaultException(
        "File %s is damaged or not a record of Ledger's. Restore it from a backup, or move it away;"
                .formatted(file)
            + " then this record starts anew.",
        cause);
  }
}
