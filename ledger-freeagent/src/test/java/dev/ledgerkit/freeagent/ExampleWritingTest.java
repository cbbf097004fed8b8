package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.DraftFields;
import dev.ledgerkit.freeagent.draft.CategoryDraft;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteItemDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.EmailAttachment;
import dev.ledgerkit.freeagent.draft.EmailDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.ProjectDraft;
import dev.ledgerkit.freeagent.draft.UserDraft;
import dev.ledgerkit.freeagent.model.AutoSalesTaxRate;
import dev.ledgerkit.freeagent.model.BillingPeriod;
import dev.ledgerkit.freeagent.model.BudgetUnits;
import dev.ledgerkit.freeagent.model.CategoryGroup;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.ProjectStatus;
import dev.ledgerkit.freeagent.model.UserRole;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the documentation and FreeAgent's own request collection send, a draft can say. */
class ExampleWritingTest {
  private static final URI BASE = URI.create("https://api.freeagent.com/v2");
  private static final DraftFields FIELDS =
      new DraftFields((Draft draft) -> FreeAgentJson.fields(draft, BASE));

  @Test
  void categories_everyDocumentedRequest_isADraft() {
    List<JsonNode> requests = documented("categories");

    assertThat(requests).hasSize(12);
    for (JsonNode request : requests) {
      JsonNode wanted = request.get("category");
      CategoryDraft draft =
          CategoryDraft.builder()
              .description(text(wanted, "description"))
              .nominalCode(text(wanted, "nominal_code"))
              .categoryGroup(
                  wanted.has("category_group")
                      ? CategoryGroup.of(text(wanted, "category_group"))
                      : null)
              .taxReportingName(text(wanted, "tax_reporting_name"))
              .allowableForTax(
                  wanted.has("allowable_for_tax")
                      ? wanted.get("allowable_for_tax").asBoolean()
                      : null)
              .autoSalesTaxRate(
                  wanted.has("auto_sales_tax_rate")
                      ? AutoSalesTaxRate.of(text(wanted, "auto_sales_tax_rate"))
                      : null)
              .build();
      assertSame(wanted, draft);
    }
  }

  @Test
  void emails_everyDocumentedRequest_isADraft() {
    EmailAttachment file =
        EmailAttachment.of(
            "testFile.csv",
            "text/csv",
            "12/09/2022,5.00,burger\n".getBytes(StandardCharsets.UTF_8));
    EmailDraft attached = EmailDraft.builder().attachments(List.of(file)).build();
    EmailDraft written =
        EmailDraft.builder()
            .body("Test")
            .emailToSender(false)
            .from("Development Team <dev@freeagent.com>")
            .subject("FreeAgent Central Credit Note INV015")
            .to("raymondcarter@haag-hettinger.net")
            .build();
    List<JsonNode> invoices = documented("invoices");
    List<JsonNode> notes = documented("credit_notes");

    assertSame(invoices.get(0).at("/invoice/email"), EmailDraft.template());
    assertSame(invoices.get(1).at("/invoice/email"), attached);
    assertSame(notes.get(0).at("/credit_note/email"), written);
    assertSame(notes.get(1).at("/credit_note/email"), attached);
    assertThat(invoices.get(2).propertyNames()).containsExactly("default_additional_text");
  }

  @Test
  void contact_ofTheCollection_isADraft() {
    assertSame(
        collected("Create Contact").get("contact"),
        ContactDraft.builder()
            .firstName("Frederick")
            .lastName("Testington")
            .email("fred@testingtonandsons.example.com")
            .build());
    assertSame(
        collected("Update Contact").get("contact"),
        ContactDraft.builder().country("France").build());
  }

  @Test
  void invoice_ofTheCollection_isADraft() {
    assertSame(
        collected("Create Invoice").get("invoice"),
        InvoiceDraft.builder()
            .contact(Contact.ref("42"))
            .datedOn(LocalDate.of(2019, 8, 18))
            .dueOn(LocalDate.of(2019, 9, 18))
            .currency("GBP")
            .omitHeader(false)
            .alwaysShowBicAndIban(false)
            .paymentTermsInDays(30)
            .build());
  }

