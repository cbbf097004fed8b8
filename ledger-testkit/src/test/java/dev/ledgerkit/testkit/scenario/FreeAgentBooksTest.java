package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.RateLimitedException;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.freeagent.FreeAgentClient;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.freeagent.FreeAgentReferenceData;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteItemDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.InvoiceItemDraft;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceStatus;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.query.InvoiceQuery;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulatorExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The FreeAgent client and the simulated FreeAgent, from consent to reconciled books. */
class FreeAgentBooksTest {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final int BACKFILL = 50_000;

  @RegisterExtension
  final FreeAgentSimulatorExtension simulated =
      new FreeAgentSimulatorExtension(
          settings ->
              settings
                  .company("acme", "Acme Ltd", acme -> acme.contacts(3))
                  .company("other", "Other Ltd")
                  .company("big", "Big Ltd", big -> big.contacts(1).invoices(BACKFILL)));

  private FreeAgentSimulator simulator;
  private VirtualClock clock;
  private FreeAgentProvider provider;
  private Ledger ledger;

  @BeforeEach
  void wire(FreeAgentSimulator given, VirtualClock virtual) {
    simulator = given;
    clock = virtual;
    provider = SimulatedFreeAgent.of(simulator, clock).build();
    ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .build();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private BindingId pending(String shop) {
    return ledger
        .bindings()
        .create(new Installation("Magento", shop), provider.name(), provider.region("production"))
        .id();
  }

  private ConnectOutcome consent(BindingId id, String subdomain) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, simulator.approve(url, subdomain).toString());
  }

  private Binding connected(String subdomain) {
    ConnectOutcome outcome = consent(pending(subdomain + ".example.com"), subdomain);
    assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
    return ((ConnectOutcome.Connected) outcome).binding();
  }

  private FreeAgentClient client(Binding binding) {
    return provider.client(ledger.api(), binding);
  }

  @Test
  void connect_locksTheCompany_andReconnectingToAnotherIsRefused() {
    Binding binding = connected("acme");

    assertThat(binding.status()).isEqualTo(BindingStatus.CONNECTED);
    assertThat(binding.business().name()).isEqualTo("Acme Ltd");
    FreeAgentReferenceData lists =
        new FreeAgentReferenceData(ledger.references().get(binding.id()));
    assertThat(lists.bankAccounts()).hasSize(2).allMatch(account -> account.currency() != null);
    assertThat(lists.incomeCategories())
        .anySatisfy(category -> assertThat(category.nominalCode()).isEqualTo("001"));
    assertThat(lists.itemTypes()).contains(ItemType.PRODUCTS);
    assertThat(lists.paymentMethodTargets()).isEqualTo(lists.bankAccounts());

    assertThatThrownBy(() -> consent(binding.id(), "other"))
        .isInstanceOf(BusinessMismatchException.class)
        .hasMessageContaining("Acme Ltd")
        .hasMessageContaining("Other Ltd");
    assertThat(consent(binding.id(), "acme")).isInstanceOf(ConnectOutcome.Connected.class);
  }

  /** The program of the page on FreeAgent, as it stands there. */
  @Test
  void invoiceOfThePage_isCreatedOnceAndSent() {
    BindingId id = connected("acme").id();
    var client = provider.client(ledger.api(), ledger.bindings().get(id));
    var settings = new FreeAgentReferenceData(ledger.references().get(id));
    var customer =
        client
            .contacts()
            .findOrCreate(
                ContactDraft.builder()
                    .organisationName("Great Example Ltd")
                    .email("accounts@great.example.com")
                    .build());
    var line =
        InvoiceItemDraft.builder()
            .itemType(ItemType.PRODUCTS)
            .description("Chair")
            .quantity(BigDecimal.ONE)
            .price(new BigDecimal("49.95"))
            .salesTaxRate(new BigDecimal("20"))
            .category(settings.incomeCategories().get(0).ref())
            .build();
    var draft =
        InvoiceDraft.builder()
            .contact(customer.url())
            .reference("1042")
            .datedOn(LocalDate.of(2026, 1, 5))
            .invoiceItems(List.of(line))
            .build();
    var invoice = client.invoices().create(draft, IdempotencyKey.of("invoice.created:1042"));
    var sent = client.invoices().markAsSent(invoice.url());

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(invoice.netValue()).isEqualByComparingTo("49.95");
    assertThat(invoice.salesTaxValue()).isEqualByComparingTo("9.99");
    assertThat(invoice.totalValue()).isEqualByComparingTo("59.94");
    assertThat(invoice.paymentTermsInDays()).isEqualTo(30);
    assertThat(sent.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(client.invoices().create(draft, IdempotencyKey.of("invoice.created:1042")).url())
        .isEqualTo(invoice.url());
    assertThat(simulator.books("acme").count("invoices")).isEqualTo(1);
  }

  @Test
  void invoice_sentPaidPartlyCreditedAndReconciled_statesComeOut() {
    FreeAgentClient books = client(connected("acme"));
    Contact customer =
        books
            .contacts()
            .findOrCreate(
                ContactDraft.builder().organisationName("Customer").email("c@example.com").build());
    Invoice invoice = books.invoices().create(invoice(customer, "INV-7", "100"));
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.DRAFT);
    BigDecimal total = invoice.totalValue();

    Invoice sent = books.invoices().markAsSent(invoice.url());
    assertThat(sent.status()).isEqualTo(InvoiceStatus.OPEN);
    clock.advance(Duration.ofDays(60));
    assertThat(books.invoices().get(invoice.url()).status()).isEqualTo(InvoiceStatus.OVERDUE);

    BigDecimal credited = new BigDecimal("12.00");
    CreditNote note = books.creditNotes().create(creditNote(customer, "10"));
    note = books.creditNotes().markAsSent(note.url());
    books
        .creditNoteReconciliations()
        .create(
            CreditNoteReconciliationDraft.builder()
                .creditNote(note.url())
                .invoice(invoice.url())
                .datedOn(DAY.plusDays(60))
                .grossValue(credited)
                .build());
    assertThat(books.invoices().get(invoice.url()).dueValue())
        .isEqualByComparingTo(total.subtract(credited));

    BankAccount account = books.bankAccounts().list().stream().findFirst().orElseThrow();
    BankTransactionExplanationDraft payment =
        BankTransactionExplanationDraft.builder()
            .bankAccount(account.url())
            .datedOn(DAY.plusDays(60))
            .grossValue(total.subtract(credited))
            .paidInvoice(invoice.url())
            .build();
    IdempotencyKey key = IdempotencyKey.of("payment:7");
    simulator.script().on(Endpoint.API).then(Fault.slow(Duration.ZERO), Fault.loseReply());
    BankTransactionExplanation paid = books.bankTransactionExplanations().create(payment, key);

    assertThat(books.bankTransactionExplanations().create(payment, key).url())
        .isEqualTo(paid.url());
    Invoice settled = books.invoices().get(invoice.url());
    assertThat(settled.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(settled.dueValue()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(books.bankTransactionExplanations().list(account.url())).hasSize(1);

    books.bankTransactionExplanations().delete(paid.url());
    assertThat(books.invoices().get(invoice.url()).status()).isEqualTo(InvoiceStatus.OVERDUE);
  }

  @Test
  void creates_withRepliesLostAtRandom_makeEachDocumentOnce() {
    Binding binding = connected("acme");
    FreeAgentClient books = client(binding);
    Contact customer = books.contacts().list().stream().findFirst().orElseThrow();
    int wanted = Integer.getInteger("ledger.creates", 100);
    simulator.script().on(Endpoint.API).sometimes(10, 20261L, Fault.loseReply());

    Set<String> urls = new HashSet<>();
    for (int i = 0; i < wanted; i++) {
      IdempotencyKey key = IdempotencyKey.of("invoice:" + i);
      urls.add(patiently(() -> books.invoices().create(invoice(customer, null, "1"), key)));
    }

    assertThat(urls).hasSize(wanted);
    assertThat(simulator.books("acme").count("invoices")).isEqualTo(wanted);
  }

  /** As a host does: waits when the hour's limit is used up, and calls again under the same key. */
  private String patiently(Supplier<Invoice> create) {
    while (true) {
      try {
        return create.get().url().toString();
      } catch (RateLimitedException e) {
        clock.advance(e.retryAfter());
      } catch (OutcomeUnknownException e) {
        clock.advance(Duration.ofHours(1));
      }
    }
  }

  @Test
  void backfill_usesTheAllowedRate_withoutA429_andDelaysNobodyElse() {
    Binding big = connected("big");
    FreeAgentClient other = client(connected("other"));
    Instant began = clock.instant();
    long delayed = 0;
    int whileExhausted = 0;
    Instant sampled = Instant.MAX;
    Set<String> seen = new HashSet<>();
    int calls = simulator.seen().calls("GET /invoices");

    for (Page<Invoice> page : client(big).invoices().list().patient(clock).pages()) {
      // The page after the last sample had to wait: the sample was made while no permit was left.
      whileExhausted += clock.instant().isAfter(sampled) ? 1 : 0;
      sampled = Instant.MAX;
      page.items().forEach(invoice -> seen.add(invoice.url().toString()));
      if ((simulator.seen().calls("GET /invoices") - calls) % 4 == 0) {
        Instant before = clock.instant();
        other.company().get();
        sampled = clock.instant();
        delayed += Duration.between(before, sampled).toNanos();
      }
    }

    int pages = simulator.seen().calls("GET /invoices") - calls;
    double minutes = Duration.between(began, clock.instant()).toMillis() / 60_000.0;
    int atLeast = (pages - 1) / 120; // whole minutes that must pass
    System.out.printf(
        "backfill: %d invoices, %d pages in %.2f virtual minutes, %.1f %% of the allowed rate%n",
        seen.size(), pages, minutes, 100.0 * atLeast / minutes);
    assertThat(seen).hasSize(BACKFILL);
    assertThat(simulator.seen().throttled()).isZero();
    assertThat(atLeast / minutes).isGreaterThanOrEqualTo(0.98);
    assertThat(whileExhausted).as("samples without a permit left").isGreaterThanOrEqualTo(4);
    assertThat(delayed).isZero();
  }

  @Test
  void hourLimit_isWaitedOut_withoutA429() {
    int perHour = 150;
    List<RateLimit> limits =
        List.of(
            new RateLimit(RateLimit.Scope.BINDING, 120, Duration.ofMinutes(1)),
            new RateLimit(RateLimit.Scope.BINDING, perHour, Duration.ofHours(1)));
    try (FreeAgentSimulator strict =
            FreeAgentSimulator.builder()
                .clock(clock)
                .rateLimit(120, perHour)
                .company("mid", "Mid Ltd", mid -> mid.contacts(1).invoices(6_000))
                .start();
        Ledger host =
            Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
                .provider(slow(strict, limits))
                .clock(clock)
                .build()) {
      BindingId id =
          host.connect()
              .create(new Installation("Magento", "mid.example.com"), "FreeAgent", "production")
              .id();
      URI consent = host.connect().begin(id, CALLBACK).url();
      host.connect().complete(id, strict.approve(consent).toString());
      FreeAgentClient books = slow(strict, limits).client(host.api(), host.bindings().get(id));
      Instant began = clock.instant();

      long read =
          books.invoices().list(InvoiceQuery.builder().perPage(20).build()).patient(clock).stream()
              .count();

      int pages = strict.seen().calls("GET /invoices");
      assertThat(read).isEqualTo(6_000);
      assertThat(pages).isGreaterThan(2 * perHour);
      assertThat(strict.seen().throttled()).isZero();
      assertThat(Duration.between(began, clock.instant()))
          .isBetween(Duration.ofHours(2), Duration.ofMinutes(125));
    }
  }

  private FreeAgentProvider slow(FreeAgentSimulator strict, List<RateLimit> limits) {
    return SimulatedFreeAgent.of(strict, clock).limits(limits).build();
  }

  @Test
  void referenceOfAnotherEnvironment_isRefusedBeforeTheTokenGoesAnywhere() {
    FreeAgentClient books = client(connected("acme"));
    int calls = simulator.seen().answered(200);

    assertThatThrownBy(
            () ->
                books
                    .invoices()
                    .get(Invoice.ref("https://api.sandbox.freeagent.com/v2/invoices/1")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sandbox");
    assertThat(simulator.seen().answered(200)).isEqualTo(calls);
  }

  @Test
  void dateInALockedPeriod_isRefusedNamingTheDate() {
    FreeAgentClient books = client(connected("acme"));
    BankAccount account = books.bankAccounts().list().stream().findFirst().orElseThrow();
    Invoice invoice =
        books
            .invoices()
            .create(invoice(books.contacts().list().stream().findFirst().orElseThrow(), "L", "1"));
    books.invoices().markAsSent(invoice.url());
    simulator.books("acme").lock(DAY);

    assertThatThrownBy(
            () ->
                books
                    .bankTransactionExplanations()
                    .create(
                        BankTransactionExplanationDraft.builder()
                            .bankAccount(account.url())
                            .datedOn(DAY)
                            .grossValue(BigDecimal.ONE)
                            .paidInvoice(invoice.url())
                            .build()))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("locked");
  }

  private static InvoiceDraft invoice(Contact customer, String reference, String price) {
    return InvoiceDraft.builder()
        .contact(customer.url())
        .reference(reference)
        .datedOn(DAY)
        .invoiceItems(
            List.of(
                InvoiceItemDraft.builder()
                    .description("Work")
                    .itemType(ItemType.SERVICES)
                    .quantity(BigDecimal.ONE)
                    .price(new BigDecimal(price))
                    .salesTaxRate(new BigDecimal("20"))
                    .build()))
        .build();
  }

  private static CreditNoteDraft creditNote(Contact customer, String price) {
    return CreditNoteDraft.builder()
        .contact(customer.url())
        .datedOn(DAY.plusDays(60))
        .creditNoteItems(
            List.of(
                CreditNoteItemDraft.builder()
                    .description("Work not done")
                    .itemType(ItemType.SERVICES)
                    .quantity(BigDecimal.ONE)
                    .price(new BigDecimal(price))
                    .salesTaxRate(new BigDecimal("20"))
                    .build()))
        .build();
  }
}
