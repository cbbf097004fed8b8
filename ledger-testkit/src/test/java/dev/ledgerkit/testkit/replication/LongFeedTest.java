package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.Window;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageBooks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed of several pages that shifts between two of them. */
class LongFeedTest {
  private static final int EDITED = 450;

  @TempDir Path directory;

  /**
   * The deleted record was on the first page, so one of the second slips to the first; the created
   * one makes the number the same again. No number tells, for the slipped record was edited only.
   */
  @Test
  void recordThatSlippedOffAPage_isFound() {
    VirtualClock clock = new VirtualClock();
    try (Merchant merchant = Merchant.longLists("Sage", clock);
        Sink sink = JsonLinesSink.in(directory)) {
      SageBooks books = (SageBooks) merchant.books();
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));
      clock.advance(Duration.ofHours(5));
      List<String> contacts = books.ids("contacts");
      contacts.subList(0, EDITED).forEach(id -> books.update("contacts", id, note(id)));
      clock.advance(Duration.ofHours(1));
      boolean[] shifted = new boolean[1];
      merchant
          .changes()
          .on(Endpoint.api("GET", "/contacts"))
          .at(
              2,
              () -> {
                books.delete("contacts", contacts.get(EDITED / 10));
                String created =
                    books.create(
                        "contacts", "{\"name\":\"New\",\"contact_type_ids\":[\"CUSTOMER\"]}");
                shifted[0] = !created.isEmpty();
              });

      Replicas.assertComplete(replication.run(sink));

      assertThat(shifted[0]).as("the feed shifted while it was read").isTrue();
      assertThat(Replicas.lines(directory.resolve("contacts.jsonl")))
          .isEqualTo(Replicas.records(books, "contacts", Window.ALL));
    }
  }

  private static String note(String id) {
    return "{\"notes\":\"edited " + id + "\"}";
  }
}
