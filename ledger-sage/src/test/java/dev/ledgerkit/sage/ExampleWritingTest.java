package dev.ledgerkit.sage;

import static dev.ledgerkit.sage.SharedExamples.assertEquals;
import static dev.ledgerkit.sage.SharedExamples.createBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.sage.draft.AddressDraft;
import dev.ledgerkit.sage.draft.AllocatedArtefactDraft;
import dev.ledgerkit.sage.draft.BankAccountDetailsDraft;
import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.draft.ComponentTaxRateDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraftBuilder;
import dev.ledgerkit.sage.draft.JournalDraft;
import dev.ledgerkit.sage.draft.JournalLineDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.PaidArtefactDraft;
import dev.ledgerkit.sage.draft.SageBusinessDraft;
import dev.ledgerkit.sage.draft.SageUserDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraftBuilder;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.TransactionType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleWritingTest {

  @Test
  void contact_create_equalsTheGuide() {
    ContactDraft draft =
        ContactDraft.builder()
            .contactTypeIds(List.of(ContactType.CUSTOMER))
            .name("Great Example Inc")
            .mainAddress(
                AddressDraft.builder()
                    .addressTypeId("ACCOUNTS")
                    .addressLine1("Some Where")
                    .city("LA")
                    .region("US-CA")
                    .postalCode("90210")
                    .countryGroupId("US")
                    .build())
            .build();

    assertEquals("examples-official/contact-create-request.json", createBody("contact", draft));
  }

  @Test
  void contact_update_equalsTheExample() {
    ContactDraft changes =
        ContactDraft.builder().creditLimit(new BigDecimal("2500.00")).notes("Raised limit").build();

    assertEquals(
        "examples-constructed/contact-update-put.json", WriteBody.update("contact", changes));
  }

  @Test
  void salesInvoice_create_equalsTheGuide() {
    SalesInvoiceDraft draft =
        SalesInvoiceDraft.builder()
            .contactId("14d93840783b11e8990a122c8428e4b2")
            .date(LocalDate.of(2018, 6, 24))
            .invoiceLines(
                List.of(
                    line("A Minimal Invoice Item", "0.99").build(),
                    line("An Invoice Item With Pre-Calculated Tax", "110.00")
                        .discountAmount(new BigDecimal("10.00"))
                        .taxAmount(new BigDecimal("9.95"))
                        .build(),
                    line("An Invoice Item For A Service", "19.99")
                        .serviceId("086b655f785411e8990a122c8428e4b2")
                        .build()))
            .build();

    assertEquals(
        "examples-official/sales-invoice-create-request.json", createBody("sales_invoice", draft));
  }

  @Test
  void salesInvoice_createWithKey_equalsTheExample() {
    SalesInvoiceDraft draft =
        SalesInvoiceDraft.builder()
            .contactId("11111111111111111111111111111111")
            .date(LocalDate.of(2025, 1, 6))
            .invoiceLines(
                List.of(
                    SalesInvoiceLineDraft.builder()
                        .description("Consulting")
                        .ledgerAccountId("22222222222222222222222222222222")
                        .quantity(BigDecimal.ONE)
                        .unitPrice(new BigDecimal("100.00"))
                        .taxRateId("GB_STANDARD")
                        .taxAmount(new BigDecimal("20.00"))
                        .build()))
            .build();

    assertEquals(
        "examples-constructed/sales-invoice-create-idempotent.json",
        WriteBody.create(
            "sales_invoice", draft, new IdempotencyKey("0f8fad5bd9cb469fa16570867728950e")));
  }

  @Test
  void contactPayment_createUnallocated_equalsTheGuide() {
    assertEquals(
        "examples-official/contact-payment-create-unallocated.json",
        createBody("contact_payment", receipt("33.33").build()));
  }

  @Test
  void contactPayment_createFullyAllocated_equalsTheGuide() {
    assertEquals(
        "examples-official/contact-payment-create-fully-allocated.json",
        createBody("contact_payment", receipt("55.55").allocatedArtefacts(paid("55.55")).build()));
  }

  @Test
  void contactPayment_createPartlyAllocated_equalsTheGuide() {
    assertEquals(
        "examples-official/contact-payment-create-partly-allocated.json",
        createBody("contact_payment", receipt("99.99").allocatedArtefacts(paid("77.77")).build()));
  }

  @Test
  void contactPayment_createRefund_equalsTheGuide() {
    ContactPaymentDraft draft =
        ContactPaymentDraft.builder()
            .transactionTypeId(TransactionType.CUSTOMER_REFUND)
            .paymentMethodId("CREDIT_DEBIT")
            .contactId("521229b29af04f3682d85b0d43ef5361")
            .bankAccountId("19e5f9768c9542ef840ab7532e231215")
            .date(LocalDate.of(2024, 10, 31))
            .totalAmount(new BigDecimal("100.00"))
            .allocatedArtefacts(
                List.of(
                    PaidArtefactDraft.builder()
                        .artefactId("c92fcddc14ea41e7b01476cd413cc8ae")
                        .amount(new BigDecimal("100.00"))
                        .build()))
            .build();

    assertEquals(
        "examples-official/contact-payment-create-customer-refund.json",
        createBody("contact_payment", draft));
  }

  @Test
  void contactPayment_clearAllocations_equalsTheGuide() {
    ContactPaymentDraft changes =
        ContactPaymentDraft.builder().allocatedArtefacts(List.of()).build();

    assertEquals(
        "examples-official/contact-payment-clear-allocations-put.json",
        WriteBody.update("contact_payment", changes));
  }

  @Test
  void contactAllocation_create_equalsTheGuide() {
    ContactAllocationDraft draft =
        ContactAllocationDraft.builder()
            .contactId("14d93840783b11e8990a122c8428e4b2")
            .allocatedArtefacts(
                List.of(
                    allocated("c2bab86f786f11e8990a122c8428e4b2", "100.0"),
                    allocated("108973dc787311e8990a122c8428e4b2", "-100.0")))
            .transactionTypeId(TransactionType.CUSTOMER_ALLOCATION)
            .build();

    assertEquals(
        "examples-official/contact-allocation-create-request.json",
        createBody("contact_allocation", draft));
  }

  /**
   * The guide's short form is missing what Sage's schema requires, so it is an update's shape only.
   */
  @Test
  void contactAllocation_shortVariant_equalsTheGuide() {
    ContactAllocationDraft draft =
        ContactAllocationDraft.builder()
            .allocatedArtefacts(
                List.of(
                    allocated("ba0473ae7201b61bc1d820059ff69551", "5"),
                    allocated("9c1256cefba066ce0c71ab5f9f26558e", "-5")))
            .build();

    assertThat(draft.missing()).containsExactly("transaction_type_id", "contact_id");
    assertEquals(
        "examples-official/contact-allocation-create-request-short-variant.json",
        WriteBody.update("contact_allocation", draft));
  }

  @Test
  void ledgerAccount_create_equalsTheGuide() {
    LedgerAccountDraft draft =
        LedgerAccountDraft.builder()
            .ledgerAccountTypeId("SALES")
            .includedInChart(true)
            .name("Sales Test")
            .displayName("Test account for Sales (4002)")
            .nominalCode(4002)
            .build();

    assertEquals(
        "examples-official/ledger-account-create-request.json",
        createBody("ledger_account", draft));
  }

  @Test
  void journal_create_equalsTheGuide() {
    JournalDraft draft =
        JournalDraft.builder()
            .date(LocalDate.of(2018, 12, 10))
            .reference("TEST JOURNAL")
            .description("This is a test journal")
            .total(new BigDecimal("100"))
            .journalLines(
                List.of(
                    journalLine("bf14b5304a9111e797950a57719b2edb", "Asset side", 100, 0),
                    journalLine(
                        "bf15ab254a9111e797950a57719b2edb", "Motor Vehicle Cost side", 0, 100)))
            .migrated(true)
            .build();

    assertEquals(
        "examples-official/journal-create-request.json", WriteBody.create("journal", draft, null));
  }

  @Test
  void business_update_equalsTheGuide() {
    SageBusinessDraft changes =
        SageBusinessDraft.builder()
            .addressLine1("23 Acacia Ave.")
            .mobile("0777654321")
            .website("https://example.com/")
            .build();

    assertEquals(
        "examples-official/business-update-request.json", WriteBody.update("business", changes));
  }

  @Test
  void user_update_equalsTheGuide() {
    assertEquals(
        "examples-official/user-update-request.json",
        WriteBody.update("user", SageUserDraft.builder().lastName("Smith").build()));
  }

  @Test
  void taxRate_create_equalsTheExample() {
    TaxRateDraft draft =
        TaxRateDraft.builder()
            .name("Local rate")
            .isVisible(true)
            .componentTaxRate(
                List.of(
                    ComponentTaxRateDraft.builder()
                        .name("Local rate")
                        .percentage(new BigDecimal("5.0"))
                        .build()))
            .build();

    assertEquals("examples-constructed/tax-rate-create.json", createBody("tax_rate", draft));
  }

  @Test
  void bankAccount_create_equalsTheExample() {
    BankAccountDraft draft =
        BankAccountDraft.builder()
            .bankAccountTypeId("CHECKING")
            .currencyId("GBP")
            .bankAccountDetails(
                BankAccountDetailsDraft.builder()
                    .accountName("Main current")
                    .accountNumber("00000000")
                    .sortCode("000000")
                    .build())
            .build();

    assertEquals(
        "examples-constructed/bank-account-create.json", createBody("bank_account", draft));
  }

  private static SalesInvoiceLineDraftBuilder line(String description, String price) {
    return SalesInvoiceLineDraft.builder()
        .description(description)
        .ledgerAccountId("4195173e75db11e8990a122c8428e4b2")
        .quantity(BigDecimal.ONE)
        .unitPrice(new BigDecimal(price))
        .taxRateId("584793ca75db11e8990a122c8428e4b2");
  }

  private static JournalLineDraft journalLine(
      String account, String details, int debit, int credit) {
    return JournalLineDraft.builder()
        .ledgerAccountId(account)
        .debit(BigDecimal.valueOf(debit))
        .credit(BigDecimal.valueOf(credit))
        .details(details)
        .includeOnTaxReturn(true)
        .taxReconciled(true)
        .cleared(true)
        .bankReconciled(true)
        .build();
  }

  private static ContactPaymentDraftBuilder receipt(String amount) {
    return ContactPaymentDraft.builder()
        .transactionTypeId(TransactionType.CUSTOMER_RECEIPT)
        .paymentMethodId("CREDIT_DEBIT")
        .contactId("7dfc261d51eb9c107bff7273862f6e80")
        .bankAccountId("27cf77a0e56b4c420345893cfc404c94")
        .date(LocalDate.of(2018, 4, 6))
        .totalAmount(new BigDecimal(amount));
  }

  private static List<PaidArtefactDraft> paid(String amount) {
    return List.of(
        PaidArtefactDraft.builder()
            .artefactId("ba0473ae7201b61bc1d820059ff69551")
            .amount(new BigDecimal(amount))
            .build());
  }

  private static AllocatedArtefactDraft allocated(String artefact, String amount) {
    return AllocatedArtefactDraft.builder()
        .artefactId(artefact)
        .amount(new BigDecimal(amount))
        .build();
  }
}
