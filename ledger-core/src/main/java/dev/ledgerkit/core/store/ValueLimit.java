package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;

/** How large a value may be: what every database here takes without being set up for it. */
final class ValueLimit {
  private static final int MOST = 16 * 1024 * 1024;

  private ValueLimit() {}

  static byte[] checked(RecordKey key, byte[] value) {
    if (value.length > MOST) {
      throw new VaultException(
          "Record %s was given %d bytes; the most is %d.".formatted(key, value.length, MOST), null);
    }
    return value;
  }
}
