package dev.ledgerkit.core.http;

import dev.ledgerkit.core.ConfigurationException;
import okhttp3.Request;

/**
 * Puts headers on a request so that a value HTTP cannot carry is a typed error which does not
 * repeat it.
 */
final class HeaderValues {
  private HeaderValues() {}

  static void put(Request.Builder request, String name, String value) {
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      // Without the cause: its message holds the value.
      throw new ConfigurationException(
          "The value of header '%s' has a character that HTTP cannot carry.".formatted(name));
    }
  }
}
