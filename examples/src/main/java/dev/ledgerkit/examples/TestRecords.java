package dev.ledgerkit.examples;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.PaidArtefactDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.TransactionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The records the quickstart writes, named so that nobody takes them for business. */
final class TestRecords {
  static final String CONTACT_NAME = "Ledger quickstart (test record)";
  private static final BigDecimal QUANTITY = new BigDecimal("3");
  private static final BigDecimal UNIT_PRICE = new BigDecimal("49.95");

  private final ReferenceData lists;
  private final LocalDate today;

  TestRecords(ReferenceData lists, LocalDate today) {
    this.lists = lists;
    this.today = today;
  }

  ContactDraft contact() {
    return ContactDraft.builder()
        .name(CONTACT_NAME)
        .contactTypeIds(List.of(ContactType.CUSTOMER))
        .build();
  }

  SalesInvoiceDraft invoice(Contact contact) {
    return SalesInvoiceDraft.builder()
        .contactId(contact.id())
        .date(today)
        .reference("Quickstart test")
        .invoiceLines(List.of(line()))
        .build();
  }

  /** Sage takes a line's tax as it is sent and counts one left out as zero. */
  private SalesInvoiceLineDraft line() {
    Optional<ReferenceItem> rate = firstActive(ReferenceKind.TAX_RATES);
    BigDecimal net = QUANTITY.multiply(UNIT_PRICE);
    return SalesInvoiceLineDraft.builder()
        .description("Quickstart test item, not a sale")
        .ledgerAccountId(required(ReferenceKind.LEDGER_ACCOUNTS).id())
        .quantity(QUANTITY)
        .unitPrice(UNIT_PRICE)
        .taxRateId(rate.map(ReferenceItem::id).orElse(null))
        .taxAmount(rate.map(found -> tax(net, found)).orElse(null))
        .build();
  }

  ContactPaymentDraft payment(Contact contact, SalesInvoice invoice) {
    return ContactPaymentDraft.builder()
        .transactionTypeId(TransactionType.CUSTOMER_RECEIPT)
        .contactId(contact.id())
        .bankAccountId(required(ReferenceKind.BANK_ACCOUNTS).id())
        .date(today)
        .totalAmount(invoice.totalAmount())
        .reference("Quickstart test")
        .allocatedArtefacts(
            List.of(
                PaidArtefactDraft.builder()
                    .artefactId(invoice.id())
                    .amount(invoice.totalAmount())
                    .build()))
        .build();
  }

  /** The list shows a percentage as people read it: {@code 20%}. */
  private static BigDecimal tax(BigDecimal net, ReferenceItem rate) {
    String percentage = rate.detail().replace("%", "");
    return percentage.isBlank()
        ? BigDecimal.ZERO
        : net.multiply(new BigDecimal(percentage))
            .movePointLeft(2)
            .setScale(2, RoundingMode.HALF_UP);
  }

  private ReferenceItem required(ReferenceKind list) {
    return firstActive(list)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "The business has no active entry in %s; an invoice needs one."
                        .formatted(list)));
  }

  private Optional<ReferenceItem> firstActive(ReferenceKind list) {
    return lists.list(list).stream().filter(ReferenceItem::active).findFirst();
  }
}
