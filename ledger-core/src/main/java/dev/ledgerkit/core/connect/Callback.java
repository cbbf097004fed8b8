package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The URL the merchant came back with, as far as every provider agrees. */
record Callback(URI url, @Nullable String state) {

  /** Reads it; the message of a refusal never shows the query, which holds the code. */
  static Callback of(@Nullable String callbackUrl) {
    if (callbackUrl == null) {
      throw new ConfigurationException(
          "The callback is null; pass the whole URL the browser was sent to.");
    }
    URI url;
    try {
      url = new URI(callbackUrl.strip());
    } catch (URISyntaxException e) {
      throw new ConfigurationException(
          "The callback is not a URL (at character %d); pass the whole URL the browser was sent to."
              .formatted(e.getIndex()));
    }
    if (url.getRawQuery() == null || url.getHost() == null) {
      throw new ConfigurationException(
          "The callback has no %s; pass the whole URL the browser was sent to."
              .formatted(url.getHost() == null ? "host" : "query"));
    }
    return new Callback(url, state(url.getRawQuery()));
  }

  private static @Nullable String state(String query) {
    String found = null;
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith("state=")) {
        if (found != null) {
          throw new ConfigurationException("The callback carries two states.");
        }
        found = decode(pair.substring("state=".length()));
      }
    }
    return found;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("The callback's state is not URL-encoded.");
    }
  }
}
