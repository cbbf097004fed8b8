package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Properties were refused; nothing was sent.
 *
 * <p>{@link #problems()} names every property at once, with one of the codes below, what is wrong
 * and what to do. No value of a secret property is in it.
 *
 * @since 0.1
 */
public final class PropertiesRefusedException extends ConfigurationException {
  /** There is no such property. */
  public static final String UNKNOWN = "unknown";

  /** The same property was given twice. */
  public static final String DUPLICATE = "duplicate";

  /** Another property needs this one. */
  public static final String REQUIRED = "required";

  /** The value cannot be read, or is not one of those there are. */
  public static final String INVALID = "invalid";

  /** It contradicts another property. */
  public static final String CONFLICT = "conflict";

  /** What it names cannot be used: a file, a directory, a certificate. */
  public static final String UNUSABLE = "unusable";

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  PropertiesRefusedException(List<Problem> problems) {
    super(
        "The connection properties are refused: %s"
            .formatted(problems.stream().map(Problem::toString).collect(Collectors.joining("; "))));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, property by property. */
  public List<Problem> problems() {
    return problems;
  }
}
