package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.model.EcStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a document whose treatment for VAT depends on its date and on where the company is.
 *
 * @since 0.1
 */
public interface VatDated extends Draft {
  /** How it is treated; null if the draft does not say. */
  @Nullable EcStatus ecStatus();

  /** Its date; null if the draft does not say. */
  @Nullable LocalDate datedOn();
}
