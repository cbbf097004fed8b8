package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.client.CreateGates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order in which records of a company are created, and how a create happens once.
 *
 * <p>FreeAgent has no key of repetition. A create whose answer was lost may have happened, may not
 * have, or may be about to: the request can still be on its way inside FreeAgent. So it is looked
 * for by its marker until the settle time is over, and only then sent again. When a repetition was
 * sent, the list is looked at once more; should the first request have come into effect after all,
 * the repetition is withdrawn.
 *
 * <p>Safe for use by many threads. No lock is held across I/O, but those who create under the same
 * marker wait for each other.
 */
final class CompanyWrites {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int SENDS = 3;

  /** So far back lists are read for a record created before. */
  static final Duration RECOGNISED = Duration.ofDays(7);

  private final LedgerClock clock;
  private final CreateGates numbered;
  private final CreateGates markers;
  private final Duration settleTime;

  /** By marker: when, by the monotonic clock, the answer to a create was lost. */
  private final ConcurrentMap<String, Long> unsettled = new ConcurrentHashMap<>();

  CompanyWrites(LedgerClock clock, Duration longestWait, Duration settleTime) {
    this.clock = clock;
    this.numbered = new CreateGates(longestWait);
    this.markers = new CreateGates(longestWait.plus(settleTime.multipliedBy(SENDS)));
    this.settleTime = settleTime;
  }

  /** Since when records are recognised. */
  Instant horizon() {
    return clock.instant().minus(RECOGNISED);
  }

  /** One after the other, for what FreeAgent numbers in sequence. */
  <T> T inTurn(String company, Supplier<T> create) {
    return numbered.inTurn(company, create);
  }

  /** Creates what {@code marker} marks, unless it is there. */
  <T> T once(String company, String marker, OneCreate<T> create) {
    String whose = company + ", " + marker;
    return markers.inTurn(whose, () -> settled(whose, create));
  }

  private <T> T settled(String whose, OneCreate<T> create) {
    List<T> present = create.matches().get();
    Long lost = unsettled.get(whose);
    if (present.isEmpty() && lost != null) {
      present = look(whose, lost, create, null);
    }
    for (int sends = 1; present.isEmpty(); sends++) {
      try {
        T created = create.send().get();
        unsettled.remove(whose);
        return sends == 1 && lost == null ? created : theOnly(created, create);
      } catch (OutcomeUnknownException e) {
        forgetOld();
        long now = clock.nanoTime();
        unsettled.put(whose, now);
        present = look(whose, now, create, e);
        if (present.isEmpty() && sends == SENDS) {
          throw e;
        }
      }
    }
    unsettled.remove(whose);
    return present.get(present.size() - 1); // the oldest: the list is newest first
  }

  /** Looks until it is there or the settle time is over. */
  private <T> List<T> look(
      String whose, long lost, OneCreate<T> create, @Nullable OutcomeUnknownException why) {
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        List<T> present = create.matches().get();
        long left = lost + settleTime.toNanos() - clock.nanoTime();
        if (!present.isEmpty() || left <= 0) {
          return present;
        }
        clock.sleep(pause.toNanos() < left ? pause : Duration.ofNanos(left));
        pause = pause.multipliedBy(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(whose, why, e);
    } catch (LedgerException e) {
      throw unknown(whose, why, e);
    }
  }

  private static OutcomeUnknownException unknown(
      String whose, @Nullable OutcomeUnknownException why, Exception cause) {
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "The create of %s may have happened, and FreeAgent could not be asked; call it again with the same key."
                .formatted(whose),
            cause);
    if (why != null) {
      unknown.addSuppressed(why);
    }
    return unknown;
  }

  /** Takes a repetition back if the request it repeated came into effect in the meantime. */
  private static <T> T theOnly(T created, OneCreate<T> create) {
    List<T> present = create.matches().get();
    if (present.size() < 2) {
      return created;
    }
    create.withdraw().accept(created);
    return present.get(present.size() - 1);
  }

  private void forgetOld() {
    long now = clock.nanoTime();
    unsettled.values().removeIf(lost -> now - lost > settleTime.toNanos());
  }
}
