package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.sage.query.Feed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The client against Sage's own specification, where that lies beside the project. */
class CoverageTest extends WireTest {
  /** As the guide to idempotency lists them; the schema does not know the field. */
  private static final Set<String> KEYED =
      Set.of(
          "addresses",
          "bank_accounts",
          "bank_transfers",
          "contact_allocations",
          "contact_payments",
          "contact_persons",
          "contacts",
          "journals",
          "ledger_accounts",
          "other_payments",
          "product_sales_price_types",
          "products",
          "purchase_credit_notes",
          "purchase_invoices",
          "sales_credit_notes",
          "sales_invoices",
          "service_rate_types",
          "services",
          "stock_items",
          "stock_movements");

  private static List<Sent> driven;

  /** Once for all tests: the client is always the same. */
  private List<Sent> driven() throws Exception {
    if (driven == null) {
      driven = DrivenClient.drive(sage, server);
    }
    return driven;
  }

  @Test
  void client_againstTheSpecification_coversIt() throws Exception {
    Coverage coverage =
        new Coverage(Specification.published(), driven(), LeftOut.resources(), LeftOut.details());

    System.out.println(coverage.report());
    assertThat(coverage.failures()).isEmpty();
    assertThat(coverage.report())
        .containsPattern("covered ([1-9][0-9]+) of \\1 operations, ([1-9][0-9]+) of \\2 fields$");
  }

  @Test
  void client_againstMoreThanItCan_saysWhatIsMissing() throws Exception {
    Specification grown = Specification.published();
    ObjectNode paths = (ObjectNode) grown.schema().get("paths");
    ObjectNode models = (ObjectNode) grown.schema().get("definitions");
    paths.putObject("/journals/{key}/print").putObject("get");
    ((ObjectNode) paths.get("/journals")).putObject("patch");
    ((ObjectNode) paths.get("/journals").get("get"))
        .withArrayProperty("parameters")
        .addObject()
        .put("name", "mood")
        .put("in", "query");
    properties(models, "JournalLine").putObject("weight").put("type", "number");
    properties(models, "Journal").putObject("total").put("type", "boolean");
    ObjectNode written = (ObjectNode) properties(models, "postJournals").get("journal");
    ObjectNode lines = (ObjectNode) written.get("properties").get("journal_lines").get("items");
    ((ObjectNode) lines.get("properties")).putObject("weight").put("type", "number");
    Map<String, String> excused = new TreeMap<>(LeftOut.details());
    excused.put("Journal.reference", "is fine");

    Coverage coverage = new Coverage(grown, driven(), LeftOut.resources(), excused);

    assertThat(coverage.failures())
        .containsExactlyInAnyOrder(
            "GET /journals/{key}/print has no method",
            "PATCH /journals has no method",
            "GET /journals?mood cannot be asked for",
            "JournalLine.weight has no component in JournalLine",
            "Journal.total is declared boolean and read as BigDecimal",
            "POST /journals journal journal_lines weight cannot be written",
            "Journal.reference is excused although nothing is wrong with it");
  }

  @Test
  void client_withMoreThanIsDocumented_saysWhatIsTooMuch() throws Exception {
    Specification shrunk = Specification.published();
    ObjectNode paths = (ObjectNode) shrunk.schema().get("paths");
    ObjectNode models = (ObjectNode) shrunk.schema().get("definitions");
    ((ObjectNode) paths.get("/addresses/{key}")).remove("delete");
    ObjectNode filter = (ObjectNode) paths.get("/addresses").at("/get/parameters/0");
    assertThat(filter.put("name", "renamed").get("in").asString()).isEqualTo("query");
    for (String model : List.of("postContactPersons", "putContactPersons")) {
      ((ObjectNode) properties(models, model).at("/contact_person/properties")).remove("fax");
    }
    Map<String, String> leftOut = new TreeMap<>(LeftOut.resources());
    leftOut.put("currencies", "said to be missing");

    Coverage coverage = new Coverage(shrunk, driven(), leftOut, LeftOut.details());

    assertThat(coverage.failures())
        .containsExactlyInAnyOrder(
            "DELETE /addresses/{key} is not documented",
            "GET /addresses?contact_id is not documented",
            "GET /addresses?renamed cannot be asked for",
            "contact_persons is sent contact_person fax and not documented",
            "/currencies is left out although it is built or does not exist");
  }

  @Test
  void feeds_ofEveryList_areTheDocumentedOnes() throws Exception {
    Map<String, EnumSet<Feed>> documented = new TreeMap<>();
    for (Specification.Operation operation : Specification.published().operations()) {
      if (operation.list() && operation.verb().equals("GET")) {
        Set<String> filters =
            operation.parameters("query").stream()
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
        EnumSet<Feed> feeds = EnumSet.allOf(Feed.class);
        feeds.removeIf(feed -> !filters.contains(feed.parameter()));
        documented.put(operation.resource(), feeds);
      }
    }

    for (SageStream<?> stream : sage.streams()) {
      assertThat(stream.feeds())
          .as(stream.name())
          .isEqualTo(documented.getOrDefault(stream.name(), EnumSet.noneOf(Feed.class)));
    }
    for (Sent call : driven()) {
      EnumSet<Feed> offered = EnumSet.noneOf(Feed.class);
      if (call.resource().isTypeOrSubTypeOf(FeedsChanges.class)) {
        offered.add(Feed.CHANGES);
      }
      if (call.resource().isTypeOrSubTypeOf(FeedsDeletions.class)) {
        offered.add(Feed.DELETIONS);
      }
      assertThat(offered)
          .as("methods of %s", call.path())
          .isEqualTo(
              documented.getOrDefault(
                  Specification.resource(call.path()), EnumSet.noneOf(Feed.class)));
    }
  }

  @Test
  void creates_carryAKey_exactlyWhereSageHonoursOne() throws Exception {
    List<Sent> creates =
        driven().stream()
            .filter(call -> call.verb().equals("POST") && !call.path().contains("{key}"))
            .toList();

    assertThat(creates).isNotEmpty();
    for (Sent create : creates) {
      JsonNode record = create.body().properties().iterator().next().getValue();
      assertThat(record.has("idempotency_id"))
          .as(create.path())
          .isEqualTo(KEYED.contains(Specification.resource(create.path())));
    }
  }

  private static ObjectNode properties(ObjectNode models, String name) {
    return (ObjectNode) models.get(name).get("properties");
  }
}
