package dev.ledgerkit.replication;

import dev.ledgerkit.replication.sink.SinkTable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A digest of a set of rows that does not depend on their order: the sum of the halved SHA-256 of
 * each key and version, modulo 2<sup>128</sup>.
 */
final class RowSum {
  private static final int BYTES = 16;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

  private final MessageDigest digest;
  private BigInteger sum = BigInteger.ZERO;
  private long count;

  RowSum() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Of everything in a table. */
  static RowSum of(SinkTable table) {
    RowSum sum = new RowSum();
    table.scan(sum::add);
    return sum;
  }

  void add(String key, String version) {
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] whole = digest.digest(version.getBytes(StandardCharsets.UTF_8));
    sum = sum.add(new BigInteger(1, Arrays.copyOf(whole, BYTES))).mod(MODULUS);
    count++;
  }

  long count() {
    return count;
  }

  /** Lower-case hexadecimal, 32 digits. */
  String text() {
    return "%032x".formatted(sum);
  }
}
