package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a merchant may be asked to grant.
 *
 * @since 0.1
 */
public enum SageScope {
  /** Read and write. */
  FULL_ACCESS("full_access"),
  /** Read only. */
  READONLY("readonly");

  private final String wireName;

  SageScope(String wireName) {
    this.wireName = wireName;
  }

  /** As consent URLs spell it. */
  public String wireName() {
    return wireName;
  }

  /**
   * Reads a scope in any case; an empty one is {@link #FULL_ACCESS}.
   *
   * @throws ConfigurationException naming the value and the scopes there are
   */
  public static SageScope of(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return FULL_ACCESS;
    }
    return Arrays.stream(values())
        .filter(scope -> scope.wireName.equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Sage scope '%s' is unknown; there are %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(SageScope::wireName)
                                .collect(Collectors.joining(", ")))));
  }
}
