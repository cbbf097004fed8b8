package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.ConfigurationException;

/**
 * Something in the books.
 *
 * @param type what it is, by the provider's own word: {@code contact}, {@code sales_invoice}
 * @param id which one, by the provider's own id or URL
 * @since 0.1
 */
public record ProviderEntity(String type, String id) {
  /**
   * Checks that both are there.
   *
   * @throws ConfigurationException naming both if one is blank
   */
  public ProviderEntity {
    Present.both("A provider's entity", type, id);
  }

  @Override
  public String toString() {
    return type + " " + id;
  }
}
