package dev.ledgerkit.sage;

/**
 * How writes are spelled where Sage's own documents disagree.
 *
 * @since 0.1
 */
public enum SageSpelling {
  /**
   * As the specification says: rates of a service are {@code sales_rates} with {@code
   * rate_includes_tax}, and the reason to void a document is a query parameter.
   */
  SPECIFICATION,

  /**
   * As the examples of the guide show: rates of a service are {@code sales_prices} with {@code
   * price_includes_tax}, and the reason to void a document is in a JSON body.
   */
  GUIDE
}
