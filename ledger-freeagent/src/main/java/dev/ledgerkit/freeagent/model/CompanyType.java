package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What kind of company it is.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CompanyType(@JsonValue String value) {
  /** A limited company in the United Kingdom. */
  public static final CompanyType UK_LIMITED_COMPANY = new CompanyType("UkLimitedCompany");

  /** A limited liability partnership there. */
  public static final CompanyType UK_LIMITED_LIABILITY_PARTNERSHIP =
      new CompanyType("UkLimitedLiabilityPartnership");

  /** A partnership there. */
  public static final CompanyType UK_PARTNERSHIP = new CompanyType("UkPartnership");

  /** A sole trader there. */
  public static final CompanyType UK_SOLE_TRADER = new CompanyType("UkSoleTrader");

  /** A landlord there, whose invoices name a property. */
  public static final CompanyType UK_UNINCORPORATED_LANDLORD =
      new CompanyType("UkUnincorporatedLandlord");

  /** A limited liability company in the United States. */
  public static final CompanyType US_LIMITED_LIABILITY_COMPANY =
      new CompanyType("UsLimitedLiabilityCompany");

  /** A partnership there. */
  public static final CompanyType US_PARTNERSHIP = new CompanyType("UsPartnership");

  /** A sole proprietor there. */
  public static final CompanyType US_SOLE_PROPRIETOR = new CompanyType("UsSoleProprietor");

  /** A C corporation there. */
  public static final CompanyType US_C_CORP = new CompanyType("UsCCorp");

  /** An S corporation there. */
  public static final CompanyType US_S_CORP = new CompanyType("UsSCorp");

  /** A company anywhere else. */
  public static final CompanyType UNIVERSAL_COMPANY = new CompanyType("UniversalCompany");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static CompanyType of(String value) {
    return new CompanyType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
