package dev.ledgerkit.crypto;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
   * What is authenticated with a record and not stored in it: the format of what is sealed,
   * provider and region behind their lengths, and the rest is the id. So no two read the same.
   *
   * @param prefix of the context
   */
  static byte[] associatedData(byte[] prefix, BindingId id) {
    byte[] which = id.value().getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(prefix, prefix.length + which.length);
    System.arraycopy(which, 0, all, prefix.length, which.length);
    return all;
  }

  /** What all bindings of this context have in common. */
  byte[] prefix(int format) {
    byte[] who = provider.getBytes(StandardCharsets.UTF_8);
    byte[] where = region.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Integer.BYTES + who.length + where.length)
        .putInt(format)
        .putInt(who.length)
        .put(who)
        .putInt(where.length)
        .put(where)
        .array();
  }
}
