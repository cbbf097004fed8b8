package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was given, by property, and how each kind of value is read. A blank value counts as none, as
 * a form leaves it. One thread's.
 */
final class GivenProperties {
  private final Map<ConnectionProperty, String> texts = new EnumMap<>(ConnectionProperty.class);
  private final Map<ConnectionProperty, Secret> secrets = new EnumMap<>(ConnectionProperty.class);
  private final Findings findings;

  GivenProperties(Findings findings) {
    this.findings = findings;
  }

  void put(String name, String value) {
    Optional<ConnectionProperty> property = ConnectionProperty.named(name);
    if (property.isEmpty()) {
      List<String> known =
          Arrays.stream(ConnectionProperty.values()).map(ConnectionProperty::spelling).toList();
      findings.addUnknown(
          name, "there is no such property; the nearest is " + NearestName.of(name, known));
    } else if (!value.isBlank()) {
      put(property.get(), value);
    }
  }

  private void put(ConnectionProperty property, String value) {
    if (property == ConnectionProperty.ADDITIONAL) {
      putAll(value);
    } else if (property.secret()) {
      put(property, Secret.of(value));
    } else if (texts.put(property, value.strip()) != null) {
      twice(property);
    }
  }

  void put(ConnectionProperty property, Secret value) {
    if (secrets.put(property, value) != null) {
      twice(property);
    }
  }

  private void putAll(String connectionString) {
    try {
      ConnectionString.parse(connectionString).forEach(pair -> put(pair.name(), pair.value()));
    } catch (ConfigurationException e) {
      invalid(ConnectionProperty.ADDITIONAL, String.valueOf(e.getMessage()));
    }
  }

  private void twice(ConnectionProperty property) {
    findings.add(property, PropertiesRefusedException.DUPLICATE, "given twice; give it once");
  }

  private void invalid(ConnectionProperty property, String message) {
    findings.add(property, PropertiesRefusedException.INVALID, message);
  }

  boolean has(ConnectionProperty property) {
    return texts.containsKey(property) || secrets.containsKey(property);
  }

  String text(ConnectionProperty property, String otherwise) {
    return texts.getOrDefault(property, otherwise);
  }

  @Nullable Secret secret(ConnectionProperty property) {
    return secrets.get(property);
  }

  /** An absolute URL of a host, with nothing secret in it. */
  @Nullable URI url(ConnectionProperty property) {
    String text = texts.get(property);
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (web && url.getHost() != null && url.getRawUserInfo() == null) {
        if (url.getRawQuery() == null && url.getRawFragment() == null) {
          return url;
        }
      }
    } catch (URISyntaxException e) {
      // refused below, like every other text that is no address
    }
    invalid(
        property,
        "not the URL of a host without user, query and fragment; write one like https://host.example.com");
    return null;
  }

  @Nullable Path path(ConnectionProperty property) {
    String text = texts.get(property);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      invalid(property, "'%s' cannot be a path; %s".formatted(text, e.getReason()));
      return null;
    }
  }

  @Nullable Boolean flag(ConnectionProperty property) {
    String text = texts.get(property);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> Boolean.TRUE;
      case "false", "no", "off", "0" -> Boolean.FALSE;
      default -> {
        invalid(property, "'%s' is unknown; there are true, false".formatted(text));
        yield null;
      }
    };
  }

  Duration seconds(ConnectionProperty property, int otherwise, int most) {
    String text = texts.getOrDefault(property, String.valueOf(otherwise));
    if (text.matches("\\d{1,9}")) {
      int seconds = Integer.parseInt(text);
      if (seconds >= 1 && seconds <= most) {
        return Duration.ofSeconds(seconds);
      }
    }
    invalid(property, "'%s' is not a number of seconds from 1 to %d".formatted(text, most));
    return Duration.ofSeconds(otherwise);
  }

  <E extends Enum<E>> @Nullable E choice(ConnectionProperty property, Class<E> type) {
    String text = texts.get(property);
    if (text == null) {
      return null;
    }
    List<E> all = Arrays.asList(Objects.requireNonNull(type.getEnumConstants()));
    Optional<E> chosen =
        all.stream().filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT))).findFirst();
    if (chosen.isEmpty()) {
      List<String> names = all.stream().map(Enum::name).toList();
      invalid(
          property,
          "'%s' is unknown; there are %s, and the nearest is %s"
              .formatted(text, String.join(", ", names), NearestName.of(text, names)));
    }
    return chosen.orElse(null);
  }

  /** Names with values, secrets as stars. */
  @Override
  public String toString() {
    return Arrays.stream(ConnectionProperty.values())
        .filter(this::has)
        .map(each -> each + "=" + (each.secret() ? "***" : texts.get(each)))
        .collect(Collectors.joining(", "));
  }
}
