package dev.ledgerkit.crypto;

import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in front of a pair: when it was bought, when it dies, and what became of attempts
 * to renew it. Numbers are big-endian.
 *
 * <pre>
 * offset  bytes
 *      0      8  epoch under which the pair was bought
 *      8     12  obtained at        } seconds since 1970 (8),
 *     20     12  access expires at  } nanoseconds (4)
 *     32     12  refresh expires at }
 *     44      1  number of attempts in the journal; then for each
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
    long epoch,
    Instant obtainedAt,
    Instant accessExpiresAt,
    Instant refreshExpiresAt,
    List<RefreshAttempt> journal) {
  private static final int FIXED_LENGTH = 45;
  private static final int ATTEMPT_LENGTH = 27;

  static TokenHeader of(VaultedToken vaulted) {
    OauthToken token = vaulted.token();
    return new TokenHeader(
        vaulted.epoch(),
        token.obtainedAt(),
        token.accessExpiresAt(),
        token.refreshExpiresAt(),
        vaulted.journal());
  }

  /** How many bytes {@link #write} puts. */
  int length() {
    int length = FIXED_LENGTH;
    for (RefreshAttempt attempt : journal) {
      length += ATTEMPT_LENGTH + fingerprint(attempt).length;
    }
    return length;
  }

  void write(ByteBuffer out) {
    out.putLong(epoch);
    put(out, obtainedAt);
    put(out, accessExpiresAt);
    put(out, refreshExpiresAt);
    out.put(oneByte(journal.size()));
    for (RefreshAttempt attempt : journal) {
      byte[] fingerprint = fingerprint(attempt);
      out.put(oneByte(fingerprint.length)).put(fingerprint);
      out.putLong(attempt.epoch()).putInt(attempt.number());
      put(out, attempt.startedAt());
      out.put(outcome(attempt.outcome())).put(verdict(attempt.verdict()));
    }
  }

  /** Reads a header and leaves {@code in} behind it. */
  static TokenHeader read(ByteBuffer in) {
    long epoch = in.getLong();
    Instant obtainedAt = instant(in);
    Instant accessExpiresAt = instant(in);
    Instant refreshExpiresAt = instant(in);
    int attempts = Byte.toUnsignedInt(in.get());
    return new TokenHeader(
        epoch,
        obtainedAt,
        accessExpiresAt,
        refreshExpiresAt,
        attempts == 0 ? List.of() : journal(in, attempts));
  }

  private static List<RefreshAttempt> journal(ByteBuffer in, int attempts) {
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
    return journal;
  }

  private static byte[] fingerprint(RefreshAttempt attempt) {
    return attempt.fingerprint().getBytes(StandardCharsets.UTF_8);
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
      case NOT_RENEWABLE -> 5;
    };
  }

  private static @Nullable ReconnectCause verdict(byte code) {
    return switch (code) {
      case 0 -> null;
      case 1 -> ReconnectCause.REVOKED;
      case 2 -> ReconnectCause.EXPIRED;
      case 3 -> ReconnectCause.LOST_REPLY;
      case 4 -> ReconnectCause.NOT_CONNECTED;
      case 5 -> ReconnectCause.NOT_RENEWABLE;
      default -> throw new IllegalArgumentException("its journal has a verdict " + code);
    };
  }
}
