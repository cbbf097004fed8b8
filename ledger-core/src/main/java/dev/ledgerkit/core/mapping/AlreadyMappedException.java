package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerException;
import java.io.Serial;

/**
 * One of the two entities is paired with another already; nothing was changed.
 *
 * <p>Where a worker has just created {@link #refused()}, another was faster: what it made is {@link
 * #existing()}, and this one is the duplicate.
 *
 * @since 0.1
 */
public final class AlreadyMappedException extends LedgerException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient EntityPair existing;
  private final transient EntityPair refused;

  AlreadyMappedException(BindingId binding, EntityPair existing, EntityPair refused) {
    super(
        "In binding %s %s is mapped already, and %s was not; unmap the first to change that."
            .formatted(binding, existing, refused),
        null);
    this.existing = existing;
    this.refused = refused;
  }

  /** What is mapped. */
  public EntityPair existing() {
    return existing;
  }

  /** What was not. */
  public EntityPair refused() {
    return refused;
  }
}
