package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a binding's source flow, and the mappings that fill in what the source does not
 * say.
 *
 * <p>Immutable, so safe for use by many threads, and a snapshot: a job goes by the policy it was
 * queued with, whatever is saved meanwhile. Carry the policy itself, its {@link #toJson() JSON}, or
 * its version, which {@link Policies} keeps.
 *
 * <pre>{@code
 * SyncPolicy policy =
 *     SyncPolicy.builder()
 *         .syncUnpaidInvoices(false)
 *         .defaultTaxRate("GB_STANDARD")
 *         .taxRate("20", "GB_STANDARD")
 *         .paymentMethod("checkmo", BankAccountChoice.LEAVE_UNPAID)
 *         .build(ledger.references().get(binding)); // or every problem at once
 * Decision decision = policy.decisions().invoice(invoice);
 * }</pre>
 *
 * @param version 0 until saved; one more with every save
 * @param syncUnpaidInvoices whether invoices flow that were not paid when created; true unless set
 * @param syncZeroValueInvoices whether invoices about nothing flow; true unless set
 * @param syncSince what was created before does not flow; null for no such line
 * @param websiteFilter the websites whose invoices flow; empty for all
 * @param storeFilter the stores whose invoices flow; empty for all; both filters must match
 * @param syncProducts whether products flow
 * @param syncStock whether stock flows, which needs products to
 * @param defaultTaxRate for percentages that are not mapped
 * @param defaultLedgerAccount where sales are booked
 * @param defaultPurchaseLedgerAccount where purchases of products are booked
 * @param defaultIncomeCategory where sales are booked, at providers with categories
 * @param defaultPaymentTermsInDays 30 unless set
 * @param defaultBankAccount for payment methods that are not mapped
 * @param taxRates from percentages of two decimals
 * @param paymentMethods from the source's codes
 * @param itemTypes from the source's types of product
 * @since 0.1
 */
public record SyncPolicy(
    long version,
    boolean syncUnpaidInvoices,
    boolean syncZeroValueInvoices,
    @Nullable Instant syncSince,
    Set<String> websiteFilter,
    Set<String> storeFilter,
    boolean syncProducts,
    boolean syncStock,
    @Nullable String defaultTaxRate,
    @Nullable String defaultLedgerAccount,
    @Nullable String defaultPurchaseLedgerAccount,
    @Nullable String defaultIncomeCategory,
    int defaultPaymentTermsInDays,
    @Nullable String defaultBankAccount,
    Map<BigDecimal, String> taxRates,
    Map<String, BankAccountChoice> paymentMethods,
    Map<String, String> itemTypes) {

  /** The item types there are unless others are set. */
  static final Map<String, String> ITEM_TYPES =
      Map.of("simple", "Products", "virtual", "Services", "downloadable", "Services");

  static final int PAYMENT_TERMS_IN_DAYS = 30;

  /**
   * Copies the collections and brings the percentages to two decimals.
   *
   * @throws PolicyRefusedException naming every field that cannot stand on its own
   */
  public SyncPolicy {
    websiteFilter = Collections.unmodifiableSet(new TreeSet<>(websiteFilter));
    storeFilter = Collections.unmodifiableSet(new TreeSet<>(storeFilter));
    Map<BigDecimal, String> canonical = new TreeMap<>();
    taxRates.forEach((percentage, rate) -> canonical.put(Percentage.canonical(percentage), rate));
    taxRates = Collections.unmodifiableMap(canonical);
    paymentMethods = Collections.unmodifiableMap(new TreeMap<>(paymentMethods));
    itemTypes = Collections.unmodifiableMap(new TreeMap<>(itemTypes));
    List<Problem> problems =
        PolicyRules.ofItself(syncProducts, syncStock, defaultPaymentTermsInDays, taxRates.keySet());
    if (!problems.isEmpty()) {
      throw new PolicyRefusedException(problems);
    }
  }

  /** A builder with the defaults set. */
  public static PolicyBuilder builder() {
    return new PolicyBuilder();
  }

  /** A builder with what this policy sets. */
  public PolicyBuilder toBuilder() {
    return new PolicyBuilder(this);
  }

  /**
   * Reads what {@link #toJson} wrote, or a settings form sent. What is missing has its default.
   *
   * @throws PolicyRefusedException naming every field that cannot be read or is not known
   */
  public static SyncPolicy fromJson(String json) {
    return PolicyJson.read(json).build();
  }

  /**
   * As {@link #fromJson(String)}, and checks what was chosen.
   *
   * @throws PolicyRefusedException naming every field that cannot be read, is not known, or chooses
   *     what {@code reference} does not offer
   */
  public static SyncPolicy fromJson(String json, ReferenceData reference) {
    return PolicyJson.read(json).build(reference);
  }

  /** An object with every field that is set, by the names of a settings form. */
  public String toJson() {
    return PolicyJson.write(this);
  }

  /** What a worker asks about the events of this policy's source. */
  public SyncDecisions decisions() {
    return new SyncDecisions(this);
  }

  /**
   * Every choice that {@code reference} does not offer, or offers no longer for something new;
   * empty if the policy can be used as it is.
   */
  public List<Problem> problems(ReferenceData reference) {
    return new PolicyCheck(reference).problems(this);
  }

  /**
   * The mappings that point at an entry which does not exist any more, for a settings page that
   * shows them as {@code missing}.
   */
  public List<MissingEntry> missing(ReferenceData reference) {
    return new PolicyCheck(reference).missing(this);
  }

  /**
   * A choice whose entry is gone.
   *
   * @param field the field of the policy
   * @param kind the list it chose from
   * @param id what is not there any more
   */
  public record MissingEntry(String field, ReferenceKind kind, String id) {}

  SyncPolicy withVersion(long saved) {
    return new SyncPolicy(
        saved,
        syncUnpaidInvoices,
        syncZeroValueInvoices,
        syncSince,
        websiteFilter,
        storeFilter,
        syncProducts,
        syncStock,
        defaultTaxRate,
        defaultLedgerAccount,
        defaultPurchaseLedgerAccount,
        defaultIncomeCategory,
        defaultPaymentTermsInDays,
        defaultBankAccount,
        taxRates,
        paymentMethods,
        itemTypes);
  }
}
