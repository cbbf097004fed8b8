package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest extends WireTest {
  private static final Instant MORNING = Instant.parse("2025-01-06T10:00:00Z");

  @Test
  void changedSince_wholeSecond_isAskedForAsItIs() throws Exception {
    answer(200, "[]");

    assertThat(sage.contacts().changedSince(MORNING, "name", "email")).isEmpty();

    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v3.1/contacts?attributes=name%2Cemail"
                + "&updated_or_created_since=2025-01-06T10%3A00%3A00Z&items_per_page=200&page=1");
  }

  @ParameterizedTest
  @CsvSource({
    "CHANGES, 2025-01-06T10:00:00Z, 2025-01-06T10:00:00Z",
    "CHANGES, 2025-01-06T10:00:00.999999999Z, 2025-01-06T10:00:00Z",
    "DELETIONS, 2025-01-06T10:00:00Z, 2025-01-06T10:00:00Z",
    "DELETIONS, 2025-01-06T10:00:00.000000001Z, 2025-01-06T09:59:59Z",
    "DELETIONS, 1969-12-31T23:59:59.5Z, 1969-12-31T23:59:58Z",
  })
  void asked_anyMoment_losesNothing(Feed feed, Instant since, Instant asked) {
    assertThat(feed.asked(since)).isEqualTo(asked);
    ContactQuery query =
        ContactQuery.builder().updatedOrCreatedSince(since).deletedSince(since).build();
    assertThat(feed == Feed.CHANGES ? query.updatedOrCreatedSince() : query.deletedSince())
        .isEqualTo(asked);
  }

  /** Whatever the fractions, against a server that keeps whole seconds as Sage does. */
  @Test
  void feeds_randomMoments_tellAllThatCameLaterAndNothingOfEarlierSeconds() {
    Random random = new Random(20250106);
    for (int round = 0; round < 60; round++) {
      List<Instant> moments =
          IntStream.range(0, 40).mapToObj(i -> moment(random)).sorted().toList();
      server.setDispatcher(new Stamped(moments));
      Instant since = random.nextBoolean() ? moment(random) : moments.get(random.nextInt(40));

      List<Instant> changed = told(moments, sage.contacts().changedSince(since));
      List<Instant> deleted = told(moments, sage.contacts().deletedSince(since));

      assertThat(changed)
          .as("since %s", since)
          .containsAll(where(moments, m -> !m.isBefore(since)));
      assertThat(changed).allMatch(m -> m.getEpochSecond() >= since.getEpochSecond());
      if (since.equals(since.truncatedTo(ChronoUnit.SECONDS))) {
        assertThat(deleted)
            .as("since %s", since)
            .isEqualTo(where(moments, m -> m.getEpochSecond() > since.getEpochSecond()));
      } else {
        assertThat(deleted).as("since %s", since).containsAll(where(moments, since::isBefore));
        assertThat(deleted).allMatch(m -> m.getEpochSecond() >= since.getEpochSecond());
      }
    }
  }

  @Test
  void stream_withoutTheFeed_refusesByNameBeforeAnyCall() {
    assertThatThrownBy(() -> sage.ledgerAccounts().stream().deletedSince(MORNING))
        .isInstanceOf(ConfigurationException.class)
        .isInstanceOfSatisfying(
            FeedUnavailableException.class,
            refused -> {
              assertThat(refused.resource()).isEqualTo("ledger_accounts");
              assertThat(refused.feed()).isEqualTo(Feed.DELETIONS);
            })
        .hasMessage(
            "Sage has no 'deleted_since' for ledger_accounts; "
                + "read the whole list and compare it with what is held.");
    assertThatThrownBy(() -> sage.paymentMethods().stream().changedSince(MORNING))
        .isInstanceOf(FeedUnavailableException.class)
        .hasMessageContaining("payment_methods");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void streams_ofTheClient_areAllItsLists() throws Exception {
    List<String> names = sage.streams().stream().map(SageStream::name).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(
            Stream.of(SageClient.class.getMethods())
                .filter(method -> Reads.class.isAssignableFrom(method.getReturnType()))
                .map(method -> SageJson.wireName(method.getName()))
                .toList());
    assertThat(sage.streams())
        .allSatisfy(
            stream -> {
              assertThat(stream.primaryKey()).isEqualTo("id");
              assertThat(stream.type().getRecordComponents())
                  .anyMatch(component -> component.getName().equals(stream.primaryKey()));
            });
  }

  @Test
  void streams_readGenerically_answerTypedRecords() throws Exception {
    answer(200, "[{\"id\":\"c1\",\"name\":\"Ada\"}]");
    SageStream<?> contacts =
        sage.streams().stream().filter(s -> s.name().equals("contacts")).findFirst().orElseThrow();

    assertThat(contacts.all("all").stream().toList())
        .singleElement()
        .isInstanceOfSatisfying(Contact.class, ada -> assertThat(ada.name()).isEqualTo("Ada"));
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/contacts?attributes=all&items_per_page=200&page=1");
    assertThat(contacts.feeds()).containsExactlyInAnyOrder(Feed.CHANGES, Feed.DELETIONS);
  }

  /** A few seconds only, so that stamps meet. */
  private static Instant moment(Random random) {
    int nanos = random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000);
    return MORNING.plusSeconds(random.nextInt(6)).plusNanos(nanos);
  }

  private static List<Instant> where(List<Instant> moments, Function<Instant, Boolean> wanted) {
    return moments.stream().filter(wanted::apply).toList();
  }

  private static List<Instant> told(List<Instant> moments, Paged<Contact> feed) {
    return feed.stream().map(contact -> moments.get(Integer.parseInt(contact.id()))).toList();
  }

  /** Keeps each moment as its second; one filter takes its own second in, the other does not. */
  private static final class Stamped extends Dispatcher {
    private final List<Instant> moments;

    Stamped(List<Instant> moments) {
      this.moments = moments;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String changed = request.getUrl().queryParameter("updated_or_created_since");
      long since =
          Instant.parse(
                  changed != null ? changed : request.getUrl().queryParameter("deleted_since"))
              .getEpochSecond();
      long first = changed != null ? since : since + 1;
      String items =
          IntStream.range(0, moments.size())
              .filter(i -> moments.get(i).getEpochSecond() >= first)
              .mapToObj(i -> "{\"id\":\"" + i + "\"}")
              .collect(Collectors.joining(",", "[", "]"));
      return new MockResponse.Builder().body(items).build();
    }
  }
}
