package dev.ledgerkit.core;

/**
 * The source a binding belongs to, for example one Magento shop.
 *
 * @param platform what kind of source it is, as a person would name it: {@code Magento}
 * @param host which one: {@code your-shop.example.com}
 * @since 0.1
 */
public record Installation(String platform, String host) {
  /**
   * Checks that both parts are there.
   *
   * @throws ConfigurationException naming the part that is blank
   */
  public Installation {
    if (platform.isBlank() || host.isBlank()) {
      throw new ConfigurationException(
          "Installation platform '%s' and host '%s' must both be given.".formatted(platform, host));
    }
  }
}
