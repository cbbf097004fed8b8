package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.freeagent.books.CompanyProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A company of the simulator, and what is in its books from the start.
 *
 * <p>Seeded records are the same in every run. Large counts cost little: a record's content is made
 * when it is read.
 *
 * <p>Not safe for use by many threads.
 *
 * <pre>{@code
 * FreeAgentSimulator.builder()
 *     .company("acme", "Acme Ltd", acme -> acme.contacts(200).invoices(50_000))
 *     .start();
 * }</pre>
 *
 * <p>Defaults: a UkLimitedCompany in Great Britain, GBP, registered for VAT, one owner with full
 * access, two bank accounts and the usual categories.
 *
 * @since 0.1
 */
public final class CompanySettings {
  private static final int FULL = 8;

  private final String subdomain;
  private final String name;
  private final List<CompanyProfile.User> users = new ArrayList<>();
  private final Map<String, Integer> seeds = new LinkedHashMap<>();
  private String type = "UkLimitedCompany";
  private String currency = "GBP";
  private boolean registered = true;
  private boolean northernIreland;

  CompanySettings(String subdomain, String name) {
    this.subdomain = subdomain;
    this.name = name;
  }

  /** For example {@code UkSoleTrader}, {@code UniversalCompany}. */
  public CompanySettings type(String type) {
    this.type = type;
    return this;
  }

  /** For example {@code EUR}. */
  public CompanySettings currency(String currency) {
    this.currency = currency;
    return this;
  }

  /** Whether it is registered for sales tax; one that is not charges none. */
  public CompanySettings salesTaxRegistered(boolean registered) {
    this.registered = registered;
    return this;
  }

  /** Whether it is in Northern Ireland, where EC statuses stayed after 2020. */
  public CompanySettings northernIreland(boolean inNorthernIreland) {
    this.northernIreland = inNorthernIreland;
    return this;
  }

  /**
   * Adds a user; the first is the owner.
   *
   * @param permissionLevel 0 to 8; what the user may not do, no token of theirs may
   */
  public CompanySettings user(String email, int permissionLevel) {
    users.add(new CompanyProfile.User(email, permissionLevel));
    return this;
  }

  /** Bank accounts, the first primary and with an opening balance; default: 2. */
  public CompanySettings bankAccounts(int count) {
    return seed("bank_accounts", count);
  }

  /** Default: none. */
  public CompanySettings contacts(int count) {
    return seed("contacts", count);
  }

  /** Sent invoices, a minute apart; default: none. */
  public CompanySettings invoices(int count) {
    return seed("invoices", count);
  }

  /** Sent credit notes, a minute apart; default: none. */
  public CompanySettings creditNotes(int count) {
    return seed("credit_notes", count);
  }

  /** Default: none. */
  public CompanySettings projects(int count) {
    return seed("projects", count);
  }

  /** Default: none. */
  public CompanySettings bills(int count) {
    return seed("bills", count);
  }

  /** Default: none. */
  public CompanySettings expenses(int count) {
    return seed("expenses", count);
  }

  /** Unexplained rows of a statement in the first bank account; default: none. */
  public CompanySettings bankTransactions(int count) {
    return seed("bank_transactions", count);
  }

  /** Default: none. */
  public CompanySettings priceListItems(int count) {
    return seed("price_list_items", count);
  }

  /** Default: none, and the API cannot create any. */
  public CompanySettings stockItems(int count) {
    return seed("stock_items", count);
  }

  /** Default: none. */
  public CompanySettings journalSets(int count) {
    return seed("journal_sets", count);
  }

  /**
   * So many records over all streams together and in every one of them: invoices that are paid,
   * explained transactions, credit notes set off. They have come one after the other in the two
   * years before now; see {@link SimulatedBooks#streams()}. Of the other counts only that of the
   * bank accounts may be set too; there are four otherwise, and the last is empty.
   *
   * @param records at least 500
   */
  public CompanySettings everything(int records) {
    if (records < CompanyProfile.LEAST) {
      throw new IllegalArgumentException(
          "everything(" + records + "): at least " + CompanyProfile.LEAST + " records.");
    }
    return seed(CompanyProfile.EVERYTHING, records);
  }

  private CompanySettings seed(String path, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(path + ": " + count + " is below zero.");
    }
    seeds.put(path, count);
    return this;
  }

  /** What {@link #everything} is asked for beside it would be counted twice. */
  private Map<String, Integer> seeds() {
    Map<String, Integer> all = new LinkedHashMap<>(seeds);
    boolean everything = seeds.containsKey(CompanyProfile.EVERYTHING);
    all.putIfAbsent("bank_accounts", everything ? 4 : 2);
    if (everything && all.size() > 2) {
      throw new IllegalArgumentException(
          "everything(...) stands beside no other count than bankAccounts(...): " + seeds + ".");
    }
    return all;
  }

  CompanyProfile profile(long number) {
    List<CompanyProfile.User> everybody =
        users.isEmpty()
            ? List.of(new CompanyProfile.User("owner@" + subdomain + ".example.com", FULL))
            : users;
    return new CompanyProfile(
        number, subdomain, name, type, currency, registered, northernIreland, everybody, seeds());
  }
}
