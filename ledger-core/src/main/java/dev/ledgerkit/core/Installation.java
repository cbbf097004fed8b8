package dev.ledgerkit.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The source a binding belongs to, for example one Magento shop.
 *
 * @param platform what kind of source it is, as a person would name it: {@code Magento}
 * @param host which one: {@code your-shop.example.com}; a source without a host takes what it is
 *     known by, but never a URL
 * @since 0.1
 */
public record Installation(String platform, String host) {
  /**
   * Checks that both parts are there.
   *
   * @throws ConfigurationException naming the part that is missing, or the host to pass instead of
   *     a URL: one shop in two spellings would be two installations, and could connect twice
   */
  public Installation {
    if (platform == null || host == null || platform.isBlank() || host.isBlank()) {
      throw new ConfigurationException(
          "Installation platform '%s' and host '%s' must both be given.".formatted(platform, host));
    }
    String start = host.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("http://") || start.startsWith("https://")) {
      throw new ConfigurationException(
          "The installation's host is a URL; pass '%s' instead.".formatted(hostOf(host.strip())));
    }
  }

  /** Without user, query and fragment, which may be secret. A path may tell two shops apart. */
  private static String hostOf(String url) {
    String example = "your-shop.example.com";
    try {
      URI parsed = new URI(url);
      String host = parsed.getHost();
      if (host == null) {
        return example;
      }
      String path = parsed.getPath().replaceAll("/+$", "");
      return host + (parsed.getPort() < 0 ? "" : ":" + parsed.getPort()) + path;
    } catch (URISyntaxException e) {
      return example;
    }
  }
}
