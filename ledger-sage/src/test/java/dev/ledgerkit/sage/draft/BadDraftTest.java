package dev.ledgerkit.sage.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no draft takes. */
class BadDraftTest {
  private static final BigDecimal MINUS = new BigDecimal("-0.01");

  static Stream<Arguments> negatives() {
    return Stream.of(
        negative("total_amount", () -> ContactPaymentDraft.builder().totalAmount(MINUS).build()),
        negative("total_amount", () -> OtherPaymentDraft.builder().totalAmount(MINUS).build()),
        negative("amount", () -> BankTransferDraft.builder().amount(MINUS).build()),
        negative("cost_price", () -> ProductDraft.builder().costPrice(MINUS).build()),
        negative("cost_price", () -> StockMovementDraft.builder().costPrice(MINUS).build()),
        negative("reorder_level", () -> StockItemDraft.builder().reorderLevel(MINUS).build()),
        negative("price", () -> SalesPriceDraft.builder().price(MINUS).build()),
        negative("rate", () -> ServiceRateDraft.builder().rate(MINUS).build()),
        negative("credit_limit", () -> ContactDraft.builder().creditLimit(MINUS).build()),
        negative("exchange_rate", () -> SalesInvoiceDraft.builder().exchangeRate(MINUS).build()),
        negative(
            "discount_amount", () -> SalesInvoiceLineDraft.builder().discountAmount(MINUS).build()),
        negative(
            "discount_percentage",
            () -> SalesInvoiceLineDraft.builder().discountPercentage(MINUS).build()));
  }

  private static Arguments negative(String field, Supplier<Object> draft) {
    return Arguments.of(field, draft);
  }

  @ParameterizedTest
  @MethodSource("negatives")
  void wrongSign_anywhere_isRefusedByName(String field, Supplier<Object> draft) {
    assertThatThrownBy(draft::get)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(field + " -0.01 is refused: Sage takes it without a sign; drop the minus.");
  }

  @Test
  void stockMovement_outOfStock_mayBeNegative() {
    assertThat(StockMovementDraft.builder().quantity(MINUS).build().quantity()).isEqualTo(MINUS);
  }

  @ParameterizedTest
  @CsvSource({"-1, 100.00, -100.00", "1, -100.00, -100.00"})
  void creditNote_asANegativeInvoice_isRefused(String quantity, String price, String sum) {
    SalesInvoiceLineDraft sold =
        SalesInvoiceLineDraft.builder()
            .quantity(new BigDecimal(quantity))
            .unitPrice(new BigDecimal(price))
            .build();
    PurchaseLineDraft bought =
        PurchaseLineDraft.builder()
            .quantity(new BigDecimal(quantity))
            .unitPrice(new BigDecimal(price))
            .build();

    assertThatThrownBy(() -> SalesCreditNoteDraft.builder().creditNoteLines(List.of(sold)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("credit_note_lines add up to " + sum);
    assertThatThrownBy(
            () -> PurchaseCreditNoteDraft.builder().creditNoteLines(List.of(bought)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("credit_note_lines add up to " + sum);
  }

  @Test
  void creditNote_withADeductingLine_isTaken() {
    SalesInvoiceLineDraft returned =
        SalesInvoiceLineDraft.builder().unitPrice(new BigDecimal("100")).build();
    SalesInvoiceLineDraft restocking =
        SalesInvoiceLineDraft.builder().unitPrice(new BigDecimal("-10")).build();
    SalesInvoiceLineDraft unpriced = SalesInvoiceLineDraft.builder().build();

    assertThatCode(
            () ->
                SalesCreditNoteDraft.builder()
                    .creditNoteLines(List.of(returned, restocking))
                    .build())
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                SalesCreditNoteDraft.builder()
                    .creditNoteLines(List.of(restocking, unpriced))
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void allocation_notAddingUpToZero_isRefused() {
    assertThatThrownBy(() -> allocation("100.00", "100.00"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("allocated_artefacts add up to 200.00");
    assertThatCode(() -> allocation("100.0", "-100.00")).doesNotThrowAnyException();
    assertThatCode(() -> ContactAllocationDraft.builder().allocatedArtefacts(List.of()).build())
        .doesNotThrowAnyException();
  }

  private static ContactAllocationDraft allocation(String first, String second) {
    return ContactAllocationDraft.builder()
        .allocatedArtefacts(
            List.of(
                AllocatedArtefactDraft.builder().amount(new BigDecimal(first)).build(),
                AllocatedArtefactDraft.builder().amount(new BigDecimal(second)).build()))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"Salt &amp; Pepper, Salt & Pepper", "caf&eacute;, café"})
  void purchaseLine_withEntities_isDecoded(String escaped, String plain) {
    assertThat(PurchaseLineDraft.builder().description(escaped).build().description())
        .isEqualTo(plain);
  }

  @Test
  void tooLong_aText_isShownByItsBeginning() {
    String notes = "n".repeat(501);

    assertThatThrownBy(() -> ProductDraft.builder().notes(notes).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "notes '" + "n".repeat(40) + "…' has 501 characters and Sage takes 500; shorten it.");
  }

  @Test
  void tooLong_charactersBeyondTheBasicPlane_countOnce() {
    assertThatCode(() -> StockMovementDraft.builder().details("😀".repeat(50)).build())
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> StockMovementDraft.builder().details("😀".repeat(51)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("details '" + "😀".repeat(40) + "…' has 51");
  }

  @Test
  void creditDays_beyondAYear_areRefused() {
    assertThatThrownBy(() -> ContactDraft.builder().creditDays(366).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("credit_days 366 is refused: Sage takes 0 to 365.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FileContent.MAX_BYTES + 1})
  void file_emptyOrTooLarge_isRefused(int size) {
    assertThatThrownBy(() -> FileContent.of(new byte[size]))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("A file of " + size + " bytes");
  }

  @Test
  void file_largest_isTakenAndNeverShown() {
    byte[] bytes = new byte[FileContent.MAX_BYTES];
    FileContent file = FileContent.of(bytes);
    bytes[0] = 1;

    assertThat(file).isEqualTo(FileContent.of(new byte[FileContent.MAX_BYTES]));
    assertThat(file.base64()).startsWith("AAAA");
    assertThat(AttachmentDraft.builder().file(file).build().toString())
        .contains("FileContent[2621440 bytes]")
        .doesNotContain("AAAA");
  }

  @Test
  void attachment_unknownTypeOrWrongSize_isRefused() {
    assertThatThrownBy(() -> AttachmentDraft.builder().mimeType("text/html").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'text/html' in mime_type");
    assertThatThrownBy(
            () -> AttachmentDraft.builder().file(FileContent.of(new byte[3])).fileSize(4).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("4 in file_size is refused: the file has 3 bytes");
  }
}
