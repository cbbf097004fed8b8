package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.ConfigurationException;
import java.util.regex.Pattern;

/**
 * What a reference list is for. The constants are what settings draw from; a provider offers those
 * that mean something to it and may add lists of its own.
 *
 * @param name lower-case words joined by underscores, for example {@code tax_rates}
 * @since 0.1
 */
public record ReferenceKind(String name) implements Comparable<ReferenceKind> {
  /** Stands first: the constants are checked by it. */
  private static final Pattern FORM = Pattern.compile("[a-z][a-z_]{0,63}");

  /** Rates of sales tax. */
  public static final ReferenceKind TAX_RATES = new ReferenceKind("tax_rates");

  /** Accounts that what is sold is booked to. */
  public static final ReferenceKind LEDGER_ACCOUNTS = new ReferenceKind("ledger_accounts");

  /** Accounts that what is bought is booked to. */
  public static final ReferenceKind PURCHASE_LEDGER_ACCOUNTS =
      new ReferenceKind("purchase_ledger_accounts");

  /** Categories that income is booked to. */
  public static final ReferenceKind INCOME_CATEGORIES = new ReferenceKind("income_categories");

  /** Where money is kept. */
  public static final ReferenceKind BANK_ACCOUNTS = new ReferenceKind("bank_accounts");

  /** The provider's ways to pay. */
  public static final ReferenceKind PAYMENT_METHODS = new ReferenceKind("payment_methods");

  /** What a line of an invoice may be about. */
  public static final ReferenceKind ITEM_TYPES = new ReferenceKind("item_types");

  /**
   * Checks the form.
   *
   * @throws ConfigurationException naming what is refused
   */
  public ReferenceKind {
    if (!FORM.matcher(name).matches()) {
      throw new ConfigurationException(
          "'%s' cannot name a reference list; use lower-case letters and underscores."
              .formatted(name));
    }
  }

  @Override
  public int compareTo(ReferenceKind other) {
    return name.compareTo(other.name);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
