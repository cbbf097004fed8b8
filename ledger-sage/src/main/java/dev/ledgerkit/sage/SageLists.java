package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.model.BusinessType;
import dev.ledgerkit.sage.model.EuSalesDescription;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.TaxOffice;
import dev.ledgerkit.sage.query.LedgerAccountClassificationQuery;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.PlainQuery;
import dev.ledgerkit.sage.query.TaxReturnFrequencyQuery;

/**
 * The short lists that Sage keeps itself, out of which fields that end in {@code _id} are filled.
 *
 * <p>Safe for use by many threads; {@link SageClient#lists} gives one.
 *
 * @since 0.1
 */
public final class SageLists {
  private final SageCalls calls;

  SageLists(SageCalls calls) {
    this.calls = calls;
  }

  /** What addresses are for, for example {@code ACCOUNTS}. */
  public Reads<Reference, PlainQuery> addressTypes() {
    return list("/address_types", Reference.class);
  }

  /** What files can be attached to, for example {@code SALES_INVOICE}. */
  public Reads<Reference, PlainQuery> attachmentContextTypes() {
    return list("/attachment_context_types", Reference.class);
  }

  /** What French businesses do. */
  public Reads<Reference, PlainQuery> businessActivityTypes() {
    return list("/business_activity_types", Reference.class);
  }

  /** Kinds of business. */
  public Reads<BusinessType, PlainQuery> businessTypes() {
    return list("/business_types", BusinessType.class);
  }

  /** Kinds of what is sold, for example {@code PRODUCT}. */
  public Reads<Reference, PlainQuery> catalogItemTypes() {
    return list("/catalog_item_types", Reference.class);
  }

  /** What persons at contacts deal with. */
  public Reads<Reference, PlainQuery> contactPersonTypes() {
    return list("/contact_person_types", Reference.class);
  }

  /** Where a business can be registered. */
  public Reads<Reference, PlainQuery> countriesOfRegistration() {
    return list("/countries_of_registration", Reference.class);
  }

  /** Groups of countries that are taxed alike. */
  public Reads<Reference, PlainQuery> countryGroups() {
    return list("/country_groups", Reference.class);
  }

  /** Goods or services, for the European Union. */
  public Reads<Reference, PlainQuery> euGoodsServicesTypes() {
    return list("/eu_goods_services_types", Reference.class);
  }

  /** What is sold to the European Union. */
  public Reads<EuSalesDescription, PlainQuery> euSalesDescriptions() {
    return list("/eu_sales_descriptions", EuSalesDescription.class);
  }

  /** Kinds of French journal code. */
  public Reads<Reference, PlainQuery> journalCodeTypes() {
    return list("/journal_code_types", Reference.class);
  }

  /** Finer kinds of ledger account. */
  public Reads<Reference, LedgerAccountClassificationQuery> ledgerAccountClassifications() {
    return list("/ledger_account_classifications", Reference.class);
  }

  /** Legal forms of a business. */
  public Reads<Reference, PlainQuery> legalFormTypes() {
    return list("/legal_form_types", Reference.class);
  }

  /** German tax offices. */
  public Reads<TaxOffice, PlainQuery> taxOffices() {
    return list("/tax_offices", TaxOffice.class);
  }

  /** How often tax is returned. */
  public Reads<Reference, TaxReturnFrequencyQuery> taxReturnFrequencies() {
    return list("/tax_return_frequencies", Reference.class);
  }

  /** How tax is counted. */
  public Reads<Reference, PlainQuery> taxSchemes() {
    return list("/tax_schemes", Reference.class);
  }

  private <T, Q extends ListQuery> Reads<T, Q> list(String path, Class<T> type) {
    return new Resource<T, Q, SageDraft>(calls, ResourceSpec.readOnly(path, type));
  }
}
