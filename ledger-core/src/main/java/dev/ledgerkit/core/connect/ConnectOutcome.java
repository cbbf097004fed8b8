package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.reference.ReferenceData;
import java.util.List;
import java.util.Optional;

/**
 * Where a connect stands after the callback.
 *
 * @since 0.1
 */
public sealed interface ConnectOutcome {

  /**
   * Connected and locked to one business.
   *
   * @param reference the prefetched lists; empty if they could not be fetched now, which is no
   *     failure: they are fetched when first asked for
   */
  record Connected(Binding binding, Optional<ReferenceData> reference) implements ConnectOutcome {}

  /**
   * The grant reaches several businesses: call {@link ConnectFlow#lock} with the merchant's choice.
   */
  record ChooseBusiness(Binding binding, List<Business> businesses) implements ConnectOutcome {
    /** Copies the list. */
    public ChooseBusiness {
      businesses = List.copyOf(businesses);
    }
  }

  /**
   * The merchant or the provider declined. Nothing was changed.
   *
   * @param error the provider's code
   * @param description its text; may be empty
   * @param reason its further reason; may be empty
   */
  record Declined(String error, String description, String reason) implements ConnectOutcome {}
}
