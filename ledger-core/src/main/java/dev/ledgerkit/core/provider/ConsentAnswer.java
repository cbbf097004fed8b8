package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's redirect says.
 *
 * @since 0.1
 */
public sealed interface ConsentAnswer {

  /** The state it carries; null if it carries none. */
  @Nullable String state();

  /** The merchant agreed; the code buys tokens once. */
  record Granted(@Nullable String state, Secret code) implements ConsentAnswer {
    /** Without the state. */
    @Override
    public String toString() {
      return "Granted[***]";
    }
  }

  /**
   * The merchant or the provider refused.
   *
   * @param error the provider's code, as it spelled it
   * @param description its text; empty if it gave none
   * @param reason its further reason; empty if it gave none
   */
  record Declined(@Nullable String state, String error, String description, String reason)
      implements ConsentAnswer {}
}
