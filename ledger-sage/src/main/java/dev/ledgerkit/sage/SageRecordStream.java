package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamField;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.sage.query.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A list of Sage with everything its records carry, kept as it came. */
final class SageRecordStream implements RecordStream {
  private static final String KEY = "id";
  private static final String WHOLE = "all";

  private final StreamShape shape;
  private final ListReader<ObjectNode> lists;

  SageRecordStream(
      ResourceSpec<?> spec,
      List<StreamField> fields,
      StreamGroup group,
      ListReader<ObjectNode> lists) {
    this.lists = lists;
    this.shape =
        new StreamShape(
            spec.name(),
            group,
            KEY,
            spec.feeds().contains(Feed.CHANGES),
            spec.feeds().contains(Feed.DELETIONS)
                ? Deletions.REPORTED
                : spec.flagsDeleted() ? Deletions.MARKED : Deletions.UNTOLD,
            false,
            fields);
  }

  /** Parents before children. */
  static List<RecordStream> all(SageClient sage) {
    Stream<SageStream<?>> financialFirst =
        Stream.of(
            sage.taxRates().stream(), sage.ledgerAccounts().stream(), sage.bankAccounts().stream());
    Stream<SageStream<?>> customer =
        Stream.of(
            sage.contacts().stream(), sage.addresses().stream(), sage.contactPersons().stream());
    Stream<SageStream<?>> inventory =
        Stream.of(
            sage.productSalesPriceTypes().stream(),
            sage.serviceRateTypes().stream(),
            sage.products().stream(),
            sage.services().stream(),
            sage.stockItems().stream(),
            sage.stockMovements().stream());
    Stream<SageStream<?>> financial =
        Stream.of(
            sage.salesInvoices().stream(),
            sage.salesCreditNotes().stream(),
            sage.purchaseInvoices().stream(),
            sage.purchaseCreditNotes().stream(),
            sage.contactPayments().stream(),
            sage.contactAllocations().stream(),
            sage.otherPayments().stream(),
            sage.bankTransfers().stream(),
            sage.journals().stream(),
            sage.transactions().stream(),
            sage.ledgerEntries().stream());
    return Stream.of(
            Map.entry(StreamGroup.FINANCIAL, financialFirst),
            Map.entry(StreamGroup.CUSTOMER, customer),
            Map.entry(StreamGroup.INVENTORY, inventory),
            Map.entry(StreamGroup.FINANCIAL, financial))
        .flatMap(group -> group.getValue().map(stream -> stream.records(group.getKey())))
        .toList();
  }

  @Override
  public StreamShape shape() {
    return shape;
  }

  @Override
  public Paged<StreamRecord> all() {
    return lists.all(SageRecordStream::record, WHOLE);
  }

  @Override
  public Paged<StreamRecord> changedSince(Instant since) {
    return lists.feed(Feed.CHANGES, since, SageRecordStream::record, WHOLE);
  }

  /** Sage leaves the moment itself out, so it is asked for from a second before. */
  @Override
  public Paged<String> deletedSince(Instant since) {
    return lists.feed(Feed.DELETIONS, since.minusSeconds(1), SageRecordStream::key);
  }

  @Override
  public long stated() {
    return lists.total();
  }

  private static StreamRecord record(ObjectNode row) {
    return new StreamRecord(key(row), row);
  }

  private static String key(ObjectNode row) {
    return row.path(KEY).asString("");
  }

  @Override
  public String toString() {
    return "SageRecordStream[" + shape.name() + "]";
  }
}
