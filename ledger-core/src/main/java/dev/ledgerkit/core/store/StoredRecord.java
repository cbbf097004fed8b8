package dev.ledgerkit.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as the store holds it.
 *
 * <p>Not copied: whoever is handed one must not write into {@code value}.
 *
 * @param key where it lives
 * @param value its bytes
 * @param version rises with every change of this key, also across deletion; never 0
 * @param dueAt when it wants attention, for {@link RecordStore#dueBefore}; null for never
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are the payload; identity is the version
public record StoredRecord(RecordKey key, byte[] value, long version, @Nullable Instant dueAt) {
  /** Key and version; never the bytes. */
  @Override
  public String toString() {
    return key + "@" + version;
  }
}
