package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A document an allocation shall settle, and by how much.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param amount for a customer invoices are positive and credits negative; the amounts add up to
 *     zero
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record AllocatedArtefactDraft(@Nullable String artefactId, @Nullable BigDecimal amount) {

  /** A builder with nothing set. */
  public static AllocatedArtefactDraftBuilder builder() {
    return AllocatedArtefactDraftBuilder.builder();
  }
}
