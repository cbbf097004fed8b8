package dev.ledgerkit.crypto;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one array for the next who needs one of that length: Tink takes whole arrays only, and
 * making one of a pair's size costs a multiple of filling it. A provider's tokens are mostly of one
 * length. Safe for use by many threads; each array is in one hand at a time.
 */
final class SpareArray {
  private final AtomicReference<byte @Nullable []> spare = new AtomicReference<>();

  /** An array of this length; what is in it is left over. */
  byte[] take(int length) {
    byte[] kept = spare.getAndSet(null);
    return kept != null && kept.length == length ? kept : new byte[length];
  }

  /** Only by the one who took it, who does not use it any more. */
  void giveBack(byte[] array) {
    spare.setRelease(array); // a taker that does not see it yet makes one
  }
}
