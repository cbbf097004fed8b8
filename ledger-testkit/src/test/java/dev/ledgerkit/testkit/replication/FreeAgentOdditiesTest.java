package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.Window;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.SimulatedBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What FreeAgent's lists do that others do not. */
class FreeAgentOdditiesTest {
  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();

  /** A link is made anew for every read, and whoever holds it may open the file. */
  @Test
  void linksToAttachedFiles_areNotCopied_andTheReceiptHolds() throws IOException {
    try (Merchant merchant = Merchant.of("FreeAgent", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      SimulatedBooks books = (SimulatedBooks) merchant.books();
      String url = books.urls("expenses").get(0);
      books.update(
          url,
          """
          {"attachment":{"data":"JVBERi0=","file_name":"a.pdf","content_type":"application/pdf"}}
          """);
      assertThat(books.snapshot("expenses").get(url)).contains("content_src");
      Replication replication = Replication.builder(merchant.source()).build();

      Receipt receipt = replication.run(sink).stream("expenses").receipt();

      assertThat(Files.readString(directory.resolve("expenses.jsonl")))
          .contains("a.pdf")
          .doesNotContain("content_src");
      clock.advance(Duration.ofHours(1));
      assertThat(replication.verify(receipt, sink).drifts()).isEmpty();
    }
  }

  /** Of an account that is there, "not found" is no list without records. */
  @Test
  void listOfAnAccountThatIsThere_notFound_isNoCompleteCopy() {
    try (Merchant merchant = Merchant.of("FreeAgent", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      merchant
          .faults()
          .on(Endpoint.api("GET", "/bank_transactions"))
          .then(Fault.status(404))
          .times(100);
      Replication replication = Replication.builder(merchant.source()).build();

      RunReport report = replication.run(sink);

      assertThat(report.stream("bank_transactions").outcome())
          .isEqualTo(StreamReport.Outcome.REFUSED);
      merchant.faults().clear();
      Replicas.assertComplete(replication.run(sink));
      Replicas.assertSame(merchant.books(), directory);
    }
  }

  /** The rows by which a page finds its place are all gone: the feed is read again. */
  @Test
  void feedThatShiftsTooFar_isReadAgain() {
    try (Merchant merchant = Merchant.longLists("FreeAgent", clock);
        Sink sink = JsonLinesSink.in(directory)) {
      SimulatedBooks books = (SimulatedBooks) merchant.books();
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));
      clock.advance(Duration.ofHours(5));
      List<String> expenses = books.urls("expenses");
      expenses
          .subList(0, 350)
          .forEach(url -> books.update(url, "{\"description\":\"edited " + url + "\"}"));
      clock.advance(Duration.ofHours(1));
      boolean[] shifted = new boolean[1];
      merchant
          .changes()
          .on(Endpoint.api("GET", "/expenses"))
          .at(
              3, // after the number and the feed's first page
              () -> {
                expenses.subList(0, 200).forEach(books::delete);
                shifted[0] = true;
              });

      Replicas.assertComplete(replication.run(sink));

      assertThat(shifted[0]).isTrue();
      assertThat(Replicas.lines(directory.resolve("expenses.jsonl")))
          .isEqualTo(Replicas.records(books, "expenses", Window.ALL));
    }
  }

  /** Nobody tells of a deletion, and after the feed was read one more makes the number right. */
  @Test
  void deletionThatACreationHides_isFound() {
    try (Merchant merchant = Merchant.longLists("FreeAgent", clock);
        Sink sink = JsonLinesSink.in(directory)) {
      SimulatedBooks books = (SimulatedBooks) merchant.books();
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));
      clock.advance(Duration.ofHours(5));
      String url = books.urls("expenses").get(7);
      String like = books.snapshot("expenses").get(url);
      books.delete(url);
      clock.advance(Duration.ofHours(1));
      boolean[] created = new boolean[1];
      merchant
          .changes()
          .on(Endpoint.api("GET", "/expenses"))
          .at(
              3, // after the number and the feed
              () -> {
                clock.advance(Duration.ofSeconds(2));
                created[0] = !books.create("expenses", like).isEmpty();
              });

      Replicas.assertComplete(replication.run(sink));

      assertThat(created[0]).isTrue();
      assertThat(Replicas.lines(directory.resolve("expenses.jsonl")))
          .isEqualTo(Replicas.records(books, "expenses", Window.ALL));
    }
  }
}
