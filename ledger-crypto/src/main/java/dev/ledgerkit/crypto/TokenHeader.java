package dev.ledgerkit.crypto;

import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a token record that anybody may read and nobody may change: it is the associated data
 * of the sealed part. Numbers are big-endian.
 *
 * <pre>
 * offset  bytes
 *      0      2  "LT"
 *      2      1  format, 1
 *      3      4  id of the master key, unsigned
 *      7      8  epoch under which the pair was bought
 *     15     12  obtained at        } seconds since 1970 (8),
 *     27     12  access expires at  } nanoseconds (4)
 *     39     12  refresh expires at }
 *     51      1  number of attempts in the journal; then for each
 *             1    length of the fingerprint
 *             n    the fingerprint, UTF-8
 *             8    epoch of the attempt
 *             4    its number
 *            12    started at
 *             1    outcome: 0 unanswered, 1 answered, 2 refused
 *             1    verdict: 0 none, 1 revoked, 2 expired, 3 lost reply, 4 not connected
 * </pre>
 */
record TokenHeader(
    int keyId,
    long epoch,
    Instant obtainedAt,
    Instant accessExpiresAt,
    Instant refreshExpiresAt,
    List<RefreshAttempt> journal) {
  static final int FORMAT = 1;
  static final int KEY_ID_AT = 3;
  private static final short MAGIC = 'L' << 8 | 'T';
  private static final int FIXED_LENGTH = 52;
  private static final int ATTEMPT_LENGTH = 27;

  /** The header of {@code vaulted}, sealed under {@code keyId}. */
  static byte[] write(VaultedToken vaulted, int keyId) {
    List<RefreshAttempt> journal = vaulted.journal();
    List<byte[]> fingerprints = new ArrayList<>(journal.size());
    int length = FIXED_LENGTH;
    for (RefreshAttempt attempt : journal) {
      byte[] fingerprint = attempt.fingerprint().getBytes(StandardCharsets.UTF_8);
      fingerprints.add(fingerprint);
      length += ATTEMPT_LENGTH + fingerprint.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    out.putShort(MAGIC).put((byte) FORMAT).putInt(keyId).putLong(vaulted.epoch());
    put(out, vaulted.token().obtainedAt());
    put(out, vaulted.token().accessExpiresAt());
    put(out, vaulted.token().refreshExpiresAt());
    out.put(oneByte(journal.size()));
    for (int i = 0; i < journal.size(); i++) {
      RefreshAttempt attempt = journal.get(i);
      byte[] fingerprint = fingerprints.get(i);
      out.put(oneByte(fingerprint.length)).put(fingerprint);
      out.putLong(attempt.epoch()).putInt(attempt.number());
      put(out, attempt.startedAt());
      out.put(outcome(attempt.outcome())).put(verdict(attempt.verdict()));
    }
    return out.array();
  }

  /**
   * Reads a header and leaves {@code in} behind it. What it says is not to be believed before the
   * sealed part has opened.
   *
   * @throws RuntimeException of several kinds if these bytes are no header of this format
   */
  static TokenHeader read(ByteBuffer in) {
    if (in.getShort() != MAGIC) {
      throw new IllegalArgumentException("it does not start as one");
    }
    int format = in.get();
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "its format is %d, and this version reads %d".formatted(format, FORMAT));
    }
    int keyId = in.getInt();
    long epoch = in.getLong();
    Instant obtainedAt = instant(in);
    Instant accessExpiresAt = instant(in);
    Instant refreshExpiresAt = instant(in);
    int attempts = Byte.toUnsignedInt(in.get());
    List<RefreshAttempt> journal = new ArrayList<>(attempts);
    for (int i = 0; i < attempts; i++) {
      byte[] fingerprint = new byte[Byte.toUnsignedInt(in.get())];
      in.get(fingerprint);
      journal.add(
          new RefreshAttempt(
              new String(fingerprint, StandardCharsets.UTF_8),
              in.getLong(),
              in.getInt(),
              instant(in),
              outcome(in.get()),
              verdict(in.get())));
    }
    return new TokenHeader(keyId, epoch, obtainedAt, accessExpiresAt, refreshExpiresAt, journal);
  }

  /** Whether {@code record} is long enough to name its key and starts as this format does. */
  static boolean startsAsOne(byte[] record) {
    return record.length >= KEY_ID_AT + Integer.BYTES
        && ByteBuffer.wrap(record).getShort() == MAGIC
        && record[Short.BYTES] == FORMAT;
  }

  private static void put(ByteBuffer out, Instant instant) {
    out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
  }

  private static Instant instant(ByteBuffer in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  private static byte oneByte(int number) {
    if (number > 255) {
      throw new IllegalArgumentException(number + " does not fit a byte of the token header");
    }
    return (byte) number;
  }

  private static byte outcome(RefreshAttempt.Outcome outcome) {
    return switch (outcome) {
      case UNANSWERED -> 0;
      case ANSWERED -> 1;
      case REFUSED -> 2;
    };
  }

  private static RefreshAttempt.Outcome outcome(byte code) {
    return switch (code) {
      case 0 -> RefreshAttempt.Outcome.UNANSWERED;
      case 1 -> RefreshAttempt.Outcome.ANSWERED;
      case 2 -> RefreshAttempt.Outcome.REFUSED;
      default -> throw new IllegalArgumentException("its journal has an outcome " + code);
    };
  }

  private static byte verdict(@Nullable ReconnectCause verdict) {
    if (verdict == null) {
      return 0;
    }
    return switch (verdict) {
      case REVOKED -> 1;
      case EXPIRED -> 2;
      case LOST_REPLY -> 3;
      case NOT_CONNECTED -> 4;
    };
  }

  private static @Nullable ReconnectCause verdict(byte code) {
    return switch (code) {
      case 0 -> null;
      case 1 -> ReconnectCause.REVOKED;
      case 2 -> ReconnectCause.EXPIRED;
      case 3 -> ReconnectCause.LOST_REPLY;
      case 4 -> ReconnectCause.NOT_CONNECTED;
      default -> throw new IllegalArgumentException("its journal has a verdict " + code);
    };
  }
}