  @Test
  void creditNote_ofTheCollection_isADraftOfPositiveAmounts() {
    assertSame(
        collected("Create Credit Note").get("credit_note"),
        CreditNoteDraft.builder()
            .contact(Contact.ref("43"))
            .datedOn(LocalDate.of(2020, 2, 1))
            .dueOn(LocalDate.of(2019, 9, 18))
            .currency("GBP")
            .omitHeader(false)
            .alwaysShowBicAndIban(false)
            .paymentTermsInDays(30)
            .creditNoteItems(
                List.of(
                    CreditNoteItemDraft.builder()
                        .description("Credit Note Item 1")
                        .price(new BigDecimal("100"))
                        .quantity(new BigDecimal("3"))
                        .build()))
            .build());
    assertSame(
        collected("Update Credit Note").get("credit_note"),
        CreditNoteDraft.builder()
            .comments("An example of some additional text.")
            .creditNoteItems(
                List.of(CreditNoteItemDraft.builder().description("New invoice item").build()))
            .build());
  }

  @Test
  void reconciliation_ofTheCollection_isADraft() {
    assertSame(
        collected("Create Credit Note Reconciliation").get("credit_note_reconciliation"),
        CreditNoteReconciliationDraft.builder()
            .grossValue(new BigDecimal("100.0"))
            .datedOn(LocalDate.of(2020, 8, 10))
            .currency("GBP")
            .exchangeRate(new BigDecimal("1.0"))
            .invoice(Invoice.ref("1"))
            .creditNote(CreditNote.ref("2"))
            .build());
  }

  /** The collection spells the first of October "2015-10-1", which is not a date of ISO 8601. */
  @Test
  void project_ofTheCollection_isADraft() {
    JsonNode wanted = collected("Create Project").get("project");
    ((tools.jackson.databind.node.ObjectNode) wanted).put("starts_on", "2015-10-01");

    assertSame(
        wanted,
        ProjectDraft.builder()
            .contact(Contact.ref("2"))
            .name("Website Redesign")
            .startsOn(LocalDate.of(2015, 10, 1))
            .endsOn(LocalDate.of(2015, 12, 31))
            .status(ProjectStatus.ACTIVE)
            .budgetUnits(BudgetUnits.DAYS)
            .currency("GBP")
            .billingPeriod(BillingPeriod.HOUR)
            .usesProjectInvoiceSequence(false)
            .normalBillingRate(new BigDecimal("500"))
            .hoursPerDay(new BigDecimal("8"))
            .isIr35(false)
            .budget(new BigDecimal("28"))
            .build());
  }

  @Test
  void numbers_thatMustBe_areNumbers() {
    JsonNode project =
        FIELDS.fields().apply(ProjectDraft.builder().budget(new BigDecimal("28.50")).build());

    assertThat(project.get("budget").isNumber()).isTrue();
    assertThat(project.toString()).isEqualTo("{\"budget\":28.50}");
  }

  @Test
  void user_ofTheCollection_isADraft() {
    assertSame(
        collected("Create a user").get("user"),
        UserDraft.builder()
            .firstName("Joe")
            .lastName("Bloggs")
            .email("joe@example.com")
            .role(UserRole.DIRECTOR)
            .permissionLevel(8)
            .niNumber("KC123456C")
            .uniqueTaxReference("1234567890")
            .openingMileage(BigDecimal.ZERO)
            .build());
  }

  private static void assertSame(JsonNode wanted, Draft draft) {
    assertThat(Canonical.written(FIELDS.fields().apply(draft)))
        .isEqualTo(Canonical.written(wanted));
  }

  private static String text(JsonNode node, String name) {
    return node.has(name) ? node.get(name).asString() : null;
  }

  static List<JsonNode> documented(String page) {
    List<JsonNode> requests = new ArrayList<>();
    for (JsonNode example :
        SharedExamples.json("docs-examples/" + page + ".json").get("examples")) {
      if (example.get("role").asString().equals("request")) {
        requests.add(example.has("json") ? example.get("json") : example.get("body"));
      }
    }
    return requests;
  }

  /** The body of a request of FreeAgent's own collection, its placeholders filled in. */
  static JsonNode collected(String name) {
    JsonNode found = find(SharedExamples.json("official-postman-collection.json"), name);
    assertThat(found).as(name).isNotNull();
    String body =
        found
            .at("/request/body/raw")
            .asString()
            .replace("{{url}}", "https://api.freeagent.com")
            .replace(":id", "42");
    return FreeAgentJson.WIRE.tree(body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode find(JsonNode folder, String name) {
    for (JsonNode item : folder.path("item")) {
      if (item.has("request") && item.get("name").asString().strip().equals(name)) {
        return item;
      }
      JsonNode deeper = find(item, name);
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }
}
