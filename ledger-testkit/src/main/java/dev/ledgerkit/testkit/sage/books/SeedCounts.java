package dev.ledgerkit.testkit.sage.books;

/**
 * How much of what a new business finds in its books.
 *
 * @param contacts customers beside the provider's own two
 * @param salesInvoices unpaid invoices, written only when somebody reads them
 * @param linesEach lines of each of these
 * @param everything records of all streams together that have come in the last two years; 0 for
 *     none
 * @param seed decides their prices
 * @since 0.1
 */
public record SeedCounts(
    int ledgerAccounts,
    int bankAccounts,
    int taxRates,
    int contacts,
    int salesInvoices,
    int linesEach,
    int everything,
    long seed) {

  /** Those of a business nobody asked anything else of. */
  public static final SeedCounts USUAL =
      new SeedCounts(Chart.ACCOUNTS.size(), 2, SeedData.TAX_RATES, 0, 0, 1, 0, 1);
}
