package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.ConfigurationException;

/**
 * Something in the source.
 *
 * @param type what it is, by the source's own word: {@code customer}, {@code invoice}
 * @param id which one, by the source's own id
 * @param currency what tells apart the twins a provider wants where a contact has one currency
 *     only; empty where there is one for all
 * @since 0.1
 */
public record SourceEntity(String type, String id, String currency) {
  /**
   * Checks that type and id are there.
   *
   * @throws ConfigurationException naming both if one is blank
   */
  public SourceEntity {
    Present.both("A source entity", type, id);
  }

  /** One for all currencies. */
  public SourceEntity(String type, String id) {
    this(type, id, "");
  }

  @Override
  public String toString() {
    return type + " " + id + (currency.isEmpty() ? "" : " in " + currency);
  }
}
