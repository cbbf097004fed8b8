package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a new category belongs.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CategoryGroup(@JsonValue String value) {
  /** Income; codes 001 to 049. */
  public static final CategoryGroup INCOME = new CategoryGroup("income");

  /** Cost of sales; codes 096 to 199. */
  public static final CategoryGroup COST_OF_SALES = new CategoryGroup("cost_of_sales");

  /** Administration; codes 200 to 399. */
  public static final CategoryGroup ADMIN_EXPENSES = new CategoryGroup("admin_expenses");

  /** Current assets; codes 671 to 720. */
  public static final CategoryGroup CURRENT_ASSETS = new CategoryGroup("current_assets");

  /** Liabilities; codes 731 to 780. */
  public static final CategoryGroup LIABILITIES = new CategoryGroup("liabilities");

  /** Equity; codes 921 to 960. */
  public static final CategoryGroup EQUITIES = new CategoryGroup("equities");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static CategoryGroup of(String value) {
    return new CategoryGroup(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
