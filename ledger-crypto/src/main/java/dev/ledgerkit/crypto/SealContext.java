package dev.ledgerkit.crypto;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * To whom a sealed token belongs besides its binding.
 *
 * <p>Both parts are authenticated with every record, so a record copied under another provider or
 * region does not open. Immutable, so safe for use by many threads.
 *
 * <p>Note: a binding's context must never change while it has a token; what was sealed under the
 * old one would not open.
 *
 * @param provider the provider's name
 * @param region its region or environment
 * @since 0.1
 */
public record SealContext(String provider, String region) {
  /** The context of a binding. */
  public static SealContext of(Binding binding) {
    return new SealContext(binding.provider(), binding.region());
  }

  /**
   * What is authenticated with the record of {@code id} and not stored in it: the format of what is
   * sealed, then each part behind its length, so that no two contexts read the same.
   */
  byte[] associatedData(int format, BindingId id) {
    byte[] who = provider.getBytes(StandardCharsets.UTF_8);
    byte[] where = region.getBytes(StandardCharsets.UTF_8);
    byte[] which = id.value().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(16 + who.length + where.length + which.length)
        .putInt(format)
        .putInt(who.length)
        .put(who)
        .putInt(where.length)
        .put(where)
        .putInt(which.length)
        .put(which)
        .array();
  }
}
