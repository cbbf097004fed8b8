package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a business is registered, as the merchant picks it before consent.
 *
 * @since 0.1
 */
public enum SageRegion {
  /** United Kingdom. */
  UK("gb"),
  /** United States. */
  US("us"),
  /** Ireland. */
  IE("ie"),
  /** Canada. */
  CA("ca"),
  /** France. */
  FR("fr"),
  /** Spain. */
  ES("es"),
  /** Germany. */
  DE("de");

  private final String country;

  SageRegion(String country) {
    this.country = country;
  }

  /** The country as consent URLs spell it: ISO 3166, lower case. */
  public String country() {
    return country;
  }

  /**
   * Reads a region in any case; the ISO spelling {@code GB} is the United Kingdom too.
   *
   * @throws ConfigurationException naming the value and the regions there are
   */
  public static SageRegion of(@Nullable String name) {
    if (name == null) {
      throw new ConfigurationException(
          "The Sage region is null; give one of %s, and see whether the variable it is read from is set."
              .formatted(names()));
    }
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(region -> region.name().equals(wanted) || region.isoCode().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Sage region '%s' is unknown; there are %s.".formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private String isoCode() {
    return country.toUpperCase(Locale.ROOT);
  }
}
