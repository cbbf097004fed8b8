package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of documents that become overdue as the days go by. Nobody edits them then, so {@code
 * updated_since} may leave them out: what is overdue is read after what changed.
 */
record DueStream(RawList documents) implements RecordStream {
  private static final String OVERDUE = "overdue@";

  @Override
  public StreamShape shape() {
    return documents.shape();
  }

  @Override
  public Paged<StreamRecord> all() {
    return documents.all();
  }

  @Override
  public Paged<StreamRecord> changedSince(Instant since) {
    return Paged.of(cursor -> page(cursor, documents.changedSince(since)));
  }

  private Page<StreamRecord> page(@Nullable String cursor, Paged<StreamRecord> changed) {
    if (cursor != null && cursor.startsWith(OVERDUE)) {
      Page<StreamRecord> page =
          at(documents.with("view", "overdue").all(), cursor.substring(OVERDUE.length()));
      String next = page.next() == null ? null : OVERDUE + page.next();
      return new Page<>(page.items(), next, -1, List.of());
    }
    Page<StreamRecord> page = at(changed, cursor == null ? "" : cursor);
    return new Page<>(page.items(), page.next() == null ? OVERDUE : page.next(), -1, List.of());
  }

  private static Page<StreamRecord> at(Paged<StreamRecord> list, String place) {
    return (place.isEmpty() ? list : list.from(place)).first();
  }

  @Override
  public Paged<String> deletedSince(Instant since) {
    return documents.deletedSince(since);
  }

  @Override
  public long stated() {
    return documents.stated();
  }
}
