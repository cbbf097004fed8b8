package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ledgerkit.core.ConfigurationException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a document is treated for the VAT of the European Union.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record EcStatus(@JsonValue String value) {
  /** Not at all. */
  public static final EcStatus UK_NON_EC = new EcStatus("UK/Non-EC");

  /** Goods to a business in the Union. */
  public static final EcStatus EC_GOODS = new EcStatus("EC Goods");

  /** Services to a business in the Union. */
  public static final EcStatus EC_SERVICES = new EcStatus("EC Services");

  /** The customer accounts for the VAT; from 1 January 2021. */
  public static final EcStatus REVERSE_CHARGE = new EcStatus("Reverse Charge");

  /** Digital services to consumers; wants a place of supply. */
  public static final EcStatus EC_VAT_MOSS = new EcStatus("EC VAT MOSS");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static EcStatus of(String value) {
    return new EcStatus(value);
  }

  private static final LocalDate LEAVING = LocalDate.of(2021, 1, 1);

  /**
   * Refuses what FreeAgent refuses of a document of this day.
   *
   * @param place where the company stands; null if that is not known, and what depends on it is not
   *     looked at
   * @throws ConfigurationException naming status, day and remedy
   */
  public void check(LocalDate datedOn, @Nullable VatPlace place) {
    boolean before = datedOn.isBefore(LEAVING);
    if (equals(REVERSE_CHARGE) && before) {
      throw new ConfigurationException(
          "'%s' is refused of a document of %s: it exists since %s; use '%s' or '%s'."
              .formatted(value, datedOn, LEAVING, EC_GOODS, EC_SERVICES));
    }
    boolean union = equals(EC_GOODS) || equals(EC_SERVICES);
    if (union && !before && place == VatPlace.GREAT_BRITAIN) {
      throw new ConfigurationException(
          "'%s' is refused of a company in Great Britain on %s: since %s use '%s' or '%s'."
              .formatted(value, datedOn, LEAVING, REVERSE_CHARGE, UK_NON_EC));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
