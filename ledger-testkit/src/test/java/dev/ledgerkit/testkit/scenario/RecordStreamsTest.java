package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.testkit.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every stream of every provider keeps to, over books in which everything happens. */
class RecordStreamsTest {
  private static final int RECORDS = 3_000;
  private static final int CHANGES = 600;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** FreeAgent does not say when these came. */
  private static final Set<String> NO_CREATED_AT = Set.of("categories", "journal_sets");

  @ParameterizedTest
  @EnumSource
  void streams_areThoseTheBooksShow(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(RECORDS)) {
      assertThat(host.streams)
          .extracting(stream -> stream.shape().name())
          .containsExactlyInAnyOrderElementsOf(host.books.streams());
      assertThat(host.books.streams().stream().mapToInt(host.books::listed).sum())
          .isEqualTo(RECORDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void all_isWhatTheBooksShow_andAsManyAsStated(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(RECORDS)) {
      host.books.churn(1, CHANGES);

      for (RecordStream stream : host.streams) {
        String name = stream.shape().name();
        assertSame(name, read(stream.all().stream().toList()), books(host, name));
        assertThat(stream.stated()).as(name).isEqualTo(host.books.listed(name));
        assertThat(host.books.listed(name)).as(name).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void changedSince_namesExactlyWhatCameOrChangedAndIsThere(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(RECORDS)) {
      Map<String, Map<String, ObjectNode>> before = everything(host);
      host.clock.advance(Duration.ofHours(1));
      Instant since = host.clock.instant();
      host.books.churn(2, CHANGES);

      for (RecordStream stream : host.streams) {
        String name = stream.shape().name();
        if (stream.shape().changes()) {
          Map<String, ObjectNode> after = books(host, name);
          Set<String> moved = moved(before.get(name), after);
          Map<String, ObjectNode> told = new TreeMap<>();
          stream
              .changedSince(since)
              .forEach(record -> told.put(record.key(), tree(record.content().toString())));
          // What is overdue is told each time, since nobody knows when it became so.
          told.entrySet().removeIf(one -> !moved.contains(one.getKey()) && overdue(one.getValue()));
          assertThat(told.keySet()).as(name).isEqualTo(moved);
          assertThat(told).as(name).isNotEmpty();
          told.forEach((key, content) -> assertThat(content).isEqualTo(after.get(key)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletedSince_namesWhatIsGone_whereItIsReported(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(RECORDS)) {
      Map<String, Map<String, ObjectNode>> before = everything(host);
      host.clock.advance(Duration.ofHours(1));
      Instant since = host.clock.instant();
      host.books.churn(3, CHANGES);

      for (RecordStream stream : host.streams) {
        String name = stream.shape().name();
        Set<String> there = books(host, name).keySet();
        Set<String> gone = new TreeSet<>(before.get(name).keySet());
        gone.removeAll(there);
        if (stream.shape().deletions() == Deletions.REPORTED) {
          List<String> told = stream.deletedSince(since).stream().toList();
          assertThat(told).as(name).doesNotHaveDuplicates().containsAll(gone);
          assertThat(told).as(name).doesNotContainAnyElementsOf(there);
        } else if (stream.shape().deletions() == Deletions.MARKED) {
          assertThat(gone).as(name).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void startDate_splitsTheSeededRecords(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(RECORDS)) {
      Instant lastYear = host.clock.instant().minus(Duration.ofDays(365));

      for (RecordStream stream : host.streams) {
        String name = stream.shape().name();
        List<Instant> created =
            stream.all().stream().map(StreamRecord::createdAt).filter(Objects::nonNull).toList();
        if (NO_CREATED_AT.contains(name)) {
          assertThat(created).as(name).isEmpty();
        } else if (created.size() > 20) {
          assertThat(created)
              .as(name)
              .anyMatch(lastYear::isAfter)
              .anyMatch(lastYear::isBefore)
              .noneMatch(host.clock.instant()::isBefore);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void churnBetweenRequests_isTheSameInEveryRun(StreamsHost.Of provider) {
    assertThat(readUnderChurn(provider)).isEqualTo(readUnderChurn(provider));
  }

  /** The keys as they came, the URLs without the port of the run. */
  private static List<String> readUnderChurn(StreamsHost.Of provider) {
    try (StreamsHost host = provider.start(1_000)) {
      AtomicLong seed = new AtomicLong();
      host.changes
          .on(Endpoint.api("GET", "/"))
          .always(() -> host.books.churn(seed.incrementAndGet(), 5));
      List<String> keys = new ArrayList<>();
      for (RecordStream stream : host.streams) {
        stream.all().stream()
            .forEach(r -> keys.add(r.key().replaceAll("^http://[^/]*", "") + r.updatedAt()));
      }
      return keys;
    }
  }

  /** Key by key, so that a failure shows one record and not all. */
  private static void assertSame(
      String name, Map<String, ObjectNode> read, Map<String, ObjectNode> books) {
    assertThat(read.keySet()).as(name).isEqualTo(books.keySet());
    read.forEach((key, content) -> assertThat(content).as(key).isEqualTo(books.get(key)));
  }

  /** Which are new, and which read otherwise than before. */
  private static Set<String> moved(Map<String, ObjectNode> before, Map<String, ObjectNode> after) {
    Set<String> moved = new HashSet<>();
    after.forEach(
        (key, content) -> {
          ObjectNode old = before.get(key);
          if (old == null || !content.equals(old)) {
            moved.add(key);
          }
        });
    return moved;
  }

  private static boolean overdue(ObjectNode document) {
    return document.path("status").asString("").equals("Overdue");
  }

  private static Map<String, Map<String, ObjectNode>> everything(StreamsHost host) {
    Map<String, Map<String, ObjectNode>> all = new TreeMap<>();
    host.books.streams().forEach(name -> all.put(name, books(host, name)));
    return all;
  }

  private static Map<String, ObjectNode> books(StreamsHost host, String stream) {
    Map<String, ObjectNode> records = new TreeMap<>();
    host.books.forEach(stream, (key, json) -> records.put(key, tree(json)));
    return records;
  }

  private static Map<String, ObjectNode> read(List<StreamRecord> records) {
    Map<String, ObjectNode> read = new TreeMap<>();
    for (StreamRecord record : records) {
      assertThat(read.put(record.key(), tree(record.content().toString()))).isNull();
    }
    return read;
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) JSON.readTree(json);
  }
}
