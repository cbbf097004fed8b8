package dev.ledgerkit.replication;

import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a table with the provider's list: one reading of the list, one scan of the table. It
 * remembers eight to sixteen bytes of each record in the list. One thread at a time.
 */
final class Verifier {
  private final Receipt receipt;
  private final SinkTable table;
  private final PageReader pages;
  private final Meter meter;
  private final KeySet seen = new KeySet();
  private final List<Drift> drifts = new ArrayList<>();
  private long drifted;

  Verifier(Receipt receipt, SinkTable table, PageReader pages, Meter meter) {
    this.receipt = receipt;
    this.table = table;
    this.pages = pages;
    this.meter = meter;
  }

  Verification compare(RecordStream stream) {
    meter.stream(stream.shape().name());
    meter.pass(Progress.Phase.VERIFICATION, 0);
    Instant from = receipt.window().from();
    pages.read(
        from != null && stream.shape().changes() ? stream.changedSince(from) : stream.all(),
        null,
        page -> {
          page(page.items());
          meter.page(page.items().size(), meter.read() + page.items().size(), page.total());
        });
    RowSum sum = new RowSum();
    table.scan(
        (key, version) -> {
          sum.add(key, version);
          if (!seen.contains(key)) {
            name(new Drift(key, Drift.Kind.EXTRA, false));
          }
        });
    return new Verification(receipt, sum.count(), sum.text(), seen.size(), drifts, drifted);
  }

  private void page(List<StreamRecord> records) {
    List<StreamRecord> within = records.stream().filter(receipt.window()::holds).toList();
    Set<String> keys = within.stream().map(StreamRecord::key).collect(Collectors.toSet());
    Map<String, String> versions = table.versions(keys);
    for (StreamRecord record : within) {
      if (!seen.add(record.key())) {
        continue; // a list that shifts shows some twice
      }
      String version = versions.get(record.key());
      if (version == null) {
        name(new Drift(record.key(), Drift.Kind.MISSING, since(record)));
      } else if (!version.equals(SinkRow.of(record.key(), record.content()).version())) {
        name(new Drift(record.key(), Drift.Kind.DIFFERENT, since(record)));
      }
    }
  }

  private boolean since(StreamRecord record) {
    Instant updated = record.updatedAt();
    @Nullable Instant complete = receipt.completeTo();
    return updated != null && complete != null && !updated.isBefore(complete);
  }

  private void name(Drift drift) {
    drifted++;
    if (drifts.size() < Verification.NAMED) {
      drifts.add(drift);
    }
  }
}
