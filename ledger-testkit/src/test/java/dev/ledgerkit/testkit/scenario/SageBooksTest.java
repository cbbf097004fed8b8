package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.ContactReferenceTakenException;
import dev.ledgerkit.sage.FeedUnavailableException;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.SageStream;
import dev.ledgerkit.sage.draft.AllocatedArtefactDraft;
import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.FileContent;
import dev.ledgerkit.sage.draft.JournalDraft;
import dev.ledgerkit.sage.draft.JournalLineDraft;
import dev.ledgerkit.sage.draft.PaidArtefactDraft;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.PurchaseLineDraft;
import dev.ledgerkit.sage.draft.SageUserDraft;
import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.model.ArtefactStatus;
import dev.ledgerkit.sage.model.Attachment;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.Journal;
import dev.ledgerkit.sage.model.LedgerEntry;
import dev.ledgerkit.sage.model.Product;
import dev.ledgerkit.sage.model.PurchaseInvoice;
import dev.ledgerkit.sage.model.SalesCreditNote;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.StockItem;
import dev.ledgerkit.sage.model.TransactionType;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorExtension;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole of the client against the whole of the simulated books. */
@ExtendWith(SageSimulatorExtension.class)
class SageBooksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private SageSimulator sim;
  private VirtualClock clock;
  private Host host;
  private SageClient sage;

  @BeforeEach
  void connect(SageSimulator simulator, VirtualClock virtual) {
    sim = simulator;
    clock = virtual;
    host = Host.of(simulator, virtual);
    sage = host.client(host.connected());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void everyStream_isRead_andTellsWhatItCan() {
    Instant before = clock.instant().minus(Duration.ofDays(1));
    assertThat(sage.streams()).hasSizeGreaterThan(30);

    for (SageStream<?> stream : sage.streams()) {
      List<?> all = stream.all("all").toList();
      for (Feed feed : Feed.values()) {
        if (stream.feeds().contains(feed)) {
          assertThat(read(stream, feed, before).toList()).as(stream + " " + feed).isNotNull();
        } else {
          assertThatThrownBy(() -> read(stream, feed, before))
              .as(stream + " " + feed)
              .isInstanceOf(FeedUnavailableException.class)
              .hasMessageContaining(stream.name());
        }
      }
      assertThat(all).as(stream.name()).doesNotContainNull().doesNotHaveDuplicates();
    }
  }

  private static Paged<?> read(SageStream<?> stream, Feed feed, Instant since) {
    return feed == Feed.CHANGES ? stream.changedSince(since) : stream.deletedSince(since);
  }

  @Test
  void purchase_paid_isPaid() {
    Contact supplier = contact("Supplier", ContactType.VENDOR, "S-1");
    PurchaseInvoice invoice =
        sage.purchaseInvoices()
            .create(
                PurchaseInvoiceDraft.builder()
                    .contactId(supplier.id())
                    .date(DAY)
                    .dueDate(DAY.plusDays(30))
                    .invoiceLines(
                        List.of(
                            PurchaseLineDraft.builder()
                                .description("Paper")
                                .ledgerAccountId(account())
                                .quantity(BigDecimal.ONE)
                                .unitPrice(new BigDecimal("50.00"))
                                .taxRateId("GB_STANDARD")
                                .taxAmount(new BigDecimal("10.00"))
                                .build()))
                    .build());
    assertThat(invoice.totalAmount()).isEqualByComparingTo("60");

    sage.contactPayments()
        .create(
            ContactPaymentDraft.builder()
                .transactionTypeId(TransactionType.VENDOR_PAYMENT)
                .contactId(supplier.id())
                .bankAccountId(bank(0))
                .date(DAY)
                .totalAmount(new BigDecimal("60.00"))
                .allocatedArtefacts(List.of(paid(invoice.id(), "60.00")))
                .build());

    assertThat(sage.purchaseInvoices().get(invoice.id()).status().id())
        .isEqualTo(ArtefactStatus.PAID.value());
  }

  @Test
  void creditNote_replyLost_isOne_andSettlesTheInvoice() {
    Contact customer = contact("Customer", ContactType.CUSTOMER, "C-1");
    SalesInvoice invoice = invoice(customer);
    sim.script().on(Endpoint.api("POST", "/sales_credit_notes")).then(Fault.loseReply());
    SalesCreditNote credit =
        sage.salesCreditNotes()
            .create(
                SalesCreditNoteDraft.builder()
                    .contactId(customer.id())
                    .date(DAY)
                    .creditNoteLines(List.of(line("100.00", "20.00")))
                    .build(),
                IdempotencyKey.of("credit.created:7"));
    assertThat(sage.salesCreditNotes().list().toList()).hasSize(1);

    sage.contactAllocations()
        .create(
            ContactAllocationDraft.builder()
                .transactionTypeId(TransactionType.CUSTOMER_ALLOCATION)
                .contactId(customer.id())
                .date(DAY)
                .allocatedArtefacts(
                    List.of(
                        new AllocatedArtefactDraft(invoice.id(), new BigDecimal("120.00")),
                        new AllocatedArtefactDraft(credit.id(), new BigDecimal("-120.00"))))
                .build());

    assertThat(sage.salesInvoices().get(invoice.id()).outstandingAmount()).isZero();
    assertThat(sage.salesCreditNotes().get(credit.id()).outstandingAmount()).isZero();
    assertThat(sim.seen().markedAsSent()).isZero();
  }

  @Test
  void numberedCreates_fromManyThreads_allSucceed() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Contact>> creates = new ArrayList<>();
      for (int number = 0; number < 24; number++) {
        String name = "N-" + number;
        creates.add(() -> contact(name, ContactType.CUSTOMER, name));
      }
      HashSet<String> ids = new HashSet<>();
      for (Future<Contact> created : threads.invokeAll(creates, 60, TimeUnit.SECONDS)) {
        ids.add(created.get().id());
      }

      assertThat(ids).hasSize(24);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void stockMovement_movesTheStock() {
    StockItem item =
        sage.stockItems()
            .create(
                StockItemDraft.builder()
                    .itemCode("PEN")
                    .description("A pen")
                    .salesLedgerAccountId(account())
                    .purchaseLedgerAccountId(account())
                    .build());

    sage.stockMovements()
        .create(
            StockMovementDraft.builder()
                .stockItemId(item.id())
                .date(DAY)
                .quantity(new BigDecimal("12"))
                .costPrice(new BigDecimal("0.75"))
                .details("First delivery")
                .build());

    assertThat(sage.stockItems().get(item.id()).quantityInStock()).isEqualByComparingTo("12");
    assertThatThrownBy(() -> streamNamed("stock_movements").changedSince(clock.instant()))
        .isInstanceOf(FeedUnavailableException.class);
  }

  @Test
  void product_createdChangedDeleted_isToldByItsFeeds() {
    Product product =
        sage.products()
            .create(
                ProductDraft.builder()
                    .description("Chair")
                    .salesLedgerAccountId(account())
                    .purchaseLedgerAccountId(account())
                    .build());
    clock.advance(Duration.ofMinutes(1));
    Instant created = clock.instant();
    sage.products().update(product.id(), ProductDraft.builder().description("Armchair").build());

    assertThat(sage.products().changedSince(created, "all").toList())
        .extracting(Product::description)
        .containsExactly("Armchair");
    clock.advance(Duration.ofMinutes(1));
    sage.products().delete(product.id());

    assertThat(sage.products().deletedSince(created).toList())
        .extracting(Product::id)
        .containsExactly(product.id());
    assertThat(sage.products().deletedSince(clock.instant().plusSeconds(1)).toList()).isEmpty();
  }

  @Test
  void journal_isBookedOnBothSides() {
    String debit = sim.ids("ledger_accounts").get(3);
    String credit = sim.ids("ledger_accounts").get(4);
    Journal journal =
        sage.journals()
            .create(
                JournalDraft.builder()
                    .date(DAY)
                    .reference("J-1")
                    .journalLines(
                        List.of(
                            JournalLineDraft.debit(debit, new BigDecimal("9.99")),
                            JournalLineDraft.credit(credit, new BigDecimal("9.99"))))
                    .build());

    assertThat(journal.journalLines()).hasSize(2);
    List<LedgerEntry> entries =
        sage.ledgerEntries().changedSince(clock.instant().minusSeconds(60), "all").toList();
    assertThat(total(entries.stream().map(LedgerEntry::debit).toList()))
        .isEqualByComparingTo("9.99");
    assertThat(total(entries.stream().map(LedgerEntry::credit).toList()))
        .isEqualByComparingTo("9.99");
  }

  @Test
  void attachment_comesBackByteForByte() {
    Contact customer = contact("Customer", ContactType.CUSTOMER, "C-1");
    byte[] pdf = "%PDF-1.4 sim".getBytes(StandardCharsets.UTF_8);
    Attachment attachment =
        sage.attachments()
            .create(
                AttachmentDraft.builder()
                    .file(FileContent.of(pdf))
                    .fileName("order.pdf")
                    .mimeType("application/pdf")
                    .fileExtension(".pdf")
                    .attachmentContextTypeId("SALES_INVOICE")
                    .attachmentContextId(invoice(customer).id())
                    .build());

    assertThat(sage.attachments().file(attachment.id())).isEqualTo(pdf);
  }

  @Test
  void transfer_movesMoneyBetweenBankAccounts() {
    BigDecimal before = sage.bankAccounts().get(bank(1)).balance();

    sage.bankTransfers()
        .create(
            BankTransferDraft.builder()
                .fromBankAccountId(bank(0))
                .toBankAccountId(bank(1))
                .date(DAY)
                .amount(new BigDecimal("25.50"))
                .build());

    assertThat(sage.bankAccounts().get(bank(1)).balance().subtract(before))
        .isEqualByComparingTo("25.50");
  }

  @Test
  void referenceOfADeletedContact_staysTaken_andIsNamed() {
    Contact gone = contact("Gone", ContactType.CUSTOMER, "TAKEN");
    sage.contacts().delete(gone.id());

    ContactReferenceTakenException refused =
        catchThrowableOfType(
            ContactReferenceTakenException.class,
            () -> contact("New", ContactType.CUSTOMER, "TAKEN"));

    assertThat(refused.reference()).isEqualTo("TAKEN");
    assertThat(refused.holder()).isNull();
  }

  @Test
  void settingsAndUser_areReadAndChanged() {
    assertThat(sage.financialSettings().get()).isNotNull();
    assertThat(sage.invoiceSettings().get()).isNotNull();
    assertThat(sage.businessSettings().get()).isNotNull();

    sage.user().update(SageUserDraft.builder().lastName("Miller").build());

    assertThat(sage.user().get().lastName()).isEqualTo("Miller");
  }

  private SageStream<?> streamNamed(String name) {
    return sage.streams().stream()
        .filter(stream -> stream.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Contact contact(String name, ContactType type, String reference) {
    return sage.contacts()
        .create(
            ContactDraft.builder()
                .name(name)
                .contactTypeIds(List.of(type))
                .reference(reference)
                .build());
  }

  private SalesInvoice invoice(Contact customer) {
    return sage.salesInvoices()
        .create(
            SalesInvoiceDraft.builder()
                .contactId(customer.id())
                .date(DAY)
                .invoiceLines(List.of(line("100.00", "20.00")))
                .build());
  }

  private SalesInvoiceLineDraft line(String price, String tax) {
    return SalesInvoiceLineDraft.builder()
        .description("Consulting")
        .ledgerAccountId(account())
        .quantity(BigDecimal.ONE)
        .unitPrice(new BigDecimal(price))
        .taxRateId("GB_STANDARD")
        .taxAmount(new BigDecimal(tax))
        .build();
  }

  private static PaidArtefactDraft paid(String id, String amount) {
    return PaidArtefactDraft.builder().artefactId(id).amount(new BigDecimal(amount)).build();
  }

  private static BigDecimal total(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String account() {
    return sim.ids("ledger_accounts").get(0);
  }

  private String bank(int number) {
    return sim.ids("bank_accounts").get(number);
  }
}
