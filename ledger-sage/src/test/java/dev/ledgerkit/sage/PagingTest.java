package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;
import dev.ledgerkit.sage.query.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest extends WireTest {

  @ParameterizedTest
  @CsvSource({"0,10,1", "1,10,1", "10,10,1", "11,10,2", "30,10,3", "95,10,10", "7,1,7"})
  void list_anyTotal_comesOnceAndStops(int total, int size, int requests) {
    server.setDispatcher(new Pages(total));

    List<String> ids =
        sage.contacts().list(ContactQuery.builder().itemsPerPage(size).build()).stream()
            .map(Contact::id)
            .toList();

    assertThat(ids).isEqualTo(IntStream.range(0, total).mapToObj(i -> "c" + i).toList());
    assertThat(server.getRequestCount()).isEqualTo(requests);
  }

  @Test
  void fetchAll_manyPages_keepsTheOrder() {
    server.setDispatcher(new Pages(57));

    List<Contact> all =
        sage.contacts()
            .list(ContactQuery.builder().itemsPerPage(10).build())
            .fetchAll(Runnable::run);

    assertThat(all)
        .extracting(Contact::id)
        .isEqualTo(IntStream.range(0, 57).mapToObj(i -> "c" + i).toList());
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void first_ofSeveral_announcesTheOthers() {
    server.setDispatcher(new Pages(57));

    Page<Contact> first =
        sage.contacts().list(ContactQuery.builder().itemsPerPage(20).build()).first();

    assertThat(first.total()).isEqualTo(57);
    assertThat(first.next()).isEqualTo("2");
    assertThat(first.remaining()).containsExactly("2", "3");
  }

  @Test
  void from_pastTheEnd_isEmptyAlthoughSageRepeatsTheLastPage() {
    server.setDispatcher(new Pages(15));

    assertThat(sage.contacts().list(ContactQuery.builder().itemsPerPage(10).build()).from("9"))
        .isEmpty();
  }

  @Test
  void from_middle_resumes() {
    server.setDispatcher(new Pages(15));

    assertThat(sage.contacts().list(ContactQuery.builder().itemsPerPage(10).build()).from("2"))
        .extracting(Contact::id)
        .containsExactly("c10", "c11", "c12", "c13", "c14");
  }

  @Test
  void from_noPageNumber_isRefused() {
    assertThatThrownBy(() -> sage.contacts().list().from("0&x=y").first())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'0&x=y'");
  }

  @Test
  void list_withoutTotal_followsNext() {
    answer(200, "{\"$page\":1,\"$next\":\"/contacts?page=2\",\"$items\":[{\"id\":\"a\"}]}");
    answer(200, "{\"$page\":2,\"$next\":null,\"$items\":[{\"id\":\"b\"}]}");

    assertThat(sage.contacts().list()).extracting(Contact::id).containsExactly("a", "b");
  }

  @Test
  void list_bareArray_isRead() {
    answer(200, " \r\n[{\"id\":\"a\"},{\"id\":\"b\"}]");

    assertThat(sage.contacts().list()).extracting(Contact::id).containsExactly("a", "b");
  }

  @Test
  void list_unreadLazily_callsNobody() {
    sage.contacts().list();

    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void list_default_asksFor200APage() throws Exception {
    server.setDispatcher(new Pages(0));

    sage.contacts().list().first();

    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/contacts?items_per_page=200&page=1");
  }

  @Test
  void list_filtered_sendsSagesNames() throws Exception {
    server.setDispatcher(new Pages(0));

    sage.contacts()
        .list(
            ContactQuery.builder()
                .contactTypeId(ContactType.CUSTOMER)
                .updatedOrCreatedSince(Instant.parse("2025-01-06T09:15:00.123Z"))
                .excludeSystem(true)
                .contextDate(LocalDate.of(2025, 1, 31))
                .search("a b")
                .attributes(List.of("name", "email"))
                .build())
        .first();

    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v3.1/contacts?updated_or_created_since=2025-01-06T09%3A15%3A00Z"
                + "&contact_type_id=CUSTOMER&exclude_system=true&context_date=2025-01-31"
                + "&search=a%20b&attributes=name%2Cemail&items_per_page=200&page=1");
  }

  @Test
  void list_sorted_onlyWhereSageSorts() throws Exception {
    server.setDispatcher(new Pages(0));

    sage.salesInvoices()
        .list(SalesInvoiceQuery.builder().sort(Sort.descending("due_date")).build())
        .first();

    assertThat(server.takeRequest().getTarget()).contains("sort=due_date%3Adesc");
    assertThatThrownBy(() -> SalesInvoiceQuery.builder().sort(Sort.ascending("name")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'name'")
        .hasMessageContaining("due_date");
  }

  @Test
  void query_tooLargeAPage_isRefused() {
    assertThatThrownBy(() -> ContactQuery.builder().itemsPerPage(201).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("201");
  }

  /** Pages as Sage does: past the end the last page comes again, under its own number. */
  private static final class Pages extends Dispatcher {
    private final int total;

    Pages(int total) {
      this.total = total;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      int asked = Integer.parseInt(request.getUrl().queryParameter("page"));
      int size = Integer.parseInt(request.getUrl().queryParameter("items_per_page"));
      int last = Math.max(1, (total + size - 1) / size);
      int page = Math.min(asked, last);
      String items =
          IntStream.range((page - 1) * size, Math.min(total, page * size))
              .mapToObj(i -> "{\"id\":\"c" + i + "\"}")
              .collect(Collectors.joining(","));
      return new MockResponse.Builder()
          .body(
              "{\"$total\":%d,\"$page\":%d,\"$next\":null,\"$itemsPerPage\":%d,\"$items\":[%s]}"
                  .formatted(total, page, size, items))
          .build();
    }
  }
}
