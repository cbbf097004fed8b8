package dev.ledgerkit.replication.sink;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where in a log the newest entry of each key is: a hash table in a scratch file that the operating
 * system keeps in memory as it sees fit, so that the heap does not grow with the records.
 *
 * <p>It keeps digests of keys and asks {@link Keys} whether an entry really has the key, so two
 * keys with one digest are told apart. One thread at a time.
 */
final class KeyIndex implements AutoCloseable {
  private static final int SLOT = 24;
  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int LARGEST_CAPACITY = 1 << 26;
  private static final int BLOCK = 1 << 16;
  private static final long FREE = 0;
  private static final long GONE = -1;

  private final Path directory;
  private final Keys keys;
  private Path file;
  private MappedByteBuffer slots;
  private int capacity;
  private int used; // with those that are gone
  private int live;

  KeyIndex(Path directory, Keys keys) throws IOException {
    this.directory = directory;
    this.keys = keys;
    this.capacity = FIRST_CAPACITY;
    Scratch scratch = scratch(capacity);
    this.file = scratch.file;
    this.slots = scratch.slots;
  }

  /** Whether the entry at an offset has this key. */
  interface Keys {
    boolean isAt(long offset, byte[] key) throws IOException;
  }

  /** The offset of a key's entry; -1 if it has none. */
  long find(byte[] key) throws IOException {
    int slot = slotOf(key, digest(key));
    return slot < 0 ? -1 : offset(slot);
  }

  /** Whether the entry at {@code offset} is the newest of its key; reads nothing. */
  boolean holds(byte[] key, long offset) {
    long digest = digest(key);
    for (int slot = home(digest, capacity); offset(slot) != FREE; slot = next(slot, capacity)) {
      if (offset(slot) == offset) {
        return true;
      }
    }
    return false;
  }

  /** Forgets everything. */
  void clear() {
    for (int slot = 0; slot < capacity; slot++) {
      write(slot, 0, FREE, 0);
    }
    used = 0;
    live = 0;
  }

  void put(byte[] key, long offset, long generation) throws IOException {
    long digest = digest(key);
    int slot = slotOf(key, digest);
    if (slot < 0) {
      if (2 * (used + 1) > capacity) {
        grow();
      }
      slot = firstFree(digest);
      used++;
      live++;
    }
    write(slot, digest, offset, generation);
  }

  /** Whether it was there. */
  boolean remove(byte[] key) throws IOException {
    int slot = slotOf(key, digest(key));
    if (slot >= 0) {
      forget(slot);
    }
    return slot >= 0;
  }

  /** Removes what is of an earlier generation; whether there was any. */
  boolean retire(long generation) {
    int before = live;
    for (int slot = 0; slot < capacity; slot++) {
      if (offset(slot) > 0 && generation(slot) < generation) {
        forget(slot);
      }
    }
    return live < before;
  }

  long count(long from) {
    long count = 0;
    for (int slot = 0; slot < capacity; slot++) {
      if (offset(slot) > 0 && generation(slot) >= from) {
        count++;
      }
    }
    return count;
  }

  /** The slot that holds {@code key}; -1 if none does. */
  private int slotOf(byte[] key, long digest) throws IOException {
    for (int slot = home(digest, capacity); offset(slot) != FREE; slot = next(slot, capacity)) {
      if (offset(slot) > 0 && digestAt(slot) == digest && keys.isAt(offset(slot), key)) {
        return slot;
      }
    }
    return -1;
  }

  private int firstFree(long digest) {
    int slot = home(digest, capacity);
    while (offset(slot) != FREE) {
      slot = next(slot, capacity);
    }
    return slot;
  }

  private void forget(int slot) {
    slots.putLong(slot * SLOT + Long.BYTES, GONE);
    live--;
  }

  private void grow() throws IOException {
    if (capacity >= LARGEST_CAPACITY) {
      throw new IOException("More than %d records in one file.".formatted(LARGEST_CAPACITY / 2));
    }
    MappedByteBuffer old = slots;
    Path oldFile = file;
    int oldCapacity = capacity;
    int newCapacity = 2 * live >= oldCapacity / 2 ? 2 * oldCapacity : oldCapacity;
    Scratch scratch = scratch(newCapacity); // may fail, and then nothing has changed
    file = scratch.file;
    slots = scratch.slots;
    capacity = newCapacity;
    used = live;
    for (int slot = 0; slot < oldCapacity; slot++) {
      int at = slot * SLOT;
      if (old.getLong(at + Long.BYTES) > 0) {
        long digest = old.getLong(at);
        write(
            firstFree(digest),
            digest,
            old.getLong(at + Long.BYTES),
            old.getLong(at + 2 * Long.BYTES));
      }
    }
    remove(oldFile);
  }

  /** Some systems keep a file that is still mapped; the next opening removes it then. */
  private static void remove(Path scratch) {
    try {
      Files.deleteIfExists(scratch);
    } catch (IOException e) {
      scratch.toFile().deleteOnExit();
    }
  }

  private long digestAt(int slot) {
    return slots.getLong(slot * SLOT);
  }

  private long offset(int slot) {
    return slots.getLong(slot * SLOT + Long.BYTES);
  }

  private long generation(int slot) {
    return slots.getLong(slot * SLOT + 2 * Long.BYTES);
  }

  private void write(int slot, long digest, long offset, long generation) {
    int at = slot * SLOT;
    slots.putLong(at, digest);
    slots.putLong(at + Long.BYTES, offset);
    slots.putLong(at + 2 * Long.BYTES, generation);
  }

  private static int home(long digest, int capacity) {
    return (int) (digest & (capacity - 1));
  }

  private static int next(int slot, int capacity) {
    return (slot + 1) & (capacity - 1);
  }

  /** FNV-1a, its bits spread. */
  private static long digest(byte[] key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }

  private record Scratch(Path file, MappedByteBuffer slots) {}

  /** A new table, or none and no file: a disk that is full needs its room. */
  private Scratch scratch(int capacity) throws IOException {
    Path file = Files.createTempFile(directory, "index-", ".scratch");
    try {
      return new Scratch(file, map(file, capacity));
    } catch (IOException e) {
      remove(file);
      throw e;
    }
  }

  private static MappedByteBuffer map(Path file, int capacity) throws IOException {
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
      long size = (long) capacity * SLOT;
      // Written, not merely sized: a disk that is full says so here, and not in the middle of a
      // put.
      for (long written = 0; written < size; written += BLOCK) {
        opened.write(new byte[(int) Math.min(BLOCK, size - written)]);
      }
      return opened.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, size);
    }
  }

  @Override
  public void close() {
    remove(file);
  }
}
