package dev.ledgerkit.sage;

import static dev.ledgerkit.sage.SharedExamples.assertEquals;
import static dev.ledgerkit.sage.SharedExamples.createBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.PurchaseLineDraft;
import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceLineDraftBuilder;
import dev.ledgerkit.sage.model.PurchaseInvoice;
import dev.ledgerkit.sage.model.SalesCreditNote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payloads of sales credit notes and purchases. */
class DocumentExampleTest {
  private static final LocalDate DAY = LocalDate.of(2025, 1, 6);

  @Test
  void salesCreditNote_readAndWritten_losesNothing() {
    String example = "examples-constructed/sales-credit-note-response.json";
    Lossless.assertRead(SharedExamples.json(example), SalesCreditNote.class);

    SalesCreditNote read = SageJson.read(SharedExamples.bytes(example), SalesCreditNote.class);
    assertThat(read.extra()).isEmpty();
    assertThat(read.totalAmount()).isPositive();
    assertThat(read.creditNoteLines()).hasSize(1);
  }

  @Test
  void purchaseInvoice_readAndWritten_losesNothing() {
    String example = "examples-constructed/purchase-invoice-response.json";
    Lossless.assertRead(SharedExamples.json(example), PurchaseInvoice.class);

    PurchaseInvoice read = SageJson.read(SharedExamples.bytes(example), PurchaseInvoice.class);
    assertThat(read.extra()).isEmpty();
    assertThat(read.dueDate()).isAfterOrEqualTo(read.date());
    assertThat(read.invoiceLines()).hasSize(1);
  }

  @Test
  void purchaseInvoice_import_isReadAndWritten() {
    byte[] body = "{\"id\":\"p1\",\"import\":true}".getBytes(StandardCharsets.UTF_8);

    PurchaseInvoice read = SageJson.read(body, PurchaseInvoice.class);

    assertThat(read.imported()).isTrue();
    assertThat(SageJson.fields(read).get("import").asBoolean()).isTrue();
  }

  @Test
  void salesCreditNote_create_equalsTheExample() {
    SalesCreditNoteDraft draft =
        SalesCreditNoteDraft.builder()
            .contactId("11111111111111111111111111111111")
            .date(DAY)
            .originalInvoiceDate(LocalDate.of(2024, 12, 20))
            .reference("RMA-17")
            .creditNoteLines(List.of(line("Returned item").build()))
            .build();

    assertEquals(
        "examples-constructed/sales-credit-note-create.json",
        createBody("sales_credit_note", draft));
    assertThat(draft.lookup()).isEqualTo("reference RMA-17");
  }

  @Test
  void salesInvoice_createWithAKey_equalsTheExample() {
    SalesInvoiceDraft draft =
        SalesInvoiceDraft.builder()
            .contactId("11111111111111111111111111111111")
            .date(DAY)
            .invoiceLines(List.of(line("Consulting").build()))
            .build();

    assertEquals(
        "examples-constructed/sales-invoice-create-idempotent.json",
        WriteBody.create(
            "sales_invoice", draft, new IdempotencyKey("0f8fad5bd9cb469fa16570867728950e")));
  }

  @Test
  void purchaseInvoice_create_equalsTheExample() {
    PurchaseInvoiceDraft draft =
        PurchaseInvoiceDraft.builder()
            .contactId("33333333333333333333333333333333")
            .date(DAY)
            .dueDate(LocalDate.of(2025, 2, 5))
            .vendorReference("SUP-9")
            .invoiceLines(
                List.of(
                    PurchaseLineDraft.builder()
                        .description("Paper")
                        .ledgerAccountId("44444444444444444444444444444444")
                        .quantity(new BigDecimal("2"))
                        .unitPrice(new BigDecimal("12.50"))
                        .taxRateId("GB_STANDARD")
                        .taxAmount(new BigDecimal("5.00"))
                        .build()))
            .build();

    assertEquals(
        "examples-constructed/purchase-invoice-create.json", createBody("purchase_invoice", draft));
    assertThat(draft.lookup()).isEqualTo("vendor reference SUP-9");
  }

  private static SalesInvoiceLineDraftBuilder line(String description) {
    return SalesInvoiceLineDraft.builder()
        .description(description)
        .ledgerAccountId("22222222222222222222222222222222")
        .quantity(BigDecimal.ONE)
        .unitPrice(new BigDecimal("100.00"))
        .taxRateId("GB_STANDARD")
        .taxAmount(new BigDecimal("20.00"));
  }
}
