package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a binding's company lives. A binding is of one environment for life; what a region is
 * elsewhere.
 *
 * @since 0.1
 */
public enum FreeAgentEnvironment {
  /** Real books. The default. */
  PRODUCTION,
  /** Companies to try things on, with client credentials of their own. */
  SANDBOX;

  /**
   * The environment of this name; production for a blank one. Null is not blank: a variable that is
   * not set must not lead to real books.
   *
   * @throws ConfigurationException naming the value and the ones there are
   */
  public static FreeAgentEnvironment of(@Nullable String name) {
    if (name == null) {
      throw new ConfigurationException(
          "The FreeAgent environment is null; give one of %s, and see whether the variable it is read from is set."
              .formatted(names()));
    }
    if (name.isBlank()) {
      return PRODUCTION;
    }
    return Arrays.stream(values())
        .filter(environment -> environment.wireName().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "FreeAgent environment '%s' is unknown; there are %s."
                        .formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values())
        .map(FreeAgentEnvironment::wireName)
        .collect(Collectors.joining(", "));
  }

  /** As bindings store it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
