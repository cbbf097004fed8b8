package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The chart of accounts as one tree: FreeAgent answers its four branches side by side.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param adminExpenses what running the company costs
 * @param costOfSales what its sales cost
 * @param income what it earns
 * @param general everything else: assets, liabilities, equity, tax
 * @param extra branches this version does not know, by their name on the wire
 * @since 0.1
 */
public record CategoryTree(
    @JsonProperty("admin_expenses_categories") List<Category> adminExpenses,
    @JsonProperty("cost_of_sales_categories") List<Category> costOfSales,
    @JsonProperty("income_categories") List<Category> income,
    @JsonProperty("general_categories") List<Category> general,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public CategoryTree {
    adminExpenses = Absent.list(adminExpenses);
    costOfSales = Absent.list(costOfSales);
    income = Absent.list(income);
    general = Absent.list(general);
    extra = Absent.map(extra);
  }

  /** All of them, branch after branch. */
  public Stream<Category> all() {
    return Stream.of(income, costOfSales, adminExpenses, general).flatMap(List::stream);
  }

  /** The one with this code, leading zeros included. */
  public Optional<Category> withCode(String nominalCode) {
    return all().filter(category -> nominalCode.equals(category.nominalCode())).findFirst();
  }
}
