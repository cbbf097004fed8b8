package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that FreeAgent gives for one bank account at a time, read for all of them one after the
 * other. A cursor names the account and the place in its list.
 *
 * @param base the API base, below which the accounts lie
 * @param ofOne the list, which still wants to know of which account
 */
record AccountStream(URI base, RawList accounts, RawList ofOne) implements RecordStream {
  private static final char OF = '@';
  private static final Page<StreamRecord> NOTHING = new Page<>(List.of(), null, -1, List.of());
  private static final Comparator<String> BY_ID =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  @Override
  public StreamShape shape() {
    return ofOne.shape();
  }

  @Override
  public Paged<StreamRecord> all() {
    return Paged.of(cursor -> page(cursor, RecordStream::all));
  }

  @Override
  public Paged<StreamRecord> changedSince(Instant since) {
    return Paged.of(cursor -> page(cursor, list -> list.changedSince(since)));
  }

  @Override
  public Paged<String> deletedSince(Instant since) {
    throw RawList.untold(shape().name());
  }

  @Override
  public long stated() {
    long sum = 0;
    for (String id : ids()) {
      long stated = unlessGone(id, () -> of(id).stated(), 0L);
      if (stated < 0) {
        return -1;
      }
      sum += stated;
    }
    return sum;
  }

  private Page<StreamRecord> page(
      @Nullable String cursor, Function<RecordStream, Paged<StreamRecord>> reading) {
    String place = cursor == null ? after("") : cursor;
    if (place == null) {
      return NOTHING;
    }
    int cut = place.indexOf(OF);
    if (cut < 0) {
      throw new ConfigurationException(
          "'%s' is not a place in a list of bank accounts; pass what Page.next() named."
              .formatted(place));
    }
    String id = place.substring(0, cut);
    Page<StreamRecord> page =
        unlessGone(id, () -> read(reading.apply(of(id)), place.substring(cut + 1)), NOTHING);
    String next = page.next() == null ? after(id) : id + OF + page.next();
    return new Page<>(page.items(), next, -1, List.of());
  }

  private static Page<StreamRecord> read(Paged<StreamRecord> list, String place) {
    return (place.isEmpty() ? list : list.from(place)).first();
  }

  /**
   * An account that is gone meanwhile has nothing to list; of one that is there this is no answer.
   */
  private <T> T unlessGone(String id, Supplier<T> answer, T nothing) {
    try {
      return answer.get();
    } catch (NotFoundException e) {
      if (ids().contains(id)) {
        throw e;
      }
      return nothing;
    }
  }

  private RawList of(String id) {
    return ofOne.with("bank_account", base + "/bank_accounts/" + id);
  }

  /** The beginning of the account after this one; null if it was the last. */
  private @Nullable String after(String id) {
    return ids().stream()
        .filter(other -> BY_ID.compare(other, id) > 0)
        .min(BY_ID)
        .map(other -> other + OF)
        .orElse(null);
  }

  private List<String> ids() {
    return accounts.all().stream()
        .map(account -> account.key().substring(account.key().lastIndexOf('/') + 1))
        .toList();
  }
}
