package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A document a payment shall settle, and by how much.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PaidArtefactDraft(
    @Nullable String artefactId, @Nullable BigDecimal amount, @Nullable BigDecimal discount) {

  /** A builder with nothing set. */
  public static PaidArtefactDraftBuilder builder() {
    return PaidArtefactDraftBuilder.builder();
  }
}
