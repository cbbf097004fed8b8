package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refuses an amount whose sign would mean something else than its writer thinks. */
final class Amounts {
  private Amounts() {}

  static @Nullable BigDecimal notNegative(
      String field, @Nullable BigDecimal amount, String remedy) {
    if (amount != null && amount.signum() < 0) {
      throw new ConfigurationException(
          "A %s of %s is refused: amounts of a credit note are positive here; %s."
              .formatted(field, amount.toPlainString(), remedy));
    }
    return amount;
  }

  static @Nullable BigDecimal positive(String field, @Nullable BigDecimal amount) {
    if (amount != null && amount.signum() <= 0) {
      throw new ConfigurationException(
          "A %s of %s is refused: it is positive, though FreeAgent keeps credit notes as negative."
              .formatted(field, amount.toPlainString()));
    }
    return amount;
  }
}
