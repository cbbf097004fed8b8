package dev.ledgerkit.replication;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of a data source were refused; nothing was sent. {@link #problems()} names every one of
 * them at once, with {@code required}, {@code invalid}, {@code out_of_range} or {@code unknown} as
 * the code. No secret is in it.
 *
 * @since 0.1
 */
public final class DataSourceConfigException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  DataSourceConfigException(List<Problem> problems) {
    super(
        "The data source's settings are refused: %s."
            .formatted(problems.stream().map(Problem::toString).collect(Collectors.joining("; "))));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, setting by setting. */
  public List<Problem> problems() {
    return problems;
  }
}
