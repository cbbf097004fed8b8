package dev.ledgerkit.core.client;

import dev.ledgerkit.core.ConfigurationException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a callback, kept raw until a parameter is asked for, so that each is decoded once.
 *
 * <p>Immutable after construction, so safe for use by many threads. No message shows a value: it
 * may be a code.
 *
 * @since 0.1
 */
public final class QueryString {
  private final Map<String, String> raw = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();

  /** Reads it; null stands for no query. */
  public QueryString(@Nullable String rawQuery) {
    if (rawQuery == null) {
      return;
    }
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), "a parameter name");
      raw.putIfAbsent(name, equals < 0 ? "" : pair.substring(equals + 1));
      times.merge(name, 1, Integer::sum);
    }
  }

  /** A value in which {@code +} is itself, as in codes; null if absent or empty. */
  public @Nullable String opaque(String name) {
    String value = only(name);
    return value == null ? null : decode(value.replace("+", "%2B"), name);
  }

  /** A text in which {@code +} is a space; empty if absent. */
  public String text(String name) {
    String value = only(name);
    return value == null ? "" : decode(value, name);
  }

  /** A value as it goes into a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** RFC 6749, section 3.1: parameters must not be included more than once. */
  private @Nullable String only(String name) {
    if (times.getOrDefault(name, 0) > 1) {
      throw new ConfigurationException(
          "The callback carries '%s' more than once; no provider sends it like that."
              .formatted(name));
    }
    String value = raw.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The message leaves the value out: it may be a code. */
  private static String decode(String value, String name) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "The callback's '%s' is not URL-encoded; pass the URL as it arrived.".formatted(name));
    }
  }
}
