package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.RateLimitedException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.FileContent;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.ProductSalesPriceTypeDraft;
import dev.ledgerkit.sage.draft.PurchaseCreditNoteDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.PurchaseLineDraft;
import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.ServiceRateTypeDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.model.ContactType;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Which creates Sage wants one after the other, and which it recognises when they come again. No
 * create waits here: one that would have to is refused while another is under way.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CreatesInTurnTest extends WireTest {
  private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
  private static final SalesInvoiceLineDraft SOLD =
      SalesInvoiceLineDraft.builder()
          .description("Consulting")
          .ledgerAccountId("a1")
          .unitPrice(BigDecimal.TEN)
          .build();
  private static final PurchaseLineDraft BOUGHT =
      PurchaseLineDraft.builder()
          .description("Paper")
          .ledgerAccountId("a1")
          .quantity(BigDecimal.ONE)
          .unitPrice(BigDecimal.TEN)
          .build();

  private static final Map<String, Consumer<SageClient>> CREATES =
      Map.ofEntries(
          Map.entry(
              "contacts",
              sage ->
                  sage.contacts()
                      .create(
                          ContactDraft.builder()
                              .name("Great Example Ltd")
                              .contactTypeIds(List.of(ContactType.CUSTOMER))
                              .build())),
          Map.entry(
              "sales_invoices",
              sage ->
                  sage.salesInvoices()
                      .create(
                          SalesInvoiceDraft.builder()
                              .contactId("c1")
                              .date(DAY)
                              .invoiceLines(List.of(SOLD))
                              .build())),
          Map.entry(
              "sales_credit_notes",
              sage ->
                  sage.salesCreditNotes()
                      .create(
                          SalesCreditNoteDraft.builder()
                              .contactId("c1")
                              .date(DAY)
                              .creditNoteLines(List.of(SOLD))
                              .build())),
          Map.entry(
              "purchase_invoices",
              sage ->
                  sage.purchaseInvoices()
                      .create(
                          PurchaseInvoiceDraft.builder()
                              .contactId("c1")
                              .date(DAY)
                              .dueDate(DAY)
                              .invoiceLines(List.of(BOUGHT))
                              .build())),
          Map.entry(
              "purchase_credit_notes",
              sage ->
                  sage.purchaseCreditNotes()
                      .create(
                          PurchaseCreditNoteDraft.builder()
                              .contactId("c1")
                              .date(DAY)
                              .creditNoteLines(List.of(BOUGHT))
                              .build())),
          Map.entry(
              "products",
              sage ->
                  sage.products()
                      .create(
                          ProductDraft.builder()
                              .description("Frame")
                              .salesLedgerAccountId("a1")
                              .purchaseLedgerAccountId("a2")
                              .build())),
          Map.entry(
              "services",
              sage ->
                  sage.services()
                      .create(
                          ServiceDraft.builder()
                              .description("Hour")
                              .salesLedgerAccountId("a1")
                              .build())),
          Map.entry(
              "stock_items",
              sage ->
                  sage.stockItems()
                      .create(
                          StockItemDraft.builder()
                              .itemCode("F-1")
                              .description("Frame")
                              .salesLedgerAccountId("a1")
                              .purchaseLedgerAccountId("a2")
                              .build())),
          Map.entry(
              "stock_movements",
              sage ->
                  sage.stockMovements()
                      .create(
                          StockMovementDraft.builder()
                              .stockItemId("s1")
                              .date(DAY)
                              .quantity(BigDecimal.ONE)
                              .costPrice(BigDecimal.TEN)
                              .details("Count")
                              .build())),
          Map.entry(
              "product_sales_price_types",
              sage ->
                  sage.productSalesPriceTypes()
                      .create(
                          ProductSalesPriceTypeDraft.builder().name("Trade").active(true).build())),
          Map.entry(
              "service_rate_types",
              sage ->
                  sage.serviceRateTypes()
                      .create(ServiceRateTypeDraft.builder().name("Hour").active(true).build())),
          Map.entry(
              "bank_transfers",
              sage ->
                  sage.bankTransfers()
                      .create(
                          BankTransferDraft.builder()
                              .fromBankAccountId("b1")
                              .toBankAccountId("b2")
                              .date(DAY)
                              .amount(BigDecimal.ONE)
                              .build())),
          Map.entry(
              "attachments",
              sage ->
                  sage.attachments()
                      .create(
                          AttachmentDraft.builder()
                              .file(FileContent.of("%PDF".getBytes(StandardCharsets.US_ASCII)))
                              .fileName("a.pdf")
                              .mimeType("application/pdf")
                              .build())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contacts",
        "products",
        "purchase_credit_notes",
        "purchase_invoices",
        "sales_credit_notes",
        "sales_invoices",
        "services",
        "stock_items",
      })
  void create_ofANumberedRecord_waitsForTheOneBefore(String resource) throws Exception {
    whileOneIsUnderWay(
        resource,
        client ->
            assertThatThrownBy(() -> CREATES.get(resource).accept(client))
                .isInstanceOf(RateLimitedException.class));

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attachments",
        "bank_transfers",
        "product_sales_price_types",
        "service_rate_types",
        "stock_movements",
      })
  void create_ofAnyOtherRecord_waitsForNothing(String resource) throws Exception {
    whileOneIsUnderWay(resource, client -> CREATES.get(resource).accept(client));

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank_transfers",
        "contacts",
        "product_sales_price_types",
        "products",
        "purchase_credit_notes",
        "purchase_invoices",
        "sales_credit_notes",
        "sales_invoices",
        "service_rate_types",
        "services",
        "stock_items",
        "stock_movements",
      })
  void create_whereSageHonoursKeys_sendsOne(String resource) throws Exception {
    answer(201, "{\"id\":\"x1\"}");

    CREATES.get(resource).accept(sage);

    JsonNode entity = body(server.takeRequest()).iterator().next();
    assertThat(entity.path("idempotency_id").asString()).matches("[0-9a-f]{32}");
    assertThat(api.sent().get(0).path()).isEqualTo("/" + resource);
    assertThat(api.sent().get(0).repeatable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attachments"})
  void create_whereSageHonoursNoKeys_sendsNoneAndIsNeverRepeated(String resource) throws Exception {
    answer(201, "{\"id\":\"x1\"}");

    CREATES.get(resource).accept(sage);

    JsonNode entity = body(server.takeRequest()).iterator().next();
    assertThat(entity.has("idempotency_id")).isFalse();
    assertThat(api.sent().get(0).repeatable()).isFalse();
    assertThat(api.sent().get(0).lookup()).isEqualTo("file name a.pdf");
  }

  private void whileOneIsUnderWay(String resource, Consumer<SageClient> second) throws Exception {
    SageProvider impatient =
        SageProvider.builder("id", Secret.of("s3cr3t"))
            .endpoints(SageEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())))
            .longestCreateWait(Duration.ZERO)
            .build();
    SageClient client = impatient.client(new WireApi(impatient, binding), binding);
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            if (first.getAndSet(false)) {
              arrived.countDown();
              leave.await();
            }
            return new MockResponse.Builder().code(201).body("{\"id\":\"x1\"}").build();
          }
        });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> underWay = thread.submit(() -> CREATES.get(resource).accept(client));
      arrived.await();
      second.accept(client);
      leave.countDown();
      underWay.get();
    } finally {
      leave.countDown();
      thread.shutdownNow();
    }
  }
}
