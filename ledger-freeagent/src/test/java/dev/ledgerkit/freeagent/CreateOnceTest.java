package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Invoice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FreeAgent has no key of repetition; what is created once is found by its reference. */
class CreateOnceTest extends WireTest {
  private final Books books = new Books();

  @Override
  FreeAgentProvider.Builder settings(FreeAgentProvider.Builder builder) {
    return builder.limits(List.of());
  }

  @BeforeEach
  void open() {
    server.setDispatcher(books);
  }

  @Test
  void create_keyWithoutReference_makesTheKeyTheReference() {
    IdempotencyKey key = IdempotencyKey.of("invoice:1042");

    Invoice created = freeagent.invoices().create(draft(null), key);

    assertThat(created.reference()).isEqualTo(key.value());
    assertThat(freeagent.invoices().create(draft(null), key).url()).isEqualTo(created.url());
    assertThat(books.documents).hasSize(1);
  }

  @Test
  void create_replyLost_findsWhatWasCreated() {
    books.losesAfter = 1;

    Invoice created = create("A-1");

    assertThat(created.url().id()).isEqualTo("1");
    assertThat(books.posts).hasValue(1);
    assertThat(clock.passed()).isZero();
  }

  @Test
  void create_requestLost_isSentAgainAfterTheSettleTimeOnly() {
    books.losesBefore = 1;

    create("A-1");

    assertThat(books.documents).hasSize(1);
    assertThat(books.posts).hasValue(2);
    assertThat(clock.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
  }

  /** The race: the request is still on its way inside FreeAgent while the list is looked at. */
  @Test
  void create_requestTakesEffectWhileLookedFor_isNotSentAgain() {
    books.losesBefore = 1;
    books.takesEffectAtLook = 5;

    Invoice created = create("A-1");

    assertThat(books.posts).hasValue(1);
    assertThat(books.documents).hasSize(1);
    assertThat(created.url().id()).isEqualTo("1");
    assertThat(clock.passed()).isLessThan(Duration.ofSeconds(60));
  }

  /** Later than any settle time: the repetition is there already, and is taken back. */
  @Test
  void create_requestTakesEffectAfterTheRepetition_takesTheRepetitionBack() {
    books.losesBefore = 1;
    books.takesEffectAfterRepetition = true;

    Invoice created = create("A-1");

    assertThat(books.posts).hasValue(2);
    assertThat(books.deletes).hasValue(1);
    assertThat(books.documents).hasSize(1);
    assertThat(created.url()).hasToString(books.documents.get(0).url);
  }

  @Test
  void create_cannotLook_isUnknownAndTheNextCallWaitsBeforeItSends() {
    books.losesBefore = 1;
    books.listsFail = true;
    assertThatThrownBy(() -> create("A-1")).isInstanceOf(OutcomeUnknownException.class);
    books.listsFail = false;
    Duration before = clock.passed();

    create("A-1");

    assertThat(books.documents).hasSize(1);
    assertThat(clock.passed().minus(before)).isPositive();
  }

  @Test
  void create_referenceOfAnotherDay_isRefusedNotReturned() {
    create("A-1");

    assertThatThrownBy(
            () ->
                freeagent
                    .invoices()
                    .create(
                        InvoiceDraft.builder()
                            .contact(Contact.ref("2"))
                            .datedOn(LocalDate.of(2026, 11, 21))
                            .reference("A-1")
                            .build(),
                        IdempotencyKey.of("invoice:A-1")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'A-1'")
        .hasMessageContaining("2026-11-20");
    assertThat(books.documents).hasSize(1);
  }

  /** It is older than what is looked at, or another contact's: only FreeAgent knows of it. */
  @Test
  void create_keyWhoseReferenceIsTaken_saysWhatToLookUp() {
    books.refusal = "reference has already been taken";
    IdempotencyKey key = IdempotencyKey.of("invoice:1042");

    assertThatThrownBy(() -> freeagent.invoices().create(draft(null), key))
        .isInstanceOf(ValidationException.class)
        .hasMessageStartingWith(
            "POST /invoices for binding binding-1 was answered 422: reference has already been taken")
        .hasMessageContaining("'" + key.value() + "' marks this create")
        .hasMessageContaining("another contact or more than 7 days old")
        .satisfies(refused -> assertThat(refused.getSuppressed()).hasSize(1));
    assertThat(books.posts).hasValue(1);
  }

  @Test
  void create_refusedForAnotherField_isToldAsFreeAgentSaysIt() {
    books.refusal = "invoice_items.price is not a number";

    assertThatThrownBy(() -> create("A-1"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("price is not a number")
        .hasMessageNotContaining("marks this create");
  }

  @Test
  void create_withoutKeyAndReplyLost_isUnknownAndNeverSentTwice() {
    books.losesAfter = 1;

    assertThatThrownBy(() -> freeagent.invoices().create(draft("A-1")))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("reference A-1");
    assertThat(books.posts).hasValue(1);
  }

  @Test
  void create_manyTimesWithRepliesLostAtRandom_neitherDoublesNorMissesOne() {
    books.random = new Random(20261120);
    for (int i = 0; i < 1_000; i++) {
      createHoweverOften("R-" + i);
    }

    assertThat(books.documents).hasSize(1_000);
    assertThat(books.documents.stream().map(document -> document.reference))
        .doesNotHaveDuplicates();
    assertThat(books.lost).hasPositiveValue();
  }

  @Test
  void create_manyThreads_oneAfterTheOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Invoice>> creates = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        creates.add(() -> freeagent.invoices().create(draft(null)));
      }
      for (Future<Invoice> created : threads.invokeAll(creates)) {
        created.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(books.mostAtOnce).hasValue(1);
    assertThat(books.documents.stream().map(document -> document.reference))
        .doesNotHaveDuplicates();
  }

  @Test
  void findOrCreate_addressThereInAnotherCase_isReturnedAsItIs() {
    books.contact =
        "{\"url\":\"%s\",\"email\":\"Fred@Example.com\",\"status\":\"Active\"}"
            .formatted(url("contacts/7"));

    Contact found =
        freeagent
            .contacts()
            .findOrCreate(
                ContactDraft.builder().organisationName("X").email("fred@example.com ").build());

    assertThat(found.url().id()).isEqualTo("7");
    assertThat(books.posts).hasValue(0);
  }

  @Test
  void findOrCreate_withoutAddress_isRefused() {
    assertThatThrownBy(
            () ->
                freeagent
                    .contacts()
                    .findOrCreate(ContactDraft.builder().organisationName("X").build()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("e-mail");
    assertThat(server.getRequestCount()).isZero();
  }

  /** As a host does: what is unknown is called again with the same key. */
  private void createHoweverOften(String reference) {
    while (true) {
      try {
        create(reference);
        return;
      } catch (OutcomeUnknownException e) {
        assertThat(e).hasMessageContaining(reference);
      }
    }
  }

  private Invoice create(String reference) {
    return freeagent.invoices().create(draft(reference), IdempotencyKey.of("invoice:" + reference));
  }

  private static InvoiceDraft draft(String reference) {
    return InvoiceDraft.builder()
        .contact(Contact.ref("2"))
        .datedOn(LocalDate.of(2026, 11, 20))
        .reference(reference)
        .build();
  }

  private record Document(String url, String reference) {}

  /** As much of FreeAgent as numbers documents, and loses requests and replies on demand. */
  private final class Books extends Dispatcher {
    private final List<Document> documents = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger deletes = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private int losesAfter;
    private int losesBefore;
    private int looks;
    private int takesEffectAtLook = -1;
    private boolean takesEffectAfterRepetition;
    private boolean listsFail;
    private String late;
    private String refusal;
    private String contact = "";
    private Random random;

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String path = request.getUrl().encodedPath();
      if (request.getMethod().equals("DELETE")) {
        deletes.incrementAndGet();
        documents.removeIf(document -> document.url.endsWith(path));
        return new MockResponse.Builder().code(200).build();
      }
      if (request.getMethod().equals("GET")) {
        return path.endsWith("/contacts") ? list("contacts", contact) : look();
      }
      return posted(body(request).get("invoice").path("reference").asString(""));
    }

    private MockResponse look() {
      if (listsFail && posts.get() > 0) {
        return new MockResponse.Builder().code(500).build();
      }
      if (late != null && ++looks == takesEffectAtLook) {
        add(late);
        late = null;
      }
      StringBuilder newestFirst = new StringBuilder();
      for (int i = documents.size() - 1; i >= Math.max(0, documents.size() - 3); i--) {
        newestFirst.append(newestFirst.isEmpty() ? "" : ",").append(json(documents.get(i)));
      }
      return list("invoices", newestFirst.toString());
    }

    private MockResponse posted(String reference) {
      mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        posts.incrementAndGet();
        if (refusal != null) {
          return json(422, "{\"errors\":[{\"message\":\"" + refusal + "\"}]}").build();
        }
        int luck = random == null ? 2 : random.nextInt(4);
        if (losesBefore > 0 || luck == 0) {
          losesBefore = 0;
          lost.incrementAndGet();
          late = random == null ? reference : null;
          return broken();
        }
        if (late != null && takesEffectAfterRepetition) {
          Document repetition = add(reference);
          documents.remove(repetition);
          add(late);
          documents.add(repetition);
          late = null;
          return json(201, "{\"invoice\":" + json(repetition) + "}").build();
        }
        Document document =
            add(reference.isEmpty() ? "%03d".formatted(documents.size() + 1) : reference);
        if (losesAfter > 0 || luck == 1) {
          losesAfter = 0;
          lost.incrementAndGet();
          return broken();
        }
        return json(201, "{\"invoice\":" + json(document) + "}").build();
      } finally {
        inside.decrementAndGet();
      }
    }

    private Document add(String reference) {
      Document document = new Document(url("invoices/" + numbers.incrementAndGet()), reference);
      documents.add(document);
      return document;
    }

    private String json(Document document) {
      return "{\"url\":\"%s\",\"reference\":\"%s\",\"dated_on\":\"2026-11-20\",\"created_at\":\"2026-11-20T09:00:00Z\"}"
          .formatted(document.url, document.reference);
    }

    private MockResponse.Builder json(int status, String body) {
      return WireTest.json(status, body);
    }

    private MockResponse list(String name, String items) {
      return json(200, "{\"" + name + "\":[" + items + "]}").build();
    }

    private MockResponse broken() {
      return new MockResponse.Builder()
          .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
          .build();
    }
  }
}
