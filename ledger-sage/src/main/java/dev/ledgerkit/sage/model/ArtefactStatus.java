package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record ArtefactStatus(@JsonValue String value) {
  /** Nothing was paid yet. */
  public static final ArtefactStatus UNPAID = new ArtefactStatus("UNPAID");

  /** Some of it was paid. */
  public static final ArtefactStatus PART_PAID = new ArtefactStatus("PART_PAID");

  /** All of it was paid. */
  public static final ArtefactStatus PAID = new ArtefactStatus("PAID");

  /** It was voided. */
  public static final ArtefactStatus VOID = new ArtefactStatus("VOID");

  /** It is not in the books yet. */
  public static final ArtefactStatus DRAFT = new ArtefactStatus("DRAFT");

  /** It is a pro forma and not in the books. */
  public static final ArtefactStatus PRO_FORMA = new ArtefactStatus("PRO_FORMA");

  /** A purchase under dispute. */
  public static final ArtefactStatus DISPUTED = new ArtefactStatus("DISPUTED");

  /** A quote that was declined. */
  public static final ArtefactStatus DECLINED = new ArtefactStatus("DECLINED");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static ArtefactStatus of(String value) {
    return new ArtefactStatus(value);
  }

  /** Whether an answer's reference, where it has one, is to this one. */
  public boolean is(@Nullable Reference reference) {
    return reference != null && reference.id().equals(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
