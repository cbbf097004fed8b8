package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.Problem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy was refused as a whole; nothing was changed.
 *
 * <p>{@link #problems()} names every field at once, with one of the codes {@link
 * #NOT_IN_REFERENCE}, {@link #INVALID_FORMAT}, {@link #OUT_OF_RANGE} and {@link #REQUIRED}.
 *
 * @since 0.1
 */
public final class PolicyRefusedException extends LedgerException {
  /** What was chosen is not, or no longer, offered by the provider. */
  public static final String NOT_IN_REFERENCE = "not_in_reference";

  /** The value cannot be read, or the field is not known. */
  public static final String INVALID_FORMAT = "invalid_format";

  /** The value can be read and makes no sense. */
  public static final String OUT_OF_RANGE = "out_of_range";

  /** Another setting needs this one. */
  public static final String REQUIRED = "required";

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  PolicyRefusedException(List<Problem> problems) {
    super(
        "The policy is refused: %s."
            .formatted(problems.stream().map(Problem::toString).collect(Collectors.joining("; "))),
        null);
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, field by field, in the order of the fields. */
  public List<Problem> problems() {
    return problems;
  }
}
