package dev.ledgerkit.core;

/**
 * The provider's tenant a binding talks to: a business, a company.
 *
 * @param id the provider's own id of it
 * @param name its name as the provider shows it
 * @since 0.1
 */
public record Business(String id, String name) {
  /**
   * Checks that there is an id.
   *
   * @throws ConfigurationException if the id is blank
   */
  public Business {
    if (id.isBlank()) {
      throw new ConfigurationException("A business id is blank; pass the id the provider lists.");
    }
  }

  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
