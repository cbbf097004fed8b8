package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code Name=value;Name="va;lue"}. A quote inside a quoted value is doubled. Messages name a
 * place and never what stands there: it may be a secret.
 */
final class ConnectionString {
  private final String text;
  private int at;

  private ConnectionString(String text) {
    this.text = text;
  }

  /** A name and its value, in the order they stand. */
  record Pair(String name, String value) {}

  static List<Pair> parse(String text) {
    return new ConnectionString(text).pairs();
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    while (at < text.length()) {
      int end = text.indexOf(';', at);
      int sign = text.indexOf('=', at);
      if (text.substring(at, end < 0 ? text.length() : end).isBlank()) {
        at = end < 0 ? text.length() : end + 1;
        continue;
      }
      if (sign < 0 || (end >= 0 && end < sign)) {
        throw refused("has no '='; write Name=value, and quote a value that holds ';'");
      }
      String name = text.substring(at, sign).strip();
      if (name.isEmpty()) {
        throw refused("has no name before '='");
      }
      at = sign + 1;
      pairs.add(new Pair(name, value()));
    }
    return pairs;
  }

  private String value() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int end = text.indexOf(';', at);
    String value = text.substring(at, end < 0 ? text.length() : end).strip();
    at = end < 0 ? text.length() : end + 1;
    return value;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw refused("has a quote that does not end");
      }
      value.append(text, at, quote);
      at = quote + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        break;
      }
      value.append('"');
      at++;
    }
    int end = text.indexOf(';', at);
    if (!text.substring(at, end < 0 ? text.length() : end).isBlank()) {
      throw refused("goes on after its closing quote; double a quote inside");
    }
    at = end < 0 ? text.length() : end + 1;
    return value.toString();
  }

  private ConfigurationException refused(String why) {
    return new ConfigurationException(
        "The connection string is refused: the part at character %d %s.".formatted(at + 1, why));
  }
}
