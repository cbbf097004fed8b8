package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamFields;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.sage.query.Feed;
import java.time.Instant;
import java.util.Set;

/**
 * A resource as a replication sees it: a name, a key, and the ways to learn what is new.
 *
 * <p>Safe for use by many threads; every method that reads throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * <pre>{@code
 * for (SageStream<?> stream : sage.streams()) {
 *   if (stream.feeds().contains(Feed.CHANGES)) {
 *     stream.changedSince(lastRun, "all").forEach(record -> save(stream.name(), record));
 *   }
 * }
 * }</pre>
 *
 * @param <T> what it answers
 * @since 0.1
 */
public final class SageStream<T> {
  private final ResourceSpec<T> spec;
  private final ListReader<T> lists;

  SageStream(ResourceSpec<T> spec, ListReader<T> lists) {
    this.spec = spec;
    this.lists = lists;
  }

  /** The resource under Sage's name, for example {@code sales_invoices}. */
  public String name() {
    return spec.name();
  }

  /** The field that tells its records apart within a business. */
  public String primaryKey() {
    return "id";
  }

  /** The type of its records. */
  public Class<T> type() {
    return spec.type();
  }

  /** What it tells; empty if only the whole list shows what is new. */
  public Set<Feed> feeds() {
    return spec.feeds();
  }

  /**
   * Whether deleted records stay in the list, marked by their field {@code deleted}, and so come
   * with the changes.
   */
  public boolean flagsDeleted() {
    return spec.flagsDeleted();
  }

  /** Whether it lies outside any business, and so is the same for every binding of a grant. */
  public boolean outsideBusinesses() {
    return spec.tenantless();
  }

  /**
   * Everything.
   *
   * @param attributes what each item carries besides id and label; {@code all} for everything
   */
  public Paged<T> all(String... attributes) {
    return lists.all(attributes);
  }

  /**
   * As {@link FeedsChanges#changedSince}.
   *
   * @throws FeedUnavailableException if Sage does not tell; nothing is sent
   */
  public Paged<T> changedSince(Instant since, String... attributes) {
    return lists.feed(Feed.CHANGES, since, attributes);
  }

  /**
   * As {@link FeedsDeletions#deletedSince}.
   *
   * @throws FeedUnavailableException if Sage does not tell; nothing is sent
   */
  public Paged<T> deletedSince(Instant since, String... attributes) {
    return lists.feed(Feed.DELETIONS, since, attributes);
  }

  /** The same stream, as a replication reads it. */
  RecordStream records(StreamGroup group) {
    return new SageRecordStream(
        spec, StreamFields.of(spec.type().asSubclass(Record.class)), group, lists.raw());
  }

  @Override
  public String toString() {
    return "SageStream[" + name() + "]";
  }
}
