package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What a line of a document counts.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ItemType(@JsonValue String value) {
  /** Hours. */
  public static final ItemType HOURS = new ItemType("Hours");

  /** Days. */
  public static final ItemType DAYS = new ItemType("Days");

  /** Weeks. */
  public static final ItemType WEEKS = new ItemType("Weeks");

  /** Months. */
  public static final ItemType MONTHS = new ItemType("Months");

  /** Years. */
  public static final ItemType YEARS = new ItemType("Years");

  /** Goods. */
  public static final ItemType PRODUCTS = new ItemType("Products");

  /** Services. */
  public static final ItemType SERVICES = new ItemType("Services");

  /** Training. */
  public static final ItemType TRAINING = new ItemType("Training");

  /** Expenses charged on. */
  public static final ItemType EXPENSES = new ItemType("Expenses");

  /** A text without a price. */
  public static final ItemType COMMENT = new ItemType("Comment");

  /** Bills charged on. */
  public static final ItemType BILLS = new ItemType("Bills");

  /** A reduction. */
  public static final ItemType DISCOUNT = new ItemType("Discount");

  /** A credit. */
  public static final ItemType CREDIT = new ItemType("Credit");

  /** Sales tax by itself. */
  public static final ItemType VAT = new ItemType("VAT");

  /** Goods out of stock; not on credit notes. */
  public static final ItemType STOCK = new ItemType("Stock");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ItemType of(String value) {
    return new ItemType(value);
  }

  /** Those FreeAgent documents, in its order. */
  public static final List<ItemType> ALL =
      List.of(
          HOURS, DAYS, WEEKS, MONTHS, YEARS, PRODUCTS, SERVICES, TRAINING, EXPENSES, COMMENT, BILLS,
          DISCOUNT, CREDIT, VAT, STOCK);

  @Override
  public String toString() {
    return value;
  }
}
