package dev.ledgerkit.replication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which keys were seen, by 64 bits of their SHA-256: of a million keys two are taken for one with a
 * chance of 3 in 100 million. One thread at a time.
 */
final class KeySet {
  private static final int FIRST_CAPACITY = 1 << 10;

  private final MessageDigest digest;
  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  KeySet() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Whether it was not there yet. */
  boolean add(String key) {
    if (4L * size >= 3L * slots.length) {
      grow();
    }
    boolean fresh = insert(slots, hash(key));
    size += fresh ? 1 : 0;
    return fresh;
  }

  boolean contains(String key) {
    long hash = hash(key);
    for (int at = home(hash, slots); slots[at] != 0; at = next(at, slots)) {
      if (slots[at] == hash) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    for (long hash : slots) {
      if (hash != 0) {
        insert(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean insert(long[] slots, long hash) {
    int at = home(hash, slots);
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = next(at, slots);
    }
    slots[at] = hash;
    return true;
  }

  private static int home(long hash, long[] slots) {
    return (int) (hash & (slots.length - 1));
  }

  private static int next(int at, long[] slots) {
    return (at + 1) & (slots.length - 1);
  }

  /** Never zero, which marks a free slot. */
  private long hash(String key) {
    long hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    return hash == 0 ? 1 : hash;
  }
}
