package dev.ledgerkit.sage;

import static dev.ledgerkit.sage.SharedExamples.assertEquals;
import static dev.ledgerkit.sage.SharedExamples.createBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.draft.FileContent;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.ProductSalesPriceTypeDraft;
import dev.ledgerkit.sage.draft.SalesPriceDraft;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.ServiceRateDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.model.Product;
import dev.ledgerkit.sage.model.ProductSalesPriceType;
import dev.ledgerkit.sage.model.Service;
import dev.ledgerkit.sage.model.StockItem;
import dev.ledgerkit.sage.model.StockMovement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Payloads of products, services, stock, price lists and files. */
class CatalogueExampleTest {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "StockItem", StockItem.class,
          "StockMovement", StockMovement.class,
          "Service", Service.class,
          "ProductSalesPriceType", ProductSalesPriceType.class);

  @ParameterizedTest
  @CsvSource({
    "StockItem, examples-constructed/stock-item-response.json",
    "StockMovement, examples-constructed/stock-movement-response.json",
    "Service, examples-constructed/service-response.json",
    "ProductSalesPriceType, examples-constructed/product-sales-price-type-response.json",
  })
  void record_readAndWritten_losesNothing(String type, String example) {
    Lossless.assertRead(SharedExamples.json(example), TYPES.get(type));
    assertThat(SageJson.read(SharedExamples.bytes(example), TYPES.get(type)))
        .extracting("extra")
        .isEqualTo(Map.of());
  }

  @Test
  void products_ofTheGuide_loseNothing() {
    String example = "examples-official/products-list-response.json";

    assertThat(SageJson.readList(SharedExamples.bytes(example), Product.class).items())
        .extracting(Product::displayedAs)
        .containsExactly("Product One", "Product Two", "Stock Item One");
    SharedExamples.json(example)
        .get("$items")
        .forEach(item -> Lossless.assertRead(item, Product.class));
  }

  @Test
  void product_create_equalsTheGuide() {
    ProductDraft draft =
        ProductDraft.builder()
            .description("An example product")
            .itemCode("PRODUCT-01")
            .salesLedgerAccountId("4195196a75db11e8990a122c8428e4b2")
            .salesTaxRateId("584793ca75db11e8990a122c8428e4b2")
            .purchaseLedgerAccountId("4194d2b875db11e8990a122c8428e4b2")
            .salesPrices(
                List.of(
                    SalesPriceDraft.builder()
                        .productSalesPriceTypeId("41a77be375db11e8990a122c8428e4b2")
                        .price(new BigDecimal("9.99"))
                        .priceIncludesTax(true)
                        .build()))
            .build();

    assertEquals("examples-official/product-create-request.json", createBody("product", draft));
  }

  /** The guide's variant names the rates otherwise; the schema's names are those that are sent. */
  @Test
  void service_create_equalsTheExample() {
    ServiceDraft draft =
        ServiceDraft.builder()
            .description("Consulting hour")
            .salesLedgerAccountId("22222222222222222222222222222222")
            .itemCode("CONS")
            .salesTaxRateId("GB_STANDARD")
            .salesRates(
                List.of(
                    ServiceRateDraft.builder()
                        .serviceRateTypeId("55555555555555555555555555555555")
                        .rateName("Rate")
                        .rate(new BigDecimal("95.00"))
                        .rateIncludesTax(false)
                        .build()))
            .build();

    assertEquals(
        "examples-constructed/service-create-swagger-variant.json", createBody("service", draft));
  }

  @Test
  void stockItem_create_equalsTheExample() {
    StockItemDraft draft =
        StockItemDraft.builder()
            .itemCode("FRM-01")
            .description("Oak frame")
            .salesLedgerAccountId("22222222222222222222222222222222")
            .purchaseLedgerAccountId("44444444444444444444444444444444")
            .costPrice(new BigDecimal("10.00"))
            .reorderLevel(new BigDecimal("5"))
            .salesPrices(
                List.of(
                    SalesPriceDraft.builder()
                        .productSalesPriceTypeId("66666666666666666666666666666666")
                        .priceName("Sales Price")
                        .price(new BigDecimal("30.00"))
                        .priceIncludesTax(false)
                        .build()))
            .build();

    assertEquals("examples-constructed/stock-item-create.json", createBody("stock_item", draft));
  }

  @Test
  void stockMovement_create_equalsTheExample() {
    StockMovementDraft draft =
        StockMovementDraft.builder()
            .stockItemId("77777777777777777777777777777777")
            .date(LocalDate.of(2025, 1, 6))
            .quantity(new BigDecimal("10"))
            .costPrice(new BigDecimal("10.00"))
            .details("Opening count")
            .reference("ADJ-1")
            .build();

    assertEquals(
        "examples-constructed/stock-movement-create.json", createBody("stock_movement", draft));
  }

  @Test
  void priceType_create_equalsTheExample() {
    ProductSalesPriceTypeDraft draft =
        ProductSalesPriceTypeDraft.builder().name("Trade").active(true).build();

    assertEquals(
        "examples-constructed/product-sales-price-type-create.json",
        createBody("product_sales_price_type", draft));
  }

  /** The example has a word where the base64 goes. */
  @Test
  void attachment_create_equalsTheExample() {
    FileContent file = FileContent.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    AttachmentDraft draft =
        AttachmentDraft.builder()
            .file(file)
            .fileName("invoice-1.pdf")
            .mimeType("application/pdf")
            .fileExtension(".pdf")
            .attachmentContextId("dddddddddddddddddddddddddddddddd")
            .attachmentContextTypeId("SALES_INVOICE")
            .build();
    ObjectNode example =
        (ObjectNode) SharedExamples.json("examples-constructed/attachment-create.json");
    ((ObjectNode) example.get("attachment")).put("file", "JVBERi0xLjc=");

    assertThat(SageJson.tree(createBody("attachment", draft))).isEqualTo(example);
  }
}
