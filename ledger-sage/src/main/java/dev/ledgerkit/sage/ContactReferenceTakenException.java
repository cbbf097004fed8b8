package dev.ledgerkit.sage;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sage refused a contact because its reference belongs to another one, which may have been deleted:
 * a deleted contact keeps its reference.
 *
 * @since 0.1
 */
public final class ContactReferenceTakenException extends ValidationException {
  private static final long serialVersionUID = 1L;

  private final String reference;
  private final @Nullable String holder;

  ContactReferenceTakenException(
      String call, ValidationException refused, String reference, @Nullable String holder) {
    super(call, refused.status(), problems(refused, reference, holder), refused.requestId());
    this.reference = reference;
    this.holder = holder;
    addSuppressed(refused);
  }

  /** The reference that was refused. */
  public String reference() {
    return reference;
  }

  /** The id of the contact that has it; null if that contact was deleted. */
  public @Nullable String holder() {
    return holder;
  }

  private static List<Problem> problems(
      ValidationException refused, String reference, @Nullable String holder) {
    return Remedy.added(
        refused,
        holder == null
            ? "reference '%s' was that of a deleted contact and stays taken; derive another"
                .formatted(reference)
            : "reference '%s' is that of contact %s; change that one, or derive another"
                .formatted(reference, holder));
  }
}
