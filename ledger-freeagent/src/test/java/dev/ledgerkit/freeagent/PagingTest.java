package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.query.ContactQuery;
import dev.ledgerkit.freeagent.query.ContactView;
import dev.ledgerkit.freeagent.query.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest extends WireTest {
  private final Shelf shelf = new Shelf();

  @Override
  FreeAgentProvider.Builder settings(FreeAgentProvider.Builder builder) {
    return builder.limits(List.of());
  }

  @ParameterizedTest
  @CsvSource({"0,20", "1,20", "20,20", "21,20", "95,20", "250,100", "101,100", "137,37"})
  void list_thatRests_comesOnceInOrder(int total, int perPage) {
    shelf.fill(total);
    server.setDispatcher(shelf);

    assertThat(ids(perPage)).isEqualTo(IntStream.range(0, total).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<x?page=2>; rel=\"next\"", "<x?page=2>; rel='next'", "<x>;rel=next"})
  void list_withoutTotal_followsTheLinkHoweverItIsQuoted(String link) {
    shelf.fill(60);
    shelf.link = link;
    shelf.total = false;
    server.setDispatcher(shelf);

    assertThat(ids(20)).hasSize(60);
  }

  @Test
  void list_emptyLink_endsThere() {
    server.enqueue(
        json(200, "{\"contacts\":[{\"url\":\"" + url("contacts/1") + "\"}]}")
            .addHeader("Link", "")
            .build());

    assertThat(freeagent.contacts().list().toList()).hasSize(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void list_linkSaysEndButTotalSaysMore_goesOn() {
    shelf.fill(60);
    shelf.link = "";
    server.setDispatcher(shelf);

    assertThat(ids(20)).hasSize(60);
  }

  @Test
  void list_pageShorterThanTheTotalAllows_isAnErrorNotAnEnd() {
    server.enqueue(
        json(200, "{\"contacts\":[{\"url\":\"" + url("contacts/1") + "\"}]}")
            .addHeader("X-Total-Count", "250")
            .build());

    assertThatThrownBy(() -> freeagent.contacts().list().toList())
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("1 rows of 100")
        .hasMessageContaining("250");
  }

  @Test
  void list_recordsDeletedBeforeTheNextPage_losesNone() {
    shelf.fill(250);
    shelf.beforePage(2, () -> shelf.rows.subList(10, 17).clear());
    server.setDispatcher(shelf);

    assertThat(ids(100)).isEqualTo(IntStream.range(0, 250).boxed().toList());
  }

  @Test
  void list_oneDeletedAndOneAdded_losesNoneAlthoughTheTotalRests() {
    shelf.fill(250);
    shelf.beforePage(
        2,
        () -> {
          shelf.rows.remove(5);
          shelf.rows.add(1000);
        });
    server.setDispatcher(shelf);

    List<Integer> ids = ids(100);

    assertThat(ids).doesNotHaveDuplicates().containsAll(IntStream.range(0, 250).boxed().toList());
    assertThat(ids).endsWith(249, 1000);
  }

  @Test
  void list_lastRecordsGivenAreDeleted_losesNone() {
    shelf.fill(250);
    shelf.beforePage(2, () -> shelf.rows.subList(98, 100).clear());
    server.setDispatcher(shelf);

    assertThat(ids(100)).isEqualTo(IntStream.range(0, 250).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 150})
  void list_recordsAddedInFront_givesNoneTwice(int added) {
    shelf.fill(300);
    shelf.beforePage(2, () -> IntStream.range(0, added).forEach(i -> shelf.rows.add(0, 1000 + i)));
    server.setDispatcher(shelf);

    assertThat(ids(100)).isEqualTo(IntStream.range(0, 300).boxed().toList());
  }

  @Test
  void list_everythingReplaced_isAnErrorNotAnEnd() {
    shelf.fill(250);
    shelf.beforePage(2, () -> shelf.rows.replaceAll(row -> row + 5000));
    server.setDispatcher(shelf);

    assertThatThrownBy(() -> ids(100))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("changed faster");
  }

  /** The law: what was there all the time is given exactly once, whatever comes and goes. */
  @Test
  void list_changingBetweenAllPages_givesEachThatStaysExactlyOnce() {
    Random random = new Random(20261120);
    for (int run = 0; run < 12; run++) {
      shelf.fill(200 + random.nextInt(300));
      HashSet<Integer> stayed = new HashSet<>(shelf.rows);
      shelf.beforeEveryPage =
          () -> {
            for (int i = random.nextInt(3); i > 0; i--) {
              stayed.remove(shelf.rows.remove(random.nextInt(shelf.rows.size())));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
              shelf.rows.add(10_000 + random.nextInt(1_000_000));
            }
          };
      server.setDispatcher(shelf);

      List<Integer> given = ids(20 + random.nextInt(81));

      assertThat(given).as("run %d", run).doesNotHaveDuplicates().containsAll(stayed);
    }
  }

  @Test
  void from_cursorOfAPage_resumesThere() {
    shelf.fill(250);
    server.setDispatcher(shelf);
    Page<Contact> first = freeagent.contacts().list().first();

    List<Integer> rest =
        freeagent.contacts().list().from(first.next()).stream()
            .map(contact -> Integer.valueOf(contact.url().id()))
            .toList();

    assertThat(rest).isEqualTo(IntStream.range(100, 250).boxed().toList());
  }

  @Test
  void from_noCursor_isRefused() {
    assertThatThrownBy(() -> freeagent.contacts().list().from("2&view=x").first())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'2&view=x'");
  }

  @Test
  void list_default_asksForAllContacts100APage() throws Exception {
    server.setDispatcher(shelf);

    freeagent.contacts().list().first();

    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v2/contacts?view=all&page=1&per_page=100");
  }

  @Test
  void list_filtered_sendsFreeAgentsNames() throws Exception {
    server.setDispatcher(shelf);

    freeagent
        .contacts()
        .list(
            ContactQuery.builder()
                .view(ContactView.CLIENTS)
                .sort(Sort.descending("updated_at"))
                .updatedSince(Instant.parse("2017-05-22T09:00:00.000Z"))
                .perPage(50)
                .build())
        .first();

    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v2/contacts?view=clients&sort=-updated_at&updated_since=2017-05-22T09%3A00%3A00Z"
                + "&page=1&per_page=50");
  }

  @Test
  void query_badValues_areRefusedByName() {
    assertThatThrownBy(() -> ContactQuery.builder().perPage(101).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("101");
    assertThatThrownBy(() -> ContactQuery.builder().perPage(19).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("19");
    assertThatThrownBy(() -> ContactQuery.builder().sort(Sort.ascending("email")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'email'");
  }

  /**
   * Pages that begin on a row before the last one's end always get on, and cost one in six more.
   */
  @Test
  void window_afterAnother_overlapsAndGetsOn() {
    for (int size = 20; size <= 100; size++) {
      ListWindow window = ListWindow.first(size);
      int pages = 1;
      while (window.end() < 50_000) {
        ListWindow next = window.after(List.of("1"), size);
        assertThat(next.end() - next.size()).isLessThan(window.end());
        assertThat(next.end()).isGreaterThan(window.end());
        assertThat(next.size()).isLessThanOrEqualTo(size);
        window = next;
        pages++;
      }
      assertThat(size < 100 || pages < 580).isTrue();
    }
  }

  private List<Integer> ids(int perPage) {
    return freeagent.contacts().list(ContactQuery.builder().perPage(perPage).build()).stream()
        .map(contact -> Integer.valueOf(contact.url().id()))
        .toList();
  }

  /** A list that pages by number, and changes on demand before a page is cut from it. */
  private final class Shelf extends Dispatcher {
    private final List<Integer> rows = new ArrayList<>();
    private String link;
    private boolean total = true;
    private int pages;
    private int changesBefore = -1;
    private Runnable change = () -> {};
    private Runnable beforeEveryPage = () -> {};

    void fill(int count) {
      rows.clear();
      IntStream.range(0, count).forEach(rows::add);
    }

    void beforePage(int nth, Runnable what) {
      changesBefore = nth;
      change = what;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (++pages == changesBefore) {
        change.run();
      }
      beforeEveryPage.run();
      int size = Integer.parseInt(request.getUrl().queryParameter("per_page"));
      int from = (Integer.parseInt(request.getUrl().queryParameter("page")) - 1) * size;
      StringBuilder items = new StringBuilder();
      for (int i = from; i < Math.min(from + size, rows.size()); i++) {
        items
            .append(i > from ? "," : "")
            .append("{\"url\":\"")
            .append(url("contacts/" + rows.get(i)));
        items.append("\"}");
      }
      boolean more = from + size < rows.size();
      MockResponse.Builder answer = json(200, "{\"contacts\":[" + items + "]}");
      answer.addHeader("Link", link == null ? more ? "<x>; rel='next'" : "" : more ? link : "");
      if (total) {
        answer.addHeader("X-Total-Count", rows.size());
      }
      return answer.build();
    }
  }
}
