package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.draft.AttachmentDraft;
import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.OtherPaymentDraft;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.ProductSalesPriceTypeDraft;
import dev.ledgerkit.sage.draft.PurchaseCreditNoteDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.draft.SalesCreditNoteDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.ServiceRateTypeDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.model.Attachment;
import dev.ledgerkit.sage.model.BankTransfer;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactAllocation;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.OtherPayment;
import dev.ledgerkit.sage.model.Product;
import dev.ledgerkit.sage.model.ProductSalesPriceType;
import dev.ledgerkit.sage.model.PurchaseCreditNote;
import dev.ledgerkit.sage.model.PurchaseInvoice;
import dev.ledgerkit.sage.model.SalesCreditNote;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.model.Service;
import dev.ledgerkit.sage.model.ServiceRateType;
import dev.ledgerkit.sage.model.StockItem;
import dev.ledgerkit.sage.model.StockMovement;
import dev.ledgerkit.sage.query.AttachmentQuery;
import dev.ledgerkit.sage.query.BankTransferQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.OtherPaymentQuery;
import dev.ledgerkit.sage.query.ProductQuery;
import dev.ledgerkit.sage.query.ProductSalesPriceTypeQuery;
import dev.ledgerkit.sage.query.PurchaseCreditNoteQuery;
import dev.ledgerkit.sage.query.PurchaseInvoiceQuery;
import dev.ledgerkit.sage.query.SalesCreditNoteQuery;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;
import dev.ledgerkit.sage.query.ServiceQuery;
import dev.ledgerkit.sage.query.ServiceRateTypeQuery;
import dev.ledgerkit.sage.query.StockItemQuery;
import dev.ledgerkit.sage.query.StockMovementQuery;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Documents, catalogue and payments against what Sage's specification says of them. */
class DocumentedRecordsTest {

  enum Resource {
    CONTACTS(Contact.class, ContactDraft.class, ContactQuery.class),
    SALES_INVOICES(SalesInvoice.class, SalesInvoiceDraft.class, SalesInvoiceQuery.class),
    SALES_CREDIT_NOTES(
        SalesCreditNote.class, SalesCreditNoteDraft.class, SalesCreditNoteQuery.class),
    PURCHASE_INVOICES(
        PurchaseInvoice.class, PurchaseInvoiceDraft.class, PurchaseInvoiceQuery.class),
    PURCHASE_CREDIT_NOTES(
        PurchaseCreditNote.class, PurchaseCreditNoteDraft.class, PurchaseCreditNoteQuery.class),
    PRODUCTS(Product.class, ProductDraft.class, ProductQuery.class),
    SERVICES(Service.class, ServiceDraft.class, ServiceQuery.class),
    STOCK_ITEMS(StockItem.class, StockItemDraft.class, StockItemQuery.class),
    STOCK_MOVEMENTS(StockMovement.class, StockMovementDraft.class, StockMovementQuery.class),
    PRODUCT_SALES_PRICE_TYPES(
        ProductSalesPriceType.class,
        ProductSalesPriceTypeDraft.class,
        ProductSalesPriceTypeQuery.class),
    SERVICE_RATE_TYPES(
        ServiceRateType.class, ServiceRateTypeDraft.class, ServiceRateTypeQuery.class),
    ATTACHMENTS(Attachment.class, AttachmentDraft.class, AttachmentQuery.class),
    BANK_TRANSFERS(BankTransfer.class, BankTransferDraft.class, BankTransferQuery.class),
    CONTACT_PAYMENTS(ContactPayment.class, ContactPaymentDraft.class, ContactPaymentQuery.class),
    CONTACT_ALLOCATIONS(
        ContactAllocation.class, ContactAllocationDraft.class, ContactAllocationQuery.class),
    OTHER_PAYMENTS(OtherPayment.class, OtherPaymentDraft.class, OtherPaymentQuery.class);

    final Class<?> model;
    final Class<? extends Record> draft;
    final Class<?> query;

    Resource(Class<?> model, Class<? extends Record> draft, Class<?> query) {
      this.model = model;
      this.draft = draft;
      this.query = query;
    }

    String path() {
      return "/" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As the schema names its writes: the model in the plural. */
    String plural() {
      return model.getSimpleName() + "s";
    }
  }

  @ParameterizedTest
  @EnumSource
  void documentedFields_ofAResource_haveAComponentEach(Resource resource) {
    Lossless.assertComponents(resource.model.getSimpleName(), resource.model);
  }

  @ParameterizedTest
  @EnumSource
  void draft_fields_areTheDocumentedOnes(Resource resource) {
    DocumentedNames.assertDraft(resource.plural(), resource.draft);
  }

  @ParameterizedTest
  @EnumSource
  void query_filters_areTheDocumentedOnes(Resource resource) {
    DocumentedNames.assertQuery(resource.path(), resource.query);
  }

  @ParameterizedTest
  @EnumSource
  void missing_ofABareDraft_isWhatTheSchemaRequires(Resource resource) throws Exception {
    JsonNode schema = DocumentedNames.schema("post" + resource.plural());
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asString()));

    SageDraft bare = (SageDraft) with(resource.draft, null, null);

    assertThat(bare.missing()).containsExactlyInAnyOrderElementsOf(required);
  }

  @ParameterizedTest
  @EnumSource
  void missing_ofABareLine_isWhatTheSchemaRequires(Resource resource) throws Exception {
    JsonNode schema = DocumentedNames.schema("post" + resource.plural());
    for (RecordComponent lines : resource.draft.getRecordComponents()) {
      String name = DocumentedNames.wireName(lines);
      JsonNode item = schema.get("properties").get(name).path("items");
      if (!item.has("required")) {
        continue;
      }
      Class<?> type =
          (Class<?>) ((ParameterizedType) lines.getGenericType()).getActualTypeArguments()[0];
      Record line = with(type.asSubclass(Record.class), null, null);
      SageDraft draft = (SageDraft) with(resource.draft, lines, List.of(line, line));
      List<String> required = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        for (JsonNode field : item.get("required")) {
          required.add(name + "[" + i + "]." + field.asString());
        }
      }

      assertThat(draft.missing()).containsAll(required);
    }
  }

  /** Sage says how long its texts may be where it answers them, and nowhere else. */
  @ParameterizedTest
  @EnumSource
  void draft_tooLong_isRefusedByNameAtTheDocumentedLength(Resource resource) throws Exception {
    JsonNode fields =
        SharedExamples.json("derived/response-models.json").get(resource.model.getSimpleName());
    for (RecordComponent component : resource.draft.getRecordComponents()) {
      String name = DocumentedNames.wireName(component);
      JsonNode limit = fields.path(name);
      if (!limit.isString() || !limit.asString().startsWith("string<=")) {
        continue;
      }
      int most = Integer.parseInt(limit.asString().substring("string<=".length()));

      assertThatCode(() -> with(resource.draft, component, "x".repeat(most)))
          .as(name)
          .doesNotThrowAnyException();
      assertThatCode(() -> with(resource.draft, component, "x".repeat(most + 1)))
          .as(name)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(name.equals("reference") ? "eference" : name)
          .hasMessageContaining((most + 1) + " characters");
    }
  }

  /** A record of which one component is set. */
  private static <T extends Record> T with(Class<T> type, RecordComponent set, Object value)
      throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(each -> set != null && each.getName().equals(set.getName()) ? value : null)
            .toArray();
    Constructor<T> canonical = type.getDeclaredConstructor(types);
    try {
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
