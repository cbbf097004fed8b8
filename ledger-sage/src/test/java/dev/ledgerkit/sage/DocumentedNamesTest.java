package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;
import dev.ledgerkit.sage.query.TaxRateQuery;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Drafts and queries against the names Sage's own schema gives fields and filters. */
class DocumentedNamesTest {
  private static final Map<String, Class<?>> DRAFTS =
      Map.of(
          "Contacts", ContactDraft.class,
          "SalesInvoices", SalesInvoiceDraft.class,
          "TaxRates", TaxRateDraft.class,
          "LedgerAccounts", LedgerAccountDraft.class,
          "BankAccounts", BankAccountDraft.class,
          "ContactPayments", ContactPaymentDraft.class,
          "ContactAllocations", ContactAllocationDraft.class);

  private static final Map<String, Class<?>> QUERIES =
      Map.of(
          "/contacts", ContactQuery.class,
          "/sales_invoices", SalesInvoiceQuery.class,
          "/tax_rates", TaxRateQuery.class,
          "/ledger_accounts", LedgerAccountQuery.class,
          "/bank_accounts", BankAccountQuery.class,
          "/contact_payments", ContactPaymentQuery.class,
          "/contact_allocations", ContactAllocationQuery.class);

  @ParameterizedTest
  @CsvSource({
    "Contacts",
    "SalesInvoices",
    "TaxRates",
    "LedgerAccounts",
    "BankAccounts",
    "ContactPayments",
    "ContactAllocations",
  })
  void draft_fields_areTheDocumentedOnes(String model) {
    JsonNode schema =
        SharedExamples.json("openapi/sage-accounting-v3.1.swagger2.json").get("definitions");

    assertFields(
        model, entity(schema, "post" + model), entity(schema, "put" + model), DRAFTS.get(model));
  }

  @ParameterizedTest
  @CsvSource({
    "/contacts",
    "/sales_invoices",
    "/tax_rates",
    "/ledger_accounts",
    "/bank_accounts",
    "/contact_payments",
    "/contact_allocations",
  })
  void query_filters_areTheDocumentedOnes(String path) {
    Set<String> documented = new TreeSet<>();
    for (JsonNode operation : SharedExamples.json("derived/operations.json")) {
      boolean list =
          operation.get("method").asString().equals("GET")
              && operation.get("path").asString().equals(path);
      if (list) {
        operation
            .get("query")
            .forEach(parameter -> documented.add(parameter.get("name").asString()));
      }
    }
    documented.remove("page");

    assertThat(components(QUERIES.get(path)).keySet()).isEqualTo(documented);
  }

  private static void assertFields(String where, JsonNode create, JsonNode update, Class<?> draft) {
    Map<String, JsonNode> documented = new TreeMap<>();
    update.properties().forEach(field -> documented.put(field.getKey(), field.getValue()));
    create.properties().forEach(field -> documented.put(field.getKey(), field.getValue()));
    Map<String, Class<?>> components = components(draft);

    assertThat(components.keySet()).as(where).isEqualTo(documented.keySet());
    documented.forEach(
        (name, field) -> {
          JsonNode nested = field.has("items") ? field.get("items") : field;
          if (nested.has("properties")) {
            JsonNode fields = nested.get("properties");
            assertFields(where + "." + name, fields, fields, components.get(name));
          }
        });
  }

  private static JsonNode entity(JsonNode schema, String name) {
    return schema
        .get(name)
        .get("properties")
        .properties()
        .iterator()
        .next()
        .getValue()
        .get("properties");
  }

  private static Map<String, Class<?>> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .collect(
            Collectors.toMap(
                DocumentedNamesTest::wireName,
                component -> elementType(component.getGenericType()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? SageJson.wireName(component.getName()) : named.value();
  }

  private static Class<?> elementType(Type type) {
    return (Class<?>)
        (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
  }
}
