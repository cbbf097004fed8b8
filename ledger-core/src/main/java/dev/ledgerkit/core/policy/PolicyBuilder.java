package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a {@link SyncPolicy}. Nothing is refused before {@link #build()}, which names everything
 * at once. For use by one thread.
 *
 * <p>An empty text is no choice.
 *
 * @since 0.1
 */
public final class PolicyBuilder {
  private final List<Problem> problems = new ArrayList<>();
  private long version;
  private boolean syncUnpaidInvoices = true;
  private boolean syncZeroValueInvoices = true;
  private @Nullable Instant syncSince;
  private Set<String> websiteFilter = Set.of();
  private Set<String> storeFilter = Set.of();
  private boolean syncProducts;
  private boolean syncStock;
  private @Nullable String defaultTaxRate;
  private @Nullable String defaultLedgerAccount;
  private @Nullable String defaultPurchaseLedgerAccount;
  private @Nullable String defaultIncomeCategory;
  private int defaultPaymentTermsInDays = SyncPolicy.PAYMENT_TERMS_IN_DAYS;
  private @Nullable String defaultBankAccount;
  private final Map<BigDecimal, String> taxRates = new TreeMap<>();
  private final Map<String, BankAccountChoice> paymentMethods = new TreeMap<>();
  private Map<String, String> itemTypes = new TreeMap<>(SyncPolicy.ITEM_TYPES);

  PolicyBuilder() {}

  PolicyBuilder(SyncPolicy from) {
    version = from.version();
    syncUnpaidInvoices = from.syncUnpaidInvoices();
    syncZeroValueInvoices = from.syncZeroValueInvoices();
    syncSince = from.syncSince();
    websiteFilter = from.websiteFilter();
    storeFilter = from.storeFilter();
    syncProducts = from.syncProducts();
    syncStock = from.syncStock();
    defaultTaxRate = from.defaultTaxRate();
    defaultLedgerAccount = from.defaultLedgerAccount();
    defaultPurchaseLedgerAccount = from.defaultPurchaseLedgerAccount();
    defaultIncomeCategory = from.defaultIncomeCategory();
    defaultPaymentTermsInDays = from.defaultPaymentTermsInDays();
    defaultBankAccount = from.defaultBankAccount();
    taxRates.putAll(from.taxRates());
    paymentMethods.putAll(from.paymentMethods());
    itemTypes = new TreeMap<>(from.itemTypes());
  }

  PolicyBuilder version(long saved) {
    version = saved;
    return this;
  }

  /** Whether invoices flow that were not paid when created. */
  public PolicyBuilder syncUnpaidInvoices(boolean flow) {
    syncUnpaidInvoices = flow;
    return this;
  }

  /** Whether invoices about nothing flow. */
  public PolicyBuilder syncZeroValueInvoices(boolean flow) {
    syncZeroValueInvoices = flow;
    return this;
  }

  /** What was created before does not flow; null for no such line. */
  public PolicyBuilder syncSince(@Nullable Instant since) {
    syncSince = since;
    return this;
  }

  /** The websites whose invoices flow; empty for all. */
  public PolicyBuilder websiteFilter(Collection<String> websites) {
    websiteFilter = filter(PolicyField.WEBSITE_FILTER, websites);
    return this;
  }

  /** The stores whose invoices flow; empty for all. */
  public PolicyBuilder storeFilter(Collection<String> stores) {
    storeFilter = filter(PolicyField.STORE_FILTER, stores);
    return this;
  }

  /** Whether products flow. */
  public PolicyBuilder syncProducts(boolean flow) {
    syncProducts = flow;
    return this;
  }

  /** Whether stock flows, which needs products to. */
  public PolicyBuilder syncStock(boolean flow) {
    syncStock = flow;
    return this;
  }

  /** The tax rate for percentages that are not mapped. */
  public PolicyBuilder defaultTaxRate(@Nullable String id) {
    defaultTaxRate = chosen(id);
    return this;
  }

  /** Where sales are booked. */
  public PolicyBuilder defaultLedgerAccount(@Nullable String id) {
    defaultLedgerAccount = chosen(id);
    return this;
  }

  /** Where purchases of products are booked; needed once products flow, where there are such. */
  public PolicyBuilder defaultPurchaseLedgerAccount(@Nullable String id) {
    defaultPurchaseLedgerAccount = chosen(id);
    return this;
  }

  /** Where sales are booked, at providers with categories. */
  public PolicyBuilder defaultIncomeCategory(@Nullable String id) {
    defaultIncomeCategory = chosen(id);
    return this;
  }

  /** When an invoice is due, 0 to 365 days after its date. */
  public PolicyBuilder defaultPaymentTermsInDays(int days) {
    defaultPaymentTermsInDays = days;
    return this;
  }

  /** The bank account for payment methods that are not mapped. */
  public PolicyBuilder defaultBankAccount(@Nullable String id) {
    defaultBankAccount = chosen(id);
    return this;
  }

  /**
   * Maps a percentage to a tax rate.
   *
   * @param percentage as the source writes it: {@code 20}, {@code 20.0} and {@code " 20.00 "} are
   *     the same; more than two decimals are rounded half up
   */
  public PolicyBuilder taxRate(String percentage, String id) {
    BigDecimal value = Percentage.read(percentage);
    if (value == null) {
      problems.add(
          invalid(
              PolicyField.TAX_RATE_MAP.of(percentage), "'" + percentage + "' is no percentage"));
    } else if (!Percentage.inRange(value)) {
      problems.add(PolicyRules.percentage(percentage));
    } else if (chosen(id) == null) {
      problems.add(invalid(PolicyField.TAX_RATE_MAP.of(percentage), "no tax rate is chosen"));
    } else {
      String before = taxRates.put(Percentage.canonical(value), id);
      if (before != null && !before.equals(id)) {
        problems.add(
            invalid(
                PolicyField.TAX_RATE_MAP.of(percentage),
                "'%s' per cent is mapped to both '%s' and '%s'".formatted(percentage, before, id)));
      }
    }
    return this;
  }

  /** Maps a payment method of the source. */
  public PolicyBuilder paymentMethod(String code, BankAccountChoice choice) {
    if (choice.bankAccount() != null && choice.bankAccount().isBlank()) {
      problems.add(
          invalid(
              PolicyField.PAYMENT_METHOD_MAP.of(code),
              "no bank account is chosen; null leaves invoices unpaid"));
      return this;
    }
    paymentMethods.put(code, choice);
    return this;
  }

  /** Maps a type of product of the source. */
  public PolicyBuilder itemType(String productType, String itemType) {
    itemTypes.put(productType, itemType);
    return this;
  }

  /** Forgets every item type, those there are unless others are set included. */
  public PolicyBuilder noItemTypes() {
    itemTypes = new TreeMap<>();
    return this;
  }

  /** Notes a problem that a reader met before there was a value. */
  PolicyBuilder problem(Problem problem) {
    problems.add(problem);
    return this;
  }

  /**
   * The policy.
   *
   * @throws PolicyRefusedException naming every field that cannot stand on its own
   */
  public SyncPolicy build() {
    return refusing(ownProblems());
  }

  /**
   * The policy, checked as a whole.
   *
   * @throws PolicyRefusedException naming every field that cannot stand on its own or chooses what
   *     {@code reference} does not offer
   */
  public SyncPolicy build(ReferenceData reference) {
    List<Problem> all = ownProblems();
    all.addAll(new PolicyCheck(reference).problems(whatCanStand()));
    return refusing(all);
  }

  private SyncPolicy refusing(List<Problem> all) {
    if (!all.isEmpty()) {
      throw new PolicyRefusedException(all);
    }
    return policy(syncProducts, defaultPaymentTermsInDays);
  }

  private List<Problem> ownProblems() {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(
        PolicyRules.ofItself(
            syncProducts, syncStock, defaultPaymentTermsInDays, taxRates.keySet()));
    return all;
  }

  /** The choices, with what is wrong in itself put right, so that they can be checked as well. */
  private SyncPolicy whatCanStand() {
    return policy(syncProducts || syncStock, SyncPolicy.PAYMENT_TERMS_IN_DAYS);
  }

  private SyncPolicy policy(boolean products, int paymentTerms) {
    return new SyncPolicy(
        version,
        syncUnpaidInvoices,
        syncZeroValueInvoices,
        syncSince,
        websiteFilter,
        storeFilter,
        products,
        syncStock,
        defaultTaxRate,
        defaultLedgerAccount,
        defaultPurchaseLedgerAccount,
        defaultIncomeCategory,
        paymentTerms,
        defaultBankAccount,
        taxRates,
        paymentMethods,
        itemTypes);
  }

  static Problem invalid(String field, String message) {
    return new Problem(field, PolicyRefusedException.INVALID_FORMAT, message);
  }

  /** One that is blank would match nothing, and could not be read again. */
  private Set<String> filter(PolicyField field, Collection<String> values) {
    if (values.stream().anyMatch(String::isBlank)) {
      problems.add(invalid(field.wire(), values + " has an entry that is blank"));
    }
    return new TreeSet<>(values);
  }

  private static @Nullable String chosen(@Nullable String id) {
    return id == null || id.isBlank() ? null : id;
  }
}
